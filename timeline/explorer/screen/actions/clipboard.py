"""Copying an event, its sources or an address to the clipboard, by the escape sequence OSC 52."""

from timeline.explorer.screen.actions.sources import choose_source
from timeline.explorer.screen.app import Explorer
from timeline.text import visible
from timeline.writers import citation
from timeline.writers.markdown import in_markdown


def copy_event(app: Explorer) -> None:
    """Copy the event as Markdown."""
    event, timeline = app.state.event, app.state.found.timeline
    if event is not None:
        _copy(app, in_markdown(timeline, event), "the event as Markdown")


def copy_citation(app: Explorer) -> None:
    """Copy the sources of the event as citations."""
    event = app.state.event
    if event is None or not event.sources:
        app.tell("the event has no sources")
        return
    _copy(app, "\n".join(citation(source) for source in event.sources), "the sources")


def copy_address(app: Explorer) -> None:
    """Copy the address of a source; if several have one, choose one."""
    event = app.state.event

    def copy(number: int) -> None:
        assert event is not None
        address = event.sources[number - 1].address
        _copy(app, address, address)

    choose_source(app, "Copy the address of a source", copy)


def _copy(app: Explorer, text: str, what: str) -> None:
    app.copy_to_clipboard(text)
    app.tell(f"copied {visible(what)}")

"""Copying an event, its sources or an address to the clipboard, by the escape sequence OSC 52."""

from timeline.explorer.screen.app import Explorer
from timeline.query import Alternative, Field, Query, Term
from timeline.text import visible
from timeline.writers import Format, citation, write


def copy_event(app: Explorer) -> None:
    """Copy the event as Markdown."""
    event, timeline = app.state.event, app.state.found.timeline
    if event is not None:
        text = "".join(
            write(
                timeline,
                timeline.select(Query((Term((Alternative(Field.ID, event.id),)),))),
                Format.MARKDOWN,
            )
        )
        _copy(app, text, "the event as Markdown")


def copy_citation(app: Explorer) -> None:
    """Copy the sources of the event as citations."""
    event = app.state.event
    if event is None or not event.sources:
        app.tell("the event has no sources")
        return
    _copy(app, "\n".join(citation(source) for source in event.sources), "the sources")


def copy_address(app: Explorer) -> None:
    """Copy the address of the first source that has one."""
    event = app.state.event
    addresses = [source.address for source in event.sources if source.address] if event else []
    if addresses:
        _copy(app, addresses[0], addresses[0])
    else:
        app.tell("no source has an address")


def _copy(app: Explorer, text: str, what: str) -> None:
    app.copy_to_clipboard(text)
    app.tell(f"copied {visible(what)}")

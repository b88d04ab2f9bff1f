"""What keys do by running commands: opening, editing, adding and comparing."""

from timeline.explorer.screen.actions import commands
from timeline.explorer.screen.actions.reporting import report
from timeline.explorer.screen.actions.sources import choose_source
from timeline.explorer.screen.app import Explorer


def open_source(app: Explorer) -> None:
    """Open a source in the browser; if there are several, choose one."""
    event = app.state.event
    identifier = event.id if event else ""

    def open_it(number: int) -> None:
        line = _line(app, ["open", "--source", str(number), "--", identifier])
        commands.run_beside(app, line, lambda ended: report(app, ended.messages))

    choose_source(app, "Open a source", open_it)


def edit(app: Explorer) -> None:
    """Edit the event in an editor."""
    if event := app.state.event:
        _run(app, ["edit", "--", event.id])
        app.watcher.read()


def add(app: Explorer) -> None:
    """Add an event, and go to it."""
    before = app.state.found.timeline
    if not _run(app, ["add"]):
        app.before_adding = before
    app.watcher.read()


def changes(app: Explorer) -> None:
    """Show what changed since the last commit."""
    _run(app, ["diff"], waits=True)
    app.watcher.read()


def _run(app: Explorer, arguments: list[str], *, waits: bool = False) -> int:
    """Run a command on the files of the screen, on the terminal; return its exit code."""
    with app.suspend():
        ended = commands.run(_line(app, arguments), on_terminal=True)
        if waits or ended.code:
            commands.wait_for_enter()
    return ended.code


def _line(app: Explorer, arguments: list[str]) -> list[str]:
    command, *others = arguments
    return [command, *commands.files(app.files), *others]

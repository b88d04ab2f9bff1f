"""What keys do by running commands: opening, editing, adding, comparing and exporting."""

import os
from functools import partial

from rich.segment import Segment

from timeline.explorer.screen.actions import commands
from timeline.explorer.screen.actions.sources import choose_source
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.front import Choice, Chooser, Prompt
from timeline.text import visible


def open_source(app: Explorer) -> None:
    """Open a source in the browser; if there are several, choose one."""
    event = app.state.event
    if event is not None:
        identifier = event.id
        choose_source(
            app,
            "Open a source",
            lambda number: _run(app, ["open", "--source", str(number), "--", identifier]),
        )


def edit(app: Explorer) -> None:
    """Edit the event in an editor."""
    if event := app.state.event:
        _run(app, ["edit", "--", event.id], on_terminal=True)


def add(app: Explorer) -> None:
    """Add an event."""
    _run(app, ["add"], on_terminal=True)


def changes(app: Explorer) -> None:
    """Show what changed since the last commit."""
    _run(app, ["diff"], on_terminal=True, waits=True)


def export(app: Explorer) -> None:
    """Export what is shown to a file."""

    def write_to(path: str, *options: str) -> None:
        words = commands.words(app.state.found.query)
        _run(app, ["export", "-o", path, *options], after=words)

    def replace(path: str | None) -> None:
        if path is not None:
            write_to(path, "--force")

    def to(typed: str | None) -> None:
        path = os.path.expanduser(typed or "")  # noqa: PTH111 - as a shell does
        if not os.path.exists(path):  # noqa: PTH110 - any text may be typed
            if path:
                write_to(path)
            return
        replaced = Choice([[Segment("Replace it")]], "", path)
        chooser = Chooser(f"{visible(path)} already exists", lambda _: [replaced])
        app.push_screen(chooser, replace)

    app.push_screen(Prompt("Export to a file, in the format of its extension"), to)


def _run(
    app: Explorer,
    arguments: list[str],
    *,
    after: list[str] | None = None,
    on_terminal: bool = False,
    waits: bool = False,
) -> None:
    """Run a command on the files of the screen, and show its message."""
    command, *others = arguments
    line = [command, *commands.files(app.files), *others, *(after or [])]
    if not on_terminal:
        app.tell(f"{command} ...")
        app.thread.start(partial(_run_beside, app, line))
        return
    with app.suspend():
        ended = commands.run(line, on_terminal=True)
        if waits or ended.code:
            commands.wait_for_enter()
    app.watcher.read()


def _run_beside(app: Explorer, line: list[str]) -> None:
    """Run a command while the screen goes on."""
    ended = commands.run(line, on_terminal=False)
    app.thread.call(partial(app.tell, ended.message))

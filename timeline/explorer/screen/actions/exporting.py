"""Exporting what is shown to a file."""

import os
from collections.abc import Sequence
from functools import partial

from rich.segment import Segment

from timeline.explorer.panes import Line
from timeline.explorer.screen.actions import commands
from timeline.explorer.screen.actions.reporting import report, when_in_front, wrapped
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.front import Choice, Chooser, Prompt
from timeline.text import listed, visible
from timeline.writers import WRITERS, format_of


def export(app: Explorer) -> None:
    """Ask for the name of a file, and export what is shown."""
    _ask(app, "")


def _ask(app: Explorer, typed: str, problem: Sequence[str] = ()) -> None:
    """Ask for the name of a file; `typed` is what was typed before, and `problem` its problem."""
    endings = listed([writer.endings[0] for writer in WRITERS.values()])
    advice = f"The extension determines the format: {endings}."

    def below(width: int) -> list[Line]:
        return wrapped(app, [*problem, advice], width)

    app.push_screen(Prompt("Export to a file", typed, below), partial(_export_to, app))


def _export_to(app: Explorer, typed: str | None) -> None:
    if typed is None:
        return
    path = os.path.expanduser(typed)  # noqa: PTH111 - as a shell does
    if format_of(path) is None:
        _ask(app, typed, [f"'{visible(typed)}' has no known extension: use one of these."])
    elif os.path.exists(path):  # noqa: PTH110 - any text may be typed
        replaced = Choice([[Segment("Replace it")]], "", path)
        chooser = Chooser(f"{visible(path)} already exists", lambda _: [replaced])
        app.push_screen(chooser, partial(_replace, app, typed))
    else:
        _write(app, typed, path)


def _replace(app: Explorer, typed: str, path: str | None) -> None:
    if path is None:
        _ask(app, typed)
    else:
        _write(app, typed, path, "--force")


def _write(app: Explorer, typed: str, path: str, *options: str) -> None:
    line = ["export", *commands.files(app.files), "-o", path, *options]
    commands.run_beside(
        app, [*line, *commands.words(app.state.found.query)], partial(_written, app, typed)
    )


def _written(app: Explorer, typed: str, ended: commands.Ended) -> None:
    """Report what was written and what is lost, or ask for another name."""
    if ended.code:
        app.tell("")
        when_in_front(app, partial(_ask, app, typed, ended.messages))
    else:
        report(app, ended.messages)

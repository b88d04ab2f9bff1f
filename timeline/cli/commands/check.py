"""timeline check: errors and warnings in the files of a chronology."""

import sys

import typer

from timeline.cli.options import Color, Colors, Files, NoPager
from timeline.cli.reading import ColumnNames, DateForm, InFormat, reading
from timeline.readers import Dates

EXAMPLES = """Examples:

timeline check

timeline check -f drafts/"""


def command(
    file: Files = None,
    color: Colors = Color.AUTO,
    no_pager: NoPager = False,
    input_format: InFormat = None,
    column: ColumnNames = None,
    dates: DateForm = Dates.EDTF,
) -> None:
    """Print errors and warnings in the files, and exit with 1 if there are any"""
    from timeline.chronology import load
    from timeline.cli.terminal import note, progress_bar, render
    from timeline.readers import BUNDLED
    from timeline.views import Problems, summary

    with progress_bar() as bar:
        timeline = load(file or (), bar, reading(input_format, column, dates))
    if timeline.files == (BUNDLED,):
        note("there is no events.yaml here: the bundled chronology is checked; name yours with -f")
    problems = timeline.problems
    if problems:
        render(Problems(problems), color, paged=not no_pager)
        note(summary(problems, timeline.files))
        raise typer.Exit(1)
    if sys.stderr is not None and sys.stderr.isatty():
        note(summary(problems, timeline.files))

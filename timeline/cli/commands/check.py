"""timeline check: errors and warnings in the files of a chronology."""

import sys
from typing import Annotated, Literal

import typer

from timeline.cli.options import (
    Color,
    Colors,
    ColumnNames,
    DateForm,
    Files,
    InFormat,
    NoPager,
    reading,
)
from timeline.readers import Dates

EXAMPLES = """Examples:

timeline check -f drafts/ --select default,no-source

timeline check --explain source-future"""

_PANEL = "Rules"


def command(
    file: Files = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULE",
            help="Check these rules, instead of those that the files choose or, without a choice, "
            "the default ones. 'default' and 'all' stand for several.",
            show_default=False,
            rich_help_panel=_PANEL,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="RULE",
            help="Do not check these rules.",
            show_default=False,
            rich_help_panel=_PANEL,
        ),
    ] = None,
    links: Annotated[
        bool,
        typer.Option(
            "--links",
            help="Ask the web address of each source, over the network, whether it still works.",
            rich_help_panel=_PANEL,
        ),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Correct in YAML files what has one right answer, and report the rest.",
            rich_help_panel=_PANEL,
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            "-n",
            help="With --fix: print what would change as a diff, and change nothing.",
            rich_help_panel=_PANEL,
        ),
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="RULE",
            help="Show the page on a rule, and read no files.",
            show_default=False,
            rich_help_panel=_PANEL,
        ),
    ] = None,
    format: Annotated[
        Literal["text", "json", "github", "sarif", "junit"],
        typer.Option("--format", help="The format of the errors and warnings."),
    ] = "text",
    color: Colors = Color.AUTO,
    no_pager: NoPager = False,
    input_format: InFormat = None,
    column: ColumnNames = None,
    dates: DateForm = Dates.EDTF,
) -> None:
    """Print errors and warnings in the files, and exit with 1 if there are any"""
    from timeline.chronology import load
    from timeline.cli.editing import fix_files
    from timeline.cli.linking import with_links
    from timeline.cli.opening import today
    from timeline.cli.terminal import note, progress_bar, render, write_text
    from timeline.readers import BUNDLED
    from timeline.views import Problems, summary

    if explain is not None:
        _explain(explain, color, no_pager)
        return
    if dry_run and not fix:
        raise typer.BadParameter("add --fix, or leave it out", param_hint="--dry-run")
    with progress_bar() as bar:
        timeline = load(file or (), bar, reading(file, input_format, column, dates))
    if fix and fix_files(timeline, _names(select), _names(ignore), dry_run=dry_run):
        if dry_run:
            raise typer.Exit(1)
        with progress_bar() as bar:
            timeline = load(file or (), bar, reading(file, input_format, column, dates))
    if timeline.files == (BUNDLED,):
        note("there is no events.yaml here: the bundled chronology is checked; name yours with -f")
    problems = timeline.check(_names(select), _names(ignore), today=today())
    if links and not timeline.index.has_errors():
        problems = with_links(timeline, problems, _names(select), _names(ignore))
    if format != "text":
        from timeline.writers import ProblemFormat, write_problems

        for text in write_problems(problems, ProblemFormat(format)):
            write_text(text)
    elif problems:
        render(Problems(problems), color, paged=not no_pager)
    if problems:
        note(summary(problems, timeline.files))
        raise typer.Exit(1)
    if sys.stderr is not None and sys.stderr.isatty():
        note(summary(problems, timeline.files))


def _names(given: list[str] | None) -> list[str]:
    """Return the names in the values of an option, which are separated by commas."""
    return [name.strip() for value in given or () for name in value.split(",") if name.strip()]


def _explain(rule: str, color: Color, no_pager: bool) -> None:
    from timeline.cli.terminal import render, shows_hyperlinks
    from timeline.manual import rule_page
    from timeline.rules import is_rule, unknown_rule
    from timeline.views import Page

    if not is_rule(rule):
        raise unknown_rule(rule)
    view = Page(rule_page(rule), hyperlinks=shows_hyperlinks(color))
    render(view, color, paged=not no_pager)

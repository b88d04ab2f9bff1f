"""timeline diff: what differs between two versions of a chronology."""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.cli.options import Color, Colors, Files, NoPager

EXAMPLES = """Examples:

timeline diff HEAD~3 events.yaml

timeline diff v1.0..v2.0 --format markdown"""


class DiffFormat(StrEnum):
    """How differences are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def command(
    versions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REV] [FILES]...",
            show_default=False,
            help="The revision to compare the files with, or OLD..NEW for two of them; without it, "
            "the last commit (HEAD). Two files alone are compared with each other.",
        ),
    ] = None,
    format: Annotated[
        DiffFormat,
        typer.Option("--format", help="text, a corrections note in Markdown, or JSON."),
    ] = DiffFormat.TEXT,
    file: Files = None,
    color: Colors = Color.AUTO,
    no_pager: NoPager = False,
) -> None:
    """Show what differs between two versions, event by event, and exit with 1 if anything does"""
    from timeline.cli.comparing import external_files, read_versions, show_external
    from timeline.cli.terminal import note, render, stream
    from timeline.editing.comparing import compare

    if files := external_files(versions or []):
        show_external(files, color)
        return
    found = read_versions(versions or [], file or [])
    comparison = compare(found.old, found.new)
    if format is DiffFormat.JSON:
        from timeline.writers import differences_as_json

        stream(differences_as_json(comparison))
    elif format is DiffFormat.MARKDOWN:
        from timeline.writers import corrections

        stream(corrections(comparison))
    elif not comparison.is_empty:
        from timeline.views import Differences, differences_summary

        render(Differences(comparison), color, paged=not no_pager)
        note(f"{differences_summary(comparison)} from {found.old_name} to {found.new_name}")
    if not comparison.is_empty:
        raise typer.Exit(1)

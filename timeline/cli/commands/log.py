"""timeline log: what each commit changed in the events."""

from typing import Annotated

import typer

from timeline.cli.options import Color, Colors, Files, NoPager

EXAMPLES = """Examples:

timeline log crimea-annexation

timeline log --json -f drafts/"""


def command(
    event: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[EVENT]",
            show_default=False,
            help="The event: its id, the start of its id, or words from its title; without it, "
            "all events.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    file: Files = None,
    color: Colors = Color.AUTO,
    no_pager: NoPager = False,
) -> None:
    """Show the history of an event, or of all, through the commits of git"""
    from timeline.cli.comparing import revisions
    from timeline.cli.terminal import note, render, stream

    found = revisions(event or [], file or [])
    if json:
        from timeline.writers import history_as_json

        stream(history_as_json(found))
    elif found:
        from timeline.views import History

        render(History(found), color, paged=not no_pager)
    else:
        note("no commit changed anything")

"""timeline gaps: the longest silences."""

from typing import Annotated

import typer

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline gaps --limit 5

timeline gaps actor:lavrov --since 2014"""


@asks
def command(
    asked: Asked,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            min=1,
            metavar="N",
            help="Show the N longest. What lasts breaks a silence all the while; what goes on to "
            "this day, only where it began.",
        ),
    ] = 10,
) -> None:
    """Show the longest silences"""
    from timeline.analysis.gaps import longest_silences
    from timeline.cli.opening import ask
    from timeline.cli.terminal.output import note, render
    from timeline.views.gaps import Gaps

    timeline, found = ask(asked)
    silences = list(longest_silences(found, limit))
    if silences:
        render(Gaps(timeline, silences), asked.color, paged=not asked.no_pager)
    elif found:
        note("no silence is certain between the events found")

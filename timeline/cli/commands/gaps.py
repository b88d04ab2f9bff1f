"""timeline gaps: the longest gaps."""

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
            help="Show the N longest. What lasts breaks a gap all the while; what goes on to "
            "this day, only where it began.",
        ),
    ] = 10,
) -> None:
    """Show the longest gaps"""
    from timeline.analysis.gaps import longest_gaps
    from timeline.cli.opening import ask
    from timeline.cli.terminal import note, render
    from timeline.views.gaps import Gaps

    timeline, found = ask(asked)
    gaps = list(longest_gaps(found, limit))
    if gaps:
        render(Gaps(timeline, gaps), asked.color, paged=not asked.no_pager)
    elif found:
        note("no gap is certain between the events found")

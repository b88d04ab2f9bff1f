"""timeline gaps: the longest times without an event."""

from typing import Annotated

import typer

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline gaps --limit 5

timeline gaps actor:lavrov --since 2014

There is no gap within an interval. Of one that is ongoing or has no known end, only the start \
counts; one without a known start is ignored."""


@asks
def command(
    asked: Asked,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            "-n",
            min=1,
            metavar="N",
            help="Show the N longest gaps.",
        ),
    ] = 10,
) -> None:
    """List the longest gaps between events"""
    from timeline.analysis import longest_gaps
    from timeline.cli.opening import ask
    from timeline.cli.terminal import note, render
    from timeline.views import Gaps

    timeline, found = ask(asked)
    gaps = list(longest_gaps(found, limit))
    if gaps:
        render(Gaps(timeline, gaps), asked.color, paged=not asked.no_pager)
    elif found:
        note("no gap between these events is certain")

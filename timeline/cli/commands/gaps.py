"""timeline gaps: the longest times without an event."""

from typing import Annotated

import typer

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline gaps --limit 5

timeline gaps actor:lavrov --since 2014

An interval has no gaps inside it. If an event is ongoing or its end is unknown, only its start \
counts. Events with an unknown start are ignored."""


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

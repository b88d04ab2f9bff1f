"""timeline chart: events on a time axis."""

from typing import Annotated, Literal

import typer

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline chart

timeline chart 2022 --by actor"""


@asks
def command(
    asked: Asked,
    by: Annotated[
        Literal["tag", "actor", "place", "year"],
        typer.Option("--by", help="Draw a lane for each tag, actor, place or year."),
    ] = "tag",
    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            min=1,
            metavar="N",
            show_default=False,
            help="Draw the N lanes with the most events, and one lane for the rest; by year, the "
            "rest is left out. \\[default: 12, or 40 years; all if the output is not a terminal]",
        ),
    ] = None,
) -> None:
    """Draw a time axis with a lane for each tag, actor, place or year"""
    from timeline.cli.opening import ask, today
    from timeline.cli.terminal import render
    from timeline.dates import Day
    from timeline.model import Facet
    from timeline.views.chart import Chart

    timeline, found = ask(asked)
    if found:
        now = today()
        chart = Chart(timeline, found, Facet(by), top, Day.of(now))
        render(chart, asked.color, paged=not asked.no_pager)

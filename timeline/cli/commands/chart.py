"""timeline chart: the picture of a chronology."""

from typing import Annotated

import typer

from timeline.cli.options import Asked, asks
from timeline.query.facet import By

EXAMPLES = """Examples:

timeline chart

timeline chart 2022 --by actor"""


@asks
def command(
    asked: Asked,
    by: Annotated[
        By,
        typer.Option(
            "--by", help="What has a lane of its own; an event is in those that it names itself."
        ),
    ] = By.TAG,
    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            min=1,
            metavar="N",
            show_default=False,
            help="Draw the N lanes with most events, and the others as one. "
            "\\[default: 12, or 40 years; all where the output is no terminal]",
        ),
    ] = None,
) -> None:
    """Draw a time axis with a lane for each theme, actor, place or year"""
    from timeline.cli.opening import ask, today
    from timeline.cli.terminal.output import render
    from timeline.dates.event_date import Day
    from timeline.views.chart.chart import Chart

    timeline, found = ask(asked)
    if found:
        now = today()
        chart = Chart(timeline, found, by, top, Day(now.year, now.month, now.day))
        render(chart, asked.color, paged=not asked.no_pager)

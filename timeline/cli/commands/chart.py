"""timeline chart: events on a time axis."""

from typing import Annotated, Literal

import typer

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline chart 2022 --by actor

timeline chart -f mine.yaml --compare theirs.yaml"""


@asks
def command(
    asked: Asked,
    context: typer.Context,
    by: Annotated[
        Literal["tag", "actor", "place", "year"],
        typer.Option("--by", help="Draw a lane for each tag, actor, place or year."),
    ] = "tag",
    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            "-n",
            min=1,
            metavar="N",
            show_default=False,
            help="Draw the N lanes with the most events, and one lane for the rest; by year, the "
            "rest is left out. \\[default: 12, or 40 years; all if the output is not a terminal]",
        ),
    ] = None,
    compare: Annotated[
        list[str] | None,
        typer.Option(
            "--compare",
            metavar="FILE",
            show_default=False,
            help="Draw one lane for the chronology and one for that in FILE, which is asked the "
            "same question. Repeat it to compare several.",
        ),
    ] = None,
) -> None:
    """Draw a time axis with a lane for each tag, actor, place or year"""
    from timeline.cli.opening import ask, today
    from timeline.cli.terminal import render
    from timeline.dates import Day

    if compare and any(_is_given(context, name) for name in ("by", "top")):
        raise typer.BadParameter("--compare cannot be used with --by or --top")
    timeline, found = ask(asked)
    now = Day.of(today())
    if compare:
        from timeline.cli.opening import ask_others
        from timeline.views.chart import ComparisonChart

        answers = [(timeline, found), *ask_others(asked, compare)]
        if any(one for _, one in answers):
            comparison = ComparisonChart(answers, now)
            render(comparison, asked.color, paged=not asked.no_pager)
    elif found:
        from timeline.model import Facet
        from timeline.views.chart import Chart

        chart = Chart(timeline, found, Facet(by), top, now)
        render(chart, asked.color, paged=not asked.no_pager)


def _is_given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"

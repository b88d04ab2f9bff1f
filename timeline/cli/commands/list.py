"""timeline list: the chronology."""

from typing import Annotated

import typer

from timeline.cli.options import Asked, GroupBy, Limit, Reverse, asks, facet_of

EXAMPLES = """Examples:

timeline list --year 2022

timeline list actor:lavrov,blinken -tag:war --since 2021"""


@asks
def command(
    asked: Asked,
    group_by: GroupBy = "year",
    summaries: Annotated[bool, typer.Option("--summaries", help="Add the summaries.")] = False,
    oneline: Annotated[
        bool,
        typer.Option(
            "--oneline",
            help="One line an event: DATE, ID and TITLE, separated by tabs in a pipe.",
        ),
    ] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Show the ID of each event.")] = False,
    all_actors: Annotated[
        bool,
        typer.Option(
            "--all-actors",
            help="Name every actor; a terminal leaves out the actors of nearly every event.",
        ),
    ] = False,
    context: Annotated[
        int,
        typer.Option(
            "-C", "--context", min=0, metavar="N", help="Add N neighbours of each event, quietly."
        ),
    ] = 0,
    elapsed: Annotated[
        bool, typer.Option("--elapsed", help="Add the time since the event before.")
    ] = False,
    gap: Annotated[
        str | None,
        typer.Option("--gap", metavar="LENGTH", help="Mark silences longer than 90d, 6w, 3m, 2y."),
    ] = None,
    reverse: Reverse = False,
    limit: Limit = None,
) -> None:
    """Show events in order, under headings"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import render
    from timeline.views.chronology import Chronology, OneLineEach

    if oneline and (summaries or context or elapsed or gap):
        raise typer.BadParameter("--oneline shows no summaries, context, elapsed times or gaps")
    if oneline and group_by not in ("year", "none"):
        raise typer.BadParameter("--oneline shows no headings to --group-by")
    if context and group_by in ("actor", "tag"):
        raise typer.BadParameter("--context goes with headings by time")
    longest = None
    if gap is not None:
        from timeline.dates.periods import Duration

        longest = Duration.parse(gap)
    timeline, found = ask(asked, reverse=reverse, limit=limit, context=context)
    if not found:
        return
    if oneline:
        render(OneLineEach(timeline, found), asked.color, paged=not asked.no_pager)
        return
    view = Chronology(
        timeline,
        found,
        facet_of(group_by),
        summaries=summaries,
        ids=ids,
        all_actors=all_actors,
        elapsed=elapsed,
        gap=longest,
    )
    render(view, asked.color, paged=not asked.no_pager)

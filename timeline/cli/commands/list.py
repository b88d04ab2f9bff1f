"""timeline list: the chronology."""

from typing import Annotated

import typer

from timeline.cli.options import (
    Asked,
    Chosen,
    Engine,
    GroupBy,
    Limit,
    Master,
    Reverse,
    asks,
    facet_of,
)

EXAMPLES = """Examples:

timeline list --year 2022

timeline list actor:lavrov,blinken -tag:war --since 2021"""


@asks
def command(
    asked: Asked,
    group_by: GroupBy = "year",
    summaries: Annotated[bool, typer.Option("--summaries", help="Include the summaries.")] = False,
    oneline: Annotated[
        bool,
        typer.Option(
            "--oneline",
            help="Show one line per event: DATE, ID and TITLE, separated by tabs in a pipe.",
        ),
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print JSON, as 'export --format json' does.")
    ] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Show the id of each event.")] = False,
    all_actors: Annotated[
        bool,
        typer.Option(
            "--all-actors",
            help="Name every actor. By default, actors in nearly every event are left out on a "
            "terminal.",
        ),
    ] = False,
    context: Annotated[
        int,
        typer.Option(
            "-C",
            "--context",
            min=0,
            metavar="N",
            help="Show N events before and after each match.",
        ),
    ] = 0,
    elapsed: Annotated[
        bool, typer.Option("--elapsed", help="Show the time since the previous event.")
    ] = False,
    reported: Annotated[
        bool,
        typer.Option(
            "--reported", help="Show how long after each event its first source is dated."
        ),
    ] = False,
    gap: Annotated[
        str | None,
        typer.Option(
            "--gap",
            metavar="LENGTH",
            help="Mark gaps longer than LENGTH, such as 90d, 6w, 3m or 2y.",
        ),
    ] = None,
    beside: Annotated[
        list[str] | None,
        typer.Option(
            "--beside",
            metavar="QUESTION...",
            show_default=False,
            help="Show the answers to several questions side by side, each narrowed by WORDS: "
            "--beside actor:lavrov actor:blinken.",
        ),
    ] = None,
    reverse: Reverse = False,
    limit: Limit = None,
    engine: Engine = None,
    master: Master = None,
) -> None:
    """List events in chronological order"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import render, stream
    from timeline.views import Chronology, OneLineEach

    more = bool(summaries or context or elapsed or gap)
    if beside is not None:
        given = (more, reported, json, oneline, all_actors, engine, master)
        if any(given) or group_by != "year":
            raise typer.BadParameter(
                "--beside cannot be used with --group-by, --summaries, --oneline, --json, "
                "--all-actors, --context, --elapsed, --reported, --gap or --engine"
            )
        _side_by_side(asked, beside, ids=ids, reverse=reverse, limit=limit)
        return
    if json and (more or oneline or ids or all_actors or group_by != "year"):
        raise typer.BadParameter(
            "--json cannot be used with --group-by, --summaries, --oneline, --ids, --all-actors, "
            "--context, --elapsed or --gap"
        )
    if oneline and more:
        raise typer.BadParameter(
            "--oneline cannot be used with --summaries, --context, --elapsed or --gap"
        )
    if oneline and group_by not in ("year", "none"):
        raise typer.BadParameter("--oneline cannot be used with --group-by")
    if context and group_by in ("actor", "tag", "lag"):
        raise typer.BadParameter("--context cannot be used with --group-by actor, tag or lag")
    chosen = Chosen(engine, master)
    chosen.check(context=context)
    longest = None
    if gap is not None:
        from timeline.dates import Duration

        longest = Duration.parse(gap)
    timeline, found = ask(asked, reverse=reverse, limit=limit, context=context, engine=chosen)
    if json:
        from timeline.writers import ExportOptions, Format, write

        stream(write(timeline, found, Format.JSON, ExportOptions(reported=reported)))
        return
    if not found:
        return
    if oneline:
        lines = OneLineEach(timeline, found, reported=reported)
        render(lines, asked.color, paged=not asked.no_pager)
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
        reported=reported,
    )
    render(view, asked.color, paged=not asked.no_pager)


def _side_by_side(
    asked: Asked, questions: list[str], *, ids: bool, reverse: bool, limit: int | None
) -> None:
    from timeline.cli.opening import ask_each
    from timeline.cli.terminal import render
    from timeline.search import Several
    from timeline.views import Beside

    if len(questions) < 2:
        raise typer.BadParameter(
            "--beside takes two questions or more: --beside actor:lavrov actor:blinken"
        )
    timeline, shared, each, selections = ask_each(asked, questions)
    several = Several(selections, reverse=reverse, limit=limit)
    if several:
        view = Beside(timeline, several, shared, each, ids=ids)
        render(view, asked.color, paged=not asked.no_pager)

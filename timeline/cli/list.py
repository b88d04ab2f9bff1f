"""timeline list: the chronology."""

from typing import Annotated

import typer

from timeline.cli.options import Asked, GroupBy, Limit, Reverse, asks
from timeline.grouping import Grouping

EXAMPLES = """Examples:

timeline list --year 2022

timeline list actor:lavrov,blinken -tag:war --since 2021"""


@asks
def command(
    asked: Asked,
    group_by: GroupBy = Grouping.YEAR,
    summaries: Annotated[bool, typer.Option("--summaries", help="Add the summaries.")] = False,
    oneline: Annotated[
        bool, typer.Option("--oneline", help="One line an event: DATE  ID  TITLE.")
    ] = False,
    reverse: Reverse = False,
    limit: Limit = None,
) -> None:
    """Show the events that a question finds, in order"""
    from timeline.cli.opening import ask
    from timeline.cli.output import render
    from timeline.views.chronology import Chronology, OneLineEach

    timeline, found = ask(asked, reverse=reverse, limit=limit)
    if not found:
        return
    if oneline:
        render(OneLineEach(found), asked.color)
    else:
        render(Chronology(timeline, found, group_by, summaries=summaries), asked.color)

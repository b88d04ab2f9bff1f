"""timeline on: events on a day of the year."""

from typing import Annotated

import typer

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline on 8 April

timeline on 02-05 --tag arms-control"""


@asks
def command(
    asked: Asked,
    day: Annotated[
        str,
        typer.Argument(
            metavar="[DATE]",
            help="The day: 03-18, '18 March', today, or a date of any year. Only events with "
            "an exact day are shown; an interval matches on its first and last day.",
        ),
    ] = "today",
) -> None:
    """List what happened on this day in other years"""
    from timeline.analysis import anniversaries, first_day
    from timeline.cli.opening import ask, today
    from timeline.cli.terminal import note, render
    from timeline.views import OnThisDay

    text, words = first_day(day, asked.words or [])
    timeline, found = ask(asked._replace(words=words))
    now = today()
    named = timeline.day_of_year(text, now)
    hits = anniversaries(found, named)
    if hits:
        render(OnThisDay(timeline, named, hits, now), asked.color, paged=not asked.no_pager)
    elif found:
        note(f"no events on {named} ({len(found):,} searched)")

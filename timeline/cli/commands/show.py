"""timeline show: everything about single events."""

from typing import Annotated

import typer

from timeline.cli.options import Color, Colors, Files, NoPager

EXAMPLES = """Examples:

timeline show crimea-annexation

timeline show griner-a griner-b"""


def command(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="Ids of events, which may be shortened while unique."),
    ],
    file: Files = None,
    color: Colors = Color.AUTO,
    no_pager: NoPager = False,
) -> None:
    """Show all about single events, their sources, and what stands around"""
    from timeline.cli.opening import open_files, today
    from timeline.cli.terminal import render, shows_hyperlinks
    from timeline.dates.event_date import Day
    from timeline.views.card import Cards

    timeline = open_files(file)
    events = [timeline.event(identifier) for identifier in ids]
    now = today()
    day, hyperlinks = Day(now.year, now.month, now.day), shows_hyperlinks(color)
    render(Cards(timeline, events, day, hyperlinks=hyperlinks), color, paged=not no_pager)

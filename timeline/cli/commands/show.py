"""timeline show: events in full."""

from typing import Annotated

import typer

from timeline.cli.options import Color, Colors, Files, NoPager

EXAMPLES = """Examples:

timeline show crimea-annexation

timeline show griner-arrest griner-bout"""


def command(
    events: Annotated[
        list[str],
        typer.Argument(
            metavar="EVENT...",
            help="One or more events, each given by its id, the start of its id, or words from "
            "its title.",
        ),
    ],
    file: Files = None,
    color: Colors = Color.AUTO,
    no_pager: NoPager = False,
) -> None:
    """Show an event in full, with its sources and the events around it"""
    from timeline.cli.opening import open_files, today
    from timeline.cli.terminal import render, shows_hyperlinks
    from timeline.dates import Day
    from timeline.views import Cards

    timeline = open_files(file)
    shown = timeline.events(events)
    now = today()
    day, hyperlinks = Day.of(now), shows_hyperlinks(color)
    render(Cards(timeline, shown, day, hyperlinks=hyperlinks), color, paged=not no_pager)

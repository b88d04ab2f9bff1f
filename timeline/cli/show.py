"""timeline show: everything about single events."""

from typing import Annotated

import typer

from timeline.cli.options import Color, Colors, Files

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
) -> None:
    """Show all that an event holds, its sources, and what stands around it"""
    from timeline.cli.opening import open_files, today
    from timeline.cli.output import render, write_text
    from timeline.dates import Day
    from timeline.views.card import Card

    timeline = open_files(file)
    now = today()
    events = [timeline.event(identifier) for identifier in ids]
    for number, event in enumerate(events):
        if number:
            write_text("\n")
        render(Card(timeline, event, Day(now.year, now.month, now.day)), color)

"""timeline places: the places of a chronology."""

from timeline.cli.options import Asked, NameLimit, asks

EXAMPLES = """Examples:

timeline places

timeline places 2022 --limit 5

In a pipe, tabs separate the fields: events, place, first and last date."""


@asks
def command(asked: Asked, limit: NameLimit = None) -> None:
    """List the places, with event counts and dates"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import render
    from timeline.views import PlaceRegister

    timeline, found = ask(asked)
    render(PlaceRegister(timeline, found, limit), asked.color, paged=not asked.no_pager)

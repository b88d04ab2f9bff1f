"""timeline sources: the publishers of sources."""

from timeline.cli.options import Asked, NameLimit, asks

EXAMPLES = """Examples:

timeline sources

timeline sources tag:sanctions --limit 5

In a pipe, tabs separate the fields: events, publisher, first and last date."""


@asks
def command(asked: Asked, limit: NameLimit = None) -> None:
    """List the publishers of sources, with event counts and dates"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import render
    from timeline.views import SourceRegister

    timeline, found = ask(asked)
    render(SourceRegister(timeline, found, limit), asked.color, paged=not asked.no_pager)

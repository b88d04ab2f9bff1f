"""timeline tags: which themes occur."""

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline tags

timeline tags --actor nato --since 2014

In a pipe, tabs separate the fields, as cut expects: EVENTS, TAG, DESCRIPTION, FIRST and LAST
date."""


@asks
def command(asked: Asked) -> None:
    """List the themes, with counts and dates"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import render
    from timeline.views.register import TagRegister

    timeline, found = ask(asked)
    render(TagRegister(timeline, found), asked.color, paged=not asked.no_pager)

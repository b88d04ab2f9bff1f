"""timeline tags: the tags of a chronology."""

from timeline.cli.options import Asked, Chosen, Engine, Master, NameLimit, asks

EXAMPLES = """Examples:

timeline tags

timeline tags --actor nato --since 2014

In a pipe, the fields are separated by tabs, for use with cut: EVENTS, TAG, DESCRIPTION, FIRST and \
LAST date."""


@asks
def command(
    asked: Asked, limit: NameLimit = None, engine: Engine = None, master: Master = None
) -> None:
    """List the tags, with event counts and dates"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import render
    from timeline.views import TagRegister

    chosen = Chosen(engine, master)
    chosen.check()
    timeline, found = ask(asked, engine=chosen)
    render(TagRegister(timeline, found, limit), asked.color, paged=not asked.no_pager)

"""timeline actors: the actors of a chronology."""

from timeline.cli.engines import Chosen, Engine, Master
from timeline.cli.options import Asked, NameLimit, asks

EXAMPLES = """Examples:

timeline actors

timeline actors 2022 tag:arms-control

In a pipe, the fields are separated by tabs, for use with cut: EVENTS, ID, NAME, KIND, ROLE, FIRST \
and LAST date."""


@asks
def command(
    asked: Asked, limit: NameLimit = None, engine: Engine = None, master: Master = None
) -> None:
    """List the actors, with event counts and dates"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import render
    from timeline.views import ActorRegister

    chosen = Chosen(engine, master)
    chosen.check()
    timeline, found = ask(asked, engine=chosen)
    render(ActorRegister(timeline, found, limit), asked.color, paged=not asked.no_pager)

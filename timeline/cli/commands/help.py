"""timeline help: the pages of the manual."""

from typing import Annotated

import typer

from timeline.cli.options import Color, Colors, NoPager

EXAMPLES = """Examples:

timeline help

timeline help dates"""


def command(
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]",
            show_default=False,
            help="A topic of the manual, or a command. Without it, list the topics.",
        ),
    ] = None,
    color: Colors = Color.AUTO,
    no_pager: NoPager = False,
) -> None:
    """Show a page of the manual or the help of a command"""
    from timeline.cli.terminal import render, shows_hyperlinks
    from timeline.manual import TOPICS, page, summary
    from timeline.views import Page, Topics

    if topic is None:
        render(Topics({name: summary(name) for name in TOPICS}), color, paged=False)
    elif topic in TOPICS:
        view = Page(page(topic), hyperlinks=shows_hyperlinks(color))
        render(view, color, paged=not no_pager)
    else:
        raise _unknown(topic)


def _unknown(topic: str) -> Exception:
    from timeline.cli.app import COMMANDS
    from timeline.errors import NotUnderstoodError
    from timeline.manual import TOPICS
    from timeline.text import closest, listed, visible

    near = [f"'{name}'" for name in closest(topic, [*TOPICS, *COMMANDS])]
    return NotUnderstoodError(
        f"there is no help on '{visible(topic)}'",
        f"did you mean {listed(near)}?" if near else f"topics are {listed(TOPICS, 'and')}",
    )

"""timeline chain: what led to an event, and what followed from it."""

from typing import Annotated

import typer

from timeline.cli.options import Color, Colors, EventWords, Files, NoPager

EXAMPLES = """Examples:

timeline chain crimea-annexation

timeline chain new-start-signed --depth 2"""


def command(
    event: EventWords,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            min=1,
            metavar="N",
            show_default=False,
            help="Show only events at most N steps away.",
        ),
    ] = None,
    file: Files = None,
    color: Colors = Color.AUTO,
    no_pager: NoPager = False,
) -> None:
    """Show what led to an event and what followed from it"""
    from timeline.cli.opening import open_files
    from timeline.cli.terminal import note, render
    from timeline.text import visible
    from timeline.views import Tree

    timeline = open_files(file)
    start = timeline.event(" ".join(event))
    chain = timeline.chain(start, depth)
    if not chain:
        note(f"{visible(start.id)} follows no event, and none follows it")
    render(Tree(timeline, chain), color, paged=not no_pager)

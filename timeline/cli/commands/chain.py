"""timeline chain: what led to an event, and what followed."""

from typing import Annotated

import typer

from timeline.cli.options import Color, Colors, Files, NoPager

EXAMPLES = """Examples:

timeline chain crimea-annexation

timeline chain new-start-signed --depth 2"""


def command(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Id of the event, which may be shortened. The time at every other one is that "
            "from the event one step nearer.",
        ),
    ],
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            min=1,
            metavar="N",
            show_default=False,
            help="Go at most N steps away from it.",
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
    from timeline.views.tree import Tree

    timeline = open_files(file)
    event = timeline.event(id)
    chain = timeline.chain(event, depth)
    if not chain:
        note(f"{visible(event.id)} follows no event, and none follows it")
    render(Tree(timeline, chain), color, paged=not no_pager)

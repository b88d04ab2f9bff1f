"""timeline remove: take an event out of its file."""

from typing import Annotated

import typer

from timeline.cli.changing import DryRun
from timeline.cli.options import EventWords, Files

EXAMPLES = """Examples:

timeline remove crimea-annexation

timeline remove griner-arrest --dry-run"""


def command(
    event: EventWords,
    dry_run: DryRun = False,
    force: Annotated[
        bool, typer.Option("--force", help="Remove it even if other events follow it.")
    ] = False,
    file: Files = None,
) -> None:
    """Remove an event from its file, and leave the rest of the file as it is"""
    from timeline.cli.changing import ValueProblem, make, those
    from timeline.cli.opening import open_files
    from timeline.editing import located, removed
    from timeline.text import visible

    timeline = open_files(file)
    found = timeline.event(" ".join(event))
    followers = timeline.followers(found)
    if followers and not force:
        verb, whose = ("follows", "its") if len(followers) == 1 else ("follow", "their")
        raise ValueProblem(
            f"{those([one.id for one in followers])} {verb} {visible(found.id)}: change {whose} "
            "'follows' first, or add --force"
        )
    document, position = located(timeline, found.id)
    change = removed(document, position.number)
    make(document, change, f"removed {visible(found.id)} from", dry_run=dry_run)

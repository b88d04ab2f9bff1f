"""timeline remove: take an event out of its file."""

from typing import Annotated

import typer

from timeline.cli.editing import DryRun
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
    from timeline.cli.editing import ValueProblem, finish
    from timeline.cli.opening import open_files
    from timeline.editing import Edits, FollowedError
    from timeline.text import visible

    timeline = open_files(file)
    found = timeline.event(" ".join(event))
    edits = Edits(timeline)
    try:
        edits.remove(found.id, force=force)
    except FollowedError as error:
        raise ValueProblem(f"{error}, or add --force") from None
    finish(edits, f"removed {visible(found.id)} from", dry_run=dry_run)

"""timeline sort: the events of a file in chronological order."""

from typing import Annotated

import typer

from timeline.cli.editing import DryRun, OneFile
from timeline.cli.options import Files

EXAMPLES = """Examples:

timeline sort --dry-run

timeline sort drafts.yaml --reverse"""


def command(
    path: OneFile = None,
    reverse: Annotated[
        bool, typer.Option("--reverse", "-r", help="Put the latest event first.")
    ] = False,
    dry_run: DryRun = False,
    file: Files = None,
) -> None:
    """Sort the events in a file by date, each with the comments directly above it"""
    from timeline.cli.editing import finish, open_one
    from timeline.cli.terminal import note
    from timeline.editing import Edits, in_order
    from timeline.text import visible

    edits = Edits(open_one([*([path] if path else ()), *(file or ())]))
    document = edits.document(0)
    change = in_order(document, reverse=reverse)
    if change is None:
        note(f"the events of {visible(document.name)} are in this order already")
        return
    edits.make(0, change)
    finish(edits, "sorted", dry_run=dry_run)

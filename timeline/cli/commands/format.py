"""timeline format: one style for all events of a file."""

from timeline.cli.editing import DryRun, OneFile
from timeline.cli.options import Files

EXAMPLES = """Examples:

timeline format --dry-run

timeline format drafts.yaml"""


def command(path: OneFile = None, dry_run: DryRun = False, file: Files = None) -> None:
    """Give all events in a file the style of most: order of keys, indentation, empty lines"""
    from timeline.cli.editing import finish, open_one
    from timeline.cli.terminal import note
    from timeline.editing import Edits, formatted
    from timeline.text import visible

    edits = Edits(open_one([*([path] if path else ()), *(file or ())]))
    document = edits.document(0)
    change = formatted(document)
    if change is None:
        note(f"the events of {visible(document.name)} have one style already")
        return
    edits.make(0, change)
    finish(edits, "formatted", dry_run=dry_run)

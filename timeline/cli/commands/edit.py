"""timeline edit: the lines of an event in an editor."""

from typing import Annotated

import typer

from timeline.cli.options import Files

EXAMPLES = """Examples:

timeline edit crimea-annexation

timeline edit -f drafts.yaml"""


def command(
    event: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[EVENT]",
            help="The event: its id, its start, or words from its title. \\[default: the whole "
            "file]",
            show_default=False,
        ),
    ] = None,
    file: Files = None,
) -> None:
    """Edit an event or a file in $VISUAL or $EDITOR, and check it before it is saved"""
    from timeline.chronology import load
    from timeline.cli.editing import ValueProblem, edit_event, edit_file
    from timeline.cli.opening import open_files
    from timeline.editing import Edits

    if event:
        timeline = open_files(file)
        found = timeline.event(" ".join(event))
        edit_event(Edits(timeline), found.id)
        return
    # A file with errors can be edited as a whole.
    timeline = load(file or ())
    if len(timeline.files) > 1:
        raise ValueProblem("several files are open: name only one with -f")
    edit_file(Edits(timeline).document(0))

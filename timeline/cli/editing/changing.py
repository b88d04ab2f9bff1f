"""What the commands that change a file share."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.errors import NotUnderstoodError, TimelineError
from timeline.text import control_in, listed, name_of, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chronology import Timeline
    from timeline.editing import Edits
    from timeline.model import Source

DryRun = Annotated[
    bool,
    typer.Option("--dry-run", "-n", help="Print what would change as a diff, and change nothing."),
]

OneFile = Annotated[
    str | None,
    typer.Argument(metavar="[FILE]", help="The file, as with -f.", show_default=False),
]


class ValueProblem(TimelineError):
    """A value on the command line that cannot be written to a file."""


def open_one(files: "Sequence[str]") -> "Timeline":
    """Open a single file, to change it as a whole. Raises ValueProblem if there are several."""
    from timeline.cli.opening import open_files

    timeline = open_files(files)
    if len(timeline.files) > 1:
        raise ValueProblem("several files are open: name only one with -f")
    return timeline


def finish(edits: "Edits", done: str, *, dry_run: bool) -> None:
    """Save changes and say for each file what was done, or print them as a diff."""
    from timeline.atomic_write import left_beside
    from timeline.cli.terminal import note, write_text

    if dry_run:
        for line in edits.diff():
            write_text(line)
        return
    left: dict[str, None] = {}
    for document in edits.save():
        note(f"{done} {visible(document.name)}")
        left |= dict.fromkeys(left_beside(document.path))
    if left:
        # Only a process that was killed could not delete its temporary file.
        several = len(left) > 1
        note(
            f"{listed(map(visible, left), 'and')} {'remain' if several else 'remains'} from a "
            f"command that was killed: delete {'them' if several else 'it'}"
        )


def checked_text(field: str, text: str) -> str:
    """Return the text of a field without white space around it. Raises ValueProblem."""
    if found := control_in(text):
        raise ValueProblem(
            f"{field} contains the control character {name_of(found[0])}: leave it out"
        )
    return text.strip()


def source_at(text: str) -> "Source":
    """Return a source with an address, or with a title. Raises ValueProblem."""
    from timeline.model import Source

    text = checked_text("source", text)
    if text.startswith(("http://", "https://")):
        return Source(url=text)
    if "://" in text or text.startswith("www."):
        raise ValueProblem(f"'{visible(text)}' is not a web address: write it with https://")
    return Source(title=text)


def known_name(timeline: "Timeline", kind: str, text: str, *, is_new: bool = True) -> str:
    """Return the id of an actor or tag that is called so, or the text itself.

    `kind` is `actor` or `tag`. If `is_new`, there is a note about a name that is not in the
    registry. Raises NotUnderstoodError if several are called so.
    """
    from timeline.cli.terminal import note
    from timeline.search import find_actors, find_tags

    text = checked_text(kind, text)
    find = find_actors if kind == "actor" else find_tags
    known = timeline.actors if kind == "actor" else timeline.tags
    if text in known:
        return text
    try:
        return find(timeline.index, text)[0]
    except NotUnderstoodError as error:
        if "matches several" in str(error):
            raise
        if is_new and timeline.index.has_registry(kind):
            advice = f": {error.advice}" if error.advice.startswith("did you mean") else ""
            note(f"'{visible(text)}' is a new {kind}, which is not in the registry{advice}")
        return text


def names(text: str) -> list[str]:
    """Return the names in a list that is separated by commas."""
    return [name.strip() for name in text.split(",") if name.strip()]

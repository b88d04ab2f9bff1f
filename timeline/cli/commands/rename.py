"""timeline rename: another name for an actor, a tag, a place or an event, everywhere."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.editing import DryRun
from timeline.cli.options import Files
from timeline.editing import Named

if TYPE_CHECKING:
    from timeline.chronology import Timeline

EXAMPLES = """Examples:

timeline rename actor lavrov sergei-lavrov

timeline rename tag spies espionage --merge"""


def command(
    kind: Annotated[Named, typer.Argument(help="What to rename.")],
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="Its id or name, an alias, or a word of its name.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new id, or name of a place.")],
    merge: Annotated[
        bool, typer.Option("--merge", help="Merge it into NEW if that exists.")
    ] = False,
    dry_run: DryRun = False,
    file: Files = None,
) -> None:
    """Rename an actor, a tag, a place or an event wherever the files mention it"""
    from timeline.cli.editing import ValueProblem, checked_text, finish
    from timeline.cli.opening import open_files
    from timeline.cli.terminal import note
    from timeline.editing import Edits, renamed
    from timeline.index import events_of_file
    from timeline.text import visible

    timeline = open_files(file)
    name = _known(timeline, kind, old)
    new = checked_text(kind, new)
    if not new or new == name:
        raise ValueProblem(f"write another name for {visible(name)}")
    if _exists(timeline, kind, new):
        if kind is Named.EVENT:
            raise ValueProblem(f"another event has the id '{visible(new)}'")
        if not merge:
            raise ValueProblem(
                f"there is already {'an' if kind is Named.ACTOR else 'a'} {kind} '{visible(new)}': "
                "to merge the two, add --merge"
            )
    edits = Edits(timeline)
    is_named = False
    for number in range(len(timeline.files)):
        events = list(events_of_file(timeline.index, number))
        if change := renamed(edits.document(number), events, kind, name, new):
            edits.make(number, change)
            is_named = True
    finish(edits, f"renamed {visible(name)} to {visible(new)} in", dry_run=dry_run)
    if not is_named:
        note(f"no file mentions {visible(name)} by this name")


def _known(timeline: "Timeline", kind: Named, text: str) -> str:
    """Return the name that is meant. Raises NoSuchName."""
    from timeline.search import find_actors, find_place, find_tags

    match kind:
        case Named.EVENT:
            return timeline.event(text).id
        case Named.PLACE:
            return find_place(timeline.index, text)
        case Named.ACTOR:
            found = find_actors(timeline.index, text)
        case Named.TAG:
            found = find_tags(timeline.index, text)
    return text if text in found else found[0]


def _exists(timeline: "Timeline", kind: Named, name: str) -> bool:

    match kind:
        case Named.EVENT:
            return timeline.index.event(name) is not None
        case Named.PLACE:
            return timeline.index.has_name("place", name)
        case Named.ACTOR:
            return name in timeline.actors
        case Named.TAG:
            return name in timeline.tags

"""timeline add: a new event, at its place in the file."""

import sys
from typing import Annotated

import typer

from timeline.cli.editing import DryRun
from timeline.cli.options import Files

EXAMPLES = """Examples:

timeline add 2014-03-18 "Putin signs agreement annexing Crimea" --tag territory

timeline add "18 March 2014 Putin signs agreement" --source https://example.org/a"""


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DATE TITLE]...", help="The date and the title.", show_default=False
        ),
    ] = None,
    date: Annotated[str, typer.Option("--date", help="The date, in EDTF or in words.")] = "",
    title: Annotated[str, typer.Option("--title", help="The title.")] = "",
    summary: Annotated[str, typer.Option("--summary", help="The summary.")] = "",
    actor: Annotated[
        list[str] | None, typer.Option("--actor", metavar="NAME", help="An actor.")
    ] = None,
    place: Annotated[
        list[str] | None, typer.Option("--place", metavar="PLACE", help="A place.")
    ] = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="A tag.")] = None,
    follows: Annotated[
        list[str] | None,
        typer.Option("--follows", metavar="EVENT", help="An event that it follows."),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="URL", help="The address or title of a source."),
    ] = None,
    id: Annotated[
        str, typer.Option("--id", metavar="ID", help="The id. \\[default: made from the title]")
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Add it even if there is a similar event.")
    ] = False,
    dry_run: DryRun = False,
    file: Files = None,
) -> None:
    """Add an event to a file in its order, and ask for what is missing"""
    from timeline.cli.editing import (
        Draft,
        ValueProblem,
        agreed,
        asked_on_terminal,
        event_like,
        finish,
        finished,
        open_one,
    )
    from timeline.cli.terminal import note
    from timeline.editing import Edits
    from timeline.text import visible

    timeline = open_one(file or ())
    edits = Edits(timeline)
    # A file that cannot be changed is an error before anything is asked.
    edits.document(0)
    draft = Draft(
        date,
        title,
        summary,
        tuple(actor or ()),
        tuple(place or ()),
        tuple(tag or ()),
        tuple(follows or ()),
        tuple(source or ()),
        id,
    ).with_words(" ".join(words or ()))
    asks = not (draft.date and draft.title)
    if asks:
        if not (sys.stdin and sys.stdin.isatty()):
            missing = "date" if not draft.date else "title"
            raise ValueProblem(f"an event needs a {missing}: add --{missing}")
        draft = asked_on_terminal(timeline, draft)
    event = finished(timeline, draft)
    if not force and (like := event_like(timeline, event)):
        similar = (
            f"there is a similar event: {visible(like.id)}, {like.date.describe()}: "
            f"{visible(like.title)}"
        )
        if not asks:
            raise ValueProblem(f"{similar}\nto add this one anyway, use --force")
        if not agreed(f"{similar}\nadd this one anyway? (y/n)"):
            raise ValueProblem("nothing was added")
    event = edits.add(event)
    if (shown := event.date.describe()) != event.date.text:
        note(f"{event.date.text} is {shown}")
    finish(edits, f"added {visible(event.id)} to", dry_run=dry_run)

"""Putting the events of a file in chronological order."""

import re
from collections.abc import Sequence
from itertools import pairwise

from yaml.events import AliasEvent

from timeline.editing.contents import Contents
from timeline.editing.document import Change, Document, EditError
from timeline.editing.yaml import (
    Splice,
    TextRange,
    comments_above,
    extents_of,
    is_top,
    parser_events,
)
from timeline.model import Event
from timeline.text import slug, visible

_SEPARATOR = re.compile(r"[\s,]*")


def in_order(document: Document, *, reverse: bool = False) -> Change | None:
    """Return the change that puts the events in chronological order, None if they are in it.

    `reverse` means the latest first. Events with the same date remain in their order. Each event
    is moved with the comments that belong to it (see `extents`); whatever is between events stays
    where it is. Raises EditError.
    """
    contents = document.contents
    if contents is None:
        raise EditError(f"{visible(document.name)} has errors: see timeline check")
    events = contents.events
    order = sorted(range(len(events)), key=lambda n: events[n].date.sort_key, reverse=reverse)
    if order == list(range(len(events))):
        return None
    name = visible(document.name)
    _refuse_other_ids(name, events, order)
    text, structure = document.text, document.structure
    extents = extents_of(text, structure)
    if structure.indent is None:
        _refuse_comments(name, text, extents)
        moved = [span.of(text) for span in extents]
    else:
        _refuse_top(name, document, extents, order)
        moved = _lines(text, extents, order)
    _refuse_misplaced_alias(name, text, extents, order)

    def intended(before: Contents, first: int) -> Contents:
        return before._replace(events=tuple(before.events[number] for number in order))

    splices = [
        Splice(extents[place], moved[number])
        for place, number in enumerate(order)
        if place != number
    ]
    return Change(tuple(splices), intended, verbatim=True)


def _lines(text: str, extents: Sequence[TextRange], order: Sequence[int]) -> list[str]:
    """Return the lines of each event, as they end where the order puts them."""
    moved = [span.of(text) for span in extents]
    if not moved[-1].endswith("\n"):
        # The file does not end with a line end, and will not.
        moved[-1] += "\r\n" if moved[0].endswith("\r\n") else "\n"
        moved[order[-1]] = moved[order[-1]].rstrip("\r\n")
    return moved


def _refuse_other_ids(name: str, events: Sequence[Event], order: Sequence[int]) -> None:
    """Refuse to move events whose ids, made from the same title, depend on which comes first."""
    first: dict[str, int] = {}
    for number, event in enumerate(events):
        if not event.id:
            first.setdefault(slug(event.title), number)
    seen = set()
    for number in order:
        made = slug(events[number].title)
        if not events[number].id and made not in seen:
            seen.add(made)
            if first[made] != number:
                raise EditError(
                    f"several events of {name} are called '{visible(events[number].title)}' and "
                    "have no id of their own, so that their ids depend on which comes first: give "
                    "them ids with timeline set EVENT id=ID"
                )


def _refuse_top(
    name: str, document: Document, extents: Sequence[TextRange], order: Sequence[int]
) -> None:
    """Refuse to move a comment away from the top of a file, or to it: it may be about the file."""
    text, bounds = document.text, document.structure.bounds
    start, first = extents[0].start, order[0]
    is_there = start == bounds[0].start and comments_above(text, 0, start) < start
    comes = is_top(text, start) and extents[first].start < bounds[first].start
    if first and (is_there or comes):
        raise EditError(
            f"{name}: the comment above the first event {'is' if is_there else 'would be'} at the "
            "top of the file, and could be about either: write a line 'events:' above the comments "
            "of the first event"
        )


def _refuse_comments(name: str, text: str, spans: Sequence[TextRange]) -> None:
    """Refuse to move events in brackets around comments, which belong to nobody knows which."""
    for one, other in pairwise(spans):
        if not _SEPARATOR.fullmatch(text, one.end, other.start):
            raise EditError(
                f"{name} has its events in brackets, with comments between them: move the "
                "comments, or write each event on lines of its own"
            )


def _refuse_misplaced_alias(
    name: str, text: str, extents: Sequence[TextRange], order: Sequence[int]
) -> None:
    """Refuse to move an alias to a place before its anchor, or after another of that name."""
    if "*" not in text:
        return
    meant: dict[int, list[tuple[str, int]]] = {}
    anchors: dict[str, int] = {}
    held: list[list[str]] = []
    for number, span in enumerate(extents):
        found = span.of(text)
        held.append([])
        if "&" not in found and "*" not in found:
            continue
        for event in parser_events(found):
            anchor = str(getattr(event, "anchor", None) or "")
            if isinstance(event, AliasEvent):
                meant.setdefault(number, []).append((anchor, anchors.get(anchor, -1)))
            elif anchor:
                anchors[anchor] = number
                held[number].append(anchor)
    anchors = {}
    for number in order:
        here = dict.fromkeys(held[number], number)
        for anchor, owner in meant.get(number, ()):
            if {**anchors, **here}.get(anchor, -1) != owner:
                line = text.count("\n", 0, extents[number].start) + 1
                raise EditError(
                    f"{name}:{line}: the alias *{visible(anchor)} of this event would come before "
                    f"its anchor: write out what it stands for"
                )
        anchors |= here

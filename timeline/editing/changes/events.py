"""The changes that can be made to events: add one, change its fields, remove it."""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

import msgspec
from yaml import YAMLError

from timeline.dates import EventDate
from timeline.editing.contents import Contents
from timeline.editing.direction import direction_of
from timeline.editing.document import Change, Document, EditError, in_text
from timeline.editing.yaml import (
    EVENTS,
    FieldValue,
    Splice,
    TextRange,
    event_in_brackets,
    event_lines,
    extent_of,
    field_of,
    field_splices,
    insertion,
    structure_of,
)
from timeline.model import Event
from timeline.text import visible

_EMPTY_LINES = re.compile(r"(?:[ \t]*\r?\n)*")


def place_in_order(dates: Sequence[tuple[int, int, int]], date: EventDate) -> int:
    """Return the number that a new event gets among events with these dates.

    In a file that is mostly in chronological or in reverse order, it is where the fewest events are
    on the wrong side of it; in any other file, it is the last.
    """
    key = date.sort_key
    direction = direction_of(dates)
    if not direction:
        return len(dates)
    is_before = [one <= key if direction > 0 else one > key for one in dates]
    # The number of events on the wrong side, for each place from the first to the last.
    wrong = accumulate((-1 if before else 1 for before in is_before), initial=sum(is_before))
    return -min((count, -number) for number, count in enumerate(wrong))[1]


def added(document: Document, event: Event, number: int, *, with_id: bool) -> Change:
    """Return the change that inserts an event as the one with this number. Raises EditError."""
    structure, text = document.structure, document.text
    style = document.style(number)
    written = event if with_id else msgspec.structs.replace(event, id="")
    count = len(structure.bounds)

    def intended(before: Contents, first: int) -> Contents:
        events = before.events
        at = number - first
        return before._replace(events=(*events[:at], written, *events[at:]))

    if not count:
        splice = _first_event(document, event_lines(event, style, with_id=with_id))
    elif structure.indent is None:
        as_json = text[structure.bounds[0].start + 1 :].lstrip().startswith('"')
        mapping = event_in_brackets(event, with_id=with_id, as_json=as_json)
        if number < count:
            splice = insertion(structure.bounds[number].start, f"{mapping}, ")
        else:
            splice = insertion(structure.bounds[-1].end, f", {mapping}")
    else:
        lines = event_lines(event, style, with_id=with_id)
        splice = _between(document, lines, style.between, number)
    return Change((splice,), intended, range(number, number + 1), 1)


def _between(document: Document, lines: str, between: str, number: int) -> Splice:
    """Return the splice that inserts the lines of an event before the one with this number."""
    if number == 0:
        first = extent_of(document.text, document.structure, 0).start
        return insertion(first, lines + between)
    end = document.item(number - 1).span.end
    if not document.text[:end].endswith("\n"):
        return insertion(end, "\n" + between + lines.removesuffix("\n"))
    return insertion(end, between + lines)


def _first_event(document: Document, lines: str) -> Splice:
    structure, text = document.structure, document.text
    empty = next((entry for entry in structure.top if entry.key.value == EVENTS), None)
    if empty is not None:
        # The key stands alone.
        at = text.index(":", empty.key.span.end) + 1
        line = text.find("\n", at)
        at = len(text) if line < 0 else line
        return insertion(at, "\n" + lines.removesuffix("\n"))
    if not structure.has_events:
        gap = "" if not text or text.endswith("\n") else "\n"
        return insertion(len(text), f"{gap}events:\n{lines}")
    # The list is written as `[]`.
    start = text.rindex("[", 0, structure.end)
    key = text.rstrip()[:start].rstrip()
    if text[start : structure.end].strip("[] \n\t") or not key.endswith(":"):
        raise EditError(
            f"{visible(document.name)} has an empty list of events: delete it, and try again"
        )
    return Splice(TextRange(len(key), structure.end), "\n" + lines.removesuffix("\n"))


def removed(document: Document, number: int) -> Change:
    """Return the change that removes an event, with its lines and the comments directly above it.

    Raises EditError.
    """
    structure, text = document.structure, document.text
    count = len(structure.bounds)

    def intended(before: Contents, first: int) -> Contents:
        events = before.events
        at = number - first
        return before._replace(events=(*events[:at], *events[at + 1 :]))

    if count == 1:
        raise EditError(
            f"this is the only event of {visible(document.name)}: delete the file instead"
        )
    if structure.indent is None:
        span = structure.bounds[number]
        if number:
            span = TextRange(structure.bounds[number - 1].end, span.end)
        else:
            span = TextRange(span.start, structure.bounds[1].start)
    else:
        start, end = extent_of(text, structure, number)
        # Empty lines go with it: those below it, or those above the last event.
        if number + 1 < count:
            found = _EMPTY_LINES.match(text, end)
            end = found.end() if found else end
        else:
            above = document.item(number - 1).span.end
            start = above + len(text[above:start].rstrip(" \t\r\n"))
            start = text.find("\n", start) + 1 if start > above else above
        span = TextRange(start, end)
    return Change((Splice(span, ""),), intended, range(number, number + 1), -1)


def with_fields(
    document: Document, number: int, event: Event, fields: Mapping[str, FieldValue]
) -> Change:
    """Return the change that gives fields of an event other values.

    `event` is what is written now, with an empty id if none is. An empty value removes a field.
    """
    item, style = document.item(number), document.style(number)
    splices: list[Splice] = []
    for key in sorted(fields, key=style.order.index):
        splices += field_splices(item, key, field_of(event, key), fields[key], style)
    values: dict[str, object] = dict(fields)
    if "date" in fields:
        values["date"] = EventDate.parse(str(fields["date"]))
    becomes = msgspec.structs.replace(event, **values)

    def intended(before: Contents, first: int) -> Contents:
        events = before.events
        at = number - first
        return before._replace(events=(*events[:at], becomes, *events[at + 1 :]))

    return Change(in_text(item, splices), intended, range(number, number + 1))


def with_text(document: Document, number: int, text: str) -> Change:
    """Return the change that replaces the lines of an event by others, with one event or several.

    Raises EditError if the lines are not those of events.
    """
    item = document.item(number)
    if document.structure.indent is None:
        return Change((Splice(item.span, text),), None, range(number, number + 1))
    lines = text if text.endswith("\n") or not item.text.endswith("\n") else f"{text}\n"
    try:
        count = len(structure_of(lines).bounds) if lines.strip() else 0
    except (YAMLError, AssertionError, StopIteration):
        raise EditError("these lines are not a list of events") from None
    return Change((Splice(item.span, lines),), None, range(number, number + 1), count - 1)

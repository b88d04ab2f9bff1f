"""Where the events and registries stand in the text of a YAML file."""

import re
from array import array
from collections.abc import Iterator
from collections.abc import Sequence as Numbered
from typing import Any, NamedTuple, overload

from yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent

from timeline.editing.yaml.nodes import (
    Entry,
    Mapping,
    Scalar,
    Sequence,
    TextRange,
    node_from,
    node_of,
    parser_events,
)

EVENTS = "events"
# In PyYAML's type hints the marks of an event may be None. A parser always sets them.
_ListEnd: Any = SequenceEndEvent
_OPENING = (MappingStartEvent, SequenceStartEvent)
_CLOSING = (MappingEndEvent, SequenceEndEvent)


class Item(NamedTuple):
    """An event in the text of a file.

    `text` is the event alone, from its dash on if it is in a block list, to the end of its last
    line. `node` holds positions in this text. `span` is where it stands in the file.
    """

    span: TextRange
    text: str
    node: Mapping


class Structure(NamedTuple):
    """The parts of a file.

    `bounds` are where the events stand, in order. In a block list each reaches from the line of its
    dash to that of the next one, with comments that may follow it, and `indent` is the number of
    spaces before a dash. In brackets they are the events themselves, and `indent` is None. `top`
    holds the other top-level keys. `has_events` means that there is a list of events, if only an
    empty one, and `end` is the position after it.
    """

    bounds: Numbered[TextRange]
    indent: int | None
    top: list[Entry]
    has_events: bool
    end: int

    def registry(self, key: str) -> Mapping | None:
        """Return the mapping under `actors`, `tags` or `questions`, None if the file has none."""
        found = next((entry.value for entry in self.top if entry.key.value == key), None)
        return found if isinstance(found, Mapping) else None

    def item(self, text: str, number: int) -> Item:
        """Return an event by its number in the file, from 0, given the text of the file."""
        start, end = self.bounds[number]
        node = node_of(text[start:end])
        if isinstance(node, Sequence) and self.indent is not None:
            node = node.items[0]
        assert isinstance(node, Mapping)
        if self.indent is not None:
            line_end = text.find("\n", start + node.span.end)
            if line_end >= 0:
                end = own_comments_end(text, line_end + 1, end, self.indent)
        return Item(TextRange(start, end), text[start:end], node)


class _Blocks(Numbered[TextRange]):
    """Where blocks stand that follow each other; there can be very many."""

    def __init__(self, begins: "array[int]", end: int) -> None:
        self._begins = begins
        self._end = end

    def __len__(self) -> int:
        return len(self._begins)

    @overload
    def __getitem__(self, number: int) -> TextRange: ...
    @overload
    def __getitem__(self, number: slice) -> list[TextRange]: ...
    def __getitem__(self, number: int | slice) -> TextRange | list[TextRange]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        following = number + 1
        is_last = following in (0, len(self._begins))
        return TextRange(self._begins[number], self._end if is_last else self._begins[following])


def own_comments_end(text: str, at: int, end: int, indent: int) -> int:
    """Return the end of the comments from the line at `at` on that belong to the event above them.

    These are indented more than its dash.
    """
    found = re.compile(rf"(?: {{{indent + 1},}}#.*(?:\n|\Z))*").match(text, at, end)
    return found.end() if found else at


def structure_of(text: str) -> Structure:
    """Return the structure of a file, which must be valid. Raises YAMLError."""
    events = parser_events(text)
    for _ in range(2):
        next(events)
    # There may be nothing but comments.
    first = next(events, None)
    found = Structure([], None, [], has_events=False, end=len(text))
    if isinstance(first, SequenceStartEvent):
        return _with_events(found, text, first, events)
    if not isinstance(first, MappingStartEvent):
        return found
    event: Any
    while not isinstance(event := next(events), MappingEndEvent):
        key = node_from(text, event, events)
        event = next(events)
        assert isinstance(key, Scalar)
        if key.value == EVENTS and isinstance(event, SequenceStartEvent):
            found = _with_events(found, text, event, events)
        else:
            found.top.append(Entry(key, node_from(text, event, events)))
    return found


def structure_of_blocks(text: str, indent: int) -> Structure:
    """Return the structure of a file in which each event begins with `indent` spaces and a dash.

    From the first event on there must be only events (see `readers.Layout`). This is much faster
    than parsing the whole file.
    """
    begins = array("Q", [0] if re.match(rf" {{{indent}}}-(?=\s)", text) else [])
    begins.extend(one.start() + 1 for one in re.finditer(rf"\n {{{indent}}}-(?=\s)", text))
    # Above a list of events there may be comments alone, which are no document.
    head = structure_of(text[: begins[0]]) if _has_keys(text[: begins[0]]) else None
    top = [entry for entry in head.top if entry.key.value != EVENTS] if head else []
    bounds = _Blocks(begins, len(text))
    return Structure(bounds, indent, top, has_events=True, end=len(text))


def _has_keys(head: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in head.splitlines())


def _with_events(found: Structure, text: str, start: Any, events: Iterator[Any]) -> Structure:
    """Return the structure with the list of events that begins with a parser event."""
    firsts: list[int] = []
    ends: list[int] = []
    event: Any
    while not isinstance(event := next(events), _ListEnd):
        firsts.append(event.start_mark.index)
        depth = 0
        while True:
            depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
            if depth == 0:
                break
            event = next(events)
        ends.append(event.end_mark.index)
    if start.flow_style:
        bounds = [TextRange(*pair) for pair in zip(firsts, ends, strict=True)]
        return found._replace(bounds=bounds, has_events=True, end=event.end_mark.index)
    # The next text begins where a block list ends; its last line may have comments before it.
    end = event.start_mark.index
    dashes = [text.rfind("-", 0, first) for first in firsts]
    lines = [text.rfind("\n", 0, dash) + 1 for dash in dashes]
    bounds = [TextRange(*pair) for pair in zip(lines, [*lines[1:], end], strict=True)]
    indent = dashes[0] - lines[0]
    return found._replace(bounds=bounds, indent=indent, has_events=True, end=end)

"""A piece of YAML as nodes that know where they stand in its text."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from timeline.readers.yaml import make_parser

# In PyYAML's type hints the marks of an event may be None. A parser always sets them.
_Scalar: Any = ScalarEvent
_Alias: Any = AliasEvent
_ListStart: Any = SequenceStartEvent
_ListEnd: Any = SequenceEndEvent
_MappingEnd: Any = MappingEndEvent


class TextRange(NamedTuple):
    """A part of a text: the positions of its first character and after its last one."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return this part of a text."""
        return text[self.start : self.end]


class Scalar(NamedTuple):
    """A text. `style` is its quote or block sign, empty for plain text."""

    span: TextRange
    value: str
    style: str


class Alias(NamedTuple):
    """A reference to an anchor."""

    span: TextRange


class Sequence(NamedTuple):
    """A list; `is_flow` means that it is in brackets."""

    span: TextRange
    items: "list[Node]"
    is_flow: bool


class Entry(NamedTuple):
    """A key of a mapping with its value."""

    key: Scalar
    value: "Node"

    @property
    def end(self) -> int:
        """The position after its last character."""
        return max(self.key.span.end, self.value.span.end)


class Mapping(NamedTuple):
    """Keys and values; `is_flow` means that they are in brackets."""

    span: TextRange
    entries: list[Entry]
    is_flow: bool

    def entry(self, key: str) -> Entry | None:
        """Return the entry with a key, None if there is none."""
        return next((entry for entry in self.entries if entry.key.value == key), None)


Node = Scalar | Alias | Sequence | Mapping


def column_of(text: str, at: int) -> int:
    """Return the number of characters before a position in its line."""
    return at - (text.rfind("\n", 0, at) + 1)


def node_of(text: str) -> Node:
    """Return the node of a text in YAML, which must be valid.

    Raises YAMLError for any other text.
    """
    events = parser_events(text)
    for _ in range(2):
        next(events)
    return node_from(text, next(events), events)


def parser_events(text: str) -> Iterator[Any]:
    """Yield the parser events of a text in YAML. Raises YAMLError."""
    parser = make_parser(text)
    while (event := parser.get_event()) is not None:
        yield event


def node_from(text: str, event: Any, events: Iterator[Any]) -> Node:
    """Return the node that begins with a parser event, and take its other events."""
    start = event.start_mark.index
    if isinstance(event, _Alias):
        return Alias(TextRange(start, event.end_mark.index))
    if isinstance(event, _Scalar):
        end = event.end_mark.index
        if event.style in ("|", ">"):
            # Its end mark is where the next text begins.
            end = start + len(text[start:end].rstrip())
        return Scalar(TextRange(start, end), event.value, event.style or "")
    is_flow = bool(event.flow_style)
    if isinstance(event, _ListStart):
        items = []
        while not isinstance(event := next(events), _ListEnd):
            items.append(node_from(text, event, events))
        last = items[-1].span.end if items else start
        return Sequence(TextRange(start, event.end_mark.index if is_flow else last), items, is_flow)
    assert isinstance(event, MappingStartEvent)
    entries = []
    while not isinstance(event := next(events), _MappingEnd):
        key = node_from(text, event, events)
        value = node_from(text, next(events), events)
        assert isinstance(key, Scalar)
        entries.append(Entry(key, value))
    last = entries[-1].end if entries else start
    return Mapping(TextRange(start, event.end_mark.index if is_flow else last), entries, is_flow)

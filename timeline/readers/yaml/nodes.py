"""YAML events as nodes: texts, lists and mappings, each with its place.

Nothing is resolved: a scalar is the text that stands in the file. A node is made of the parser's
own events, only as large as the part of a file that is asked for; what YAML allows and a chronology
does not (explicit tags, merge keys, keys that are no texts) is reported where it stands.
"""

from collections.abc import Callable, Iterator
from typing import Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from timeline.readers.items import Place
from timeline.readers.text import Report
from timeline.text import control_in, name_of, visible

DEEPEST = 20
"""How many lists and mappings may stand one in another; a chronology needs five."""

EXPANSION_ALLOWANCE = 1_000_000
EXPANSION_RATIO = 10
"""What aliases repeat may come to ten times the text of the file, and a million characters."""

_PLAIN_TAGS = {
    "!",
    "tag:yaml.org,2002:str",
    "tag:yaml.org,2002:seq",
    "tag:yaml.org,2002:map",
}


class Unreadable(Exception):
    """The rest of the file cannot be read; why has been reported."""


class Sequence:
    """A list. `size` is how much text it holds, 0 until it is asked (see `size_of`)."""

    __slots__ = ("end_mark", "flow", "items", "size", "start_mark")

    def __init__(self, start: Event, flow: bool) -> None:
        self.start_mark = start.start_mark
        self.end_mark = start.end_mark
        self.flow = flow
        self.items: list[Node] = []
        self.size = 0


class Mapping:
    """Keys and what they stand for. `size` is how much text it holds, 0 until it is asked.

    It is not `whole` where a key was refused and reported, or where reading broke off.
    """

    __slots__ = ("end_mark", "entries", "flow", "keys", "size", "start_mark", "whole")

    def __init__(self, start: Event, flow: bool) -> None:
        self.start_mark = start.start_mark
        self.end_mark = start.end_mark
        self.flow = flow
        self.keys: dict[str, ScalarEvent] = {}
        self.entries: dict[str, Node] = {}
        self.size = 0
        self.whole = True


Node = ScalarEvent | Sequence | Mapping | None
"""A part of a file; None where it was refused and reported."""


def place_of(node: Any) -> Place:
    """Return where a node or parser event stands; a list or mapping by its first character."""
    start: Any = node.start_mark
    line, column = start.line, start.column
    if not isinstance(node, ScalarEvent):
        return Place(line + 1, column + 1, 1)
    end: Any = node.end_mark
    # Of a text over several lines, the first is marked.
    width = end.column - column if end.line == line else 1 << 20
    return Place(line + 1, column + 1, width or 1)


def ends_of_plain_texts(node: Node) -> Iterator[tuple[int, int]]:
    """Yield the line and column after each text in a node that stands there without quotes."""
    if isinstance(node, ScalarEvent):
        end: Any = node.end_mark
        if not node.style:
            yield end.line + 1, end.column + 1
    elif node is not None:
        for one in node.items if isinstance(node, Sequence) else node.entries.values():
            yield from ends_of_plain_texts(one)


class NodeReader:
    """Makes nodes of the events of a parser, and remembers what was anchored.

    After a syntax error `unfinished` is the outermost mapping that was being read, `innermost` the
    list or mapping it is in, `latest` the node that was read last before it, and `open_nodes` the
    lists and mappings that it is in, the innermost first.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._anchors: dict[str, Node] = {}
        self._open_anchors: set[str] = set()
        self._expanded = 0
        self._read_before = 0
        self._all_anchors_known = True
        self.unfinished: Mapping | None = None
        self.innermost: Sequence | Mapping | None = None
        self.latest: Node = None
        self.open_nodes: list[Sequence | Mapping] = []

    def begin(self, get_event: Callable[[], Event], read_before: int) -> None:
        """Read from a parser, with about so many characters of the file before its first."""
        self.get_event = get_event
        self._all_anchors_known = read_before == 0
        self._read_before = read_before
        self._open_anchors.clear()
        self.unfinished = self.innermost = self.latest = None
        self.open_nodes = []

    @property
    def has_anchors(self) -> bool:
        """Whether anything read so far can be repeated by an alias."""
        return bool(self._anchors or self._open_anchors)

    def next(self) -> Node:
        """Return the node that the next event begins."""
        return self.node(self.get_event(), 0)

    def node(self, event: Event, depth: int = 0) -> Node:
        """Return the node that `event` begins, and read the parser on to the node's end."""
        if type(event) is ScalarEvent:
            if event.anchor is None and event.tag is None and event.style != '"':
                return event
            return self._marked_scalar(event)
        if type(event) is AliasEvent:
            return self._alias(event)
        if depth == DEEPEST:
            raise self.too_deep(place_of(event))
        if type(event) is SequenceStartEvent:
            return self._anchored(event, self._sequence(event, depth))
        return self._anchored(event, self._mapping(event, depth))

    def too_deep(self, place: Place) -> Unreadable:
        """Report a list or mapping that is nested too deeply; return what ends the reading."""
        self._report(
            place,
            f"more than {DEEPEST} lists and mappings in one another: close those before this",
        )
        return Unreadable()

    def open(self, event: SequenceStartEvent | MappingStartEvent) -> bool:
        """Check the tag and note the anchor of a list or mapping that is read bit by bit."""
        if event.anchor is not None:
            self._open_anchors.add(event.anchor)
        return self._tag_is_plain(event)

    def key(self, event: Event, known: dict[str, ScalarEvent], depth: int = 0) -> str | None:
        """Return the text of a mapping's key; None where it was refused and reported.

        A key of `known` is refused as repeated.
        """
        if type(event) is not ScalarEvent:
            node = self.node(event, depth + 1)
            if node is not None:
                self._report(place_of(event), "a key must be a text")
            return None
        if event.value == "<<" and not event.style:
            self._report(
                place_of(event), "merge keys ('<<') are not supported: write the fields out"
            )
            return None
        if self.node(event) is None:
            return None
        if event.value in known:
            first = place_of(known[event.value]).line
            self._report(
                place_of(event),
                f"key '{visible(event.value)}' is repeated, it stands in line {first}: "
                "keep one of the two",
            )
            return None
        known[event.value] = event
        return str(event.value)

    def _sequence(self, start: Any, depth: int) -> Node:
        sequence = Sequence(start, bool(start.flow_style))
        if start.anchor is not None:
            self._open_anchors.add(start.anchor)
        get_event, append = self.get_event, sequence.items.append
        node: Node = None
        try:
            while type(event := get_event()) is not SequenceEndEvent:
                node = self.node(event, depth + 1)
                append(node)
        except YAMLError:
            self.innermost = self.innermost or sequence
            self.open_nodes.append(sequence)
            self.latest = self.latest or node
            raise
        sequence.end_mark = event.end_mark
        return sequence if self._tag_is_plain(start) else None

    def _mapping(self, start: Any, depth: int) -> Node:
        mapping = Mapping(start, bool(start.flow_style))
        if start.anchor is not None:
            self._open_anchors.add(start.anchor)
        get_event, keys, entries = self.get_event, mapping.keys, mapping.entries
        node: Node = None
        try:
            while type(event := get_event()) is not MappingEndEvent:
                # Most keys and values are plain texts; what they are is asked here, not in a call.
                if (
                    type(event) is ScalarEvent
                    and event.anchor is None
                    and event.tag is None
                    and event.style != '"'
                    and event.value not in keys
                    and event.value != "<<"
                ):
                    key: str | None = event.value
                    keys[event.value] = event
                else:
                    key = self.key(event, keys, depth)
                event = get_event()
                if (
                    type(event) is ScalarEvent
                    and event.anchor is None
                    and event.tag is None
                    and event.style != '"'
                ):
                    node = event
                else:
                    node = self.node(event, depth + 1)
                if key is None:
                    mapping.whole = False
                else:
                    entries[key] = node
        except YAMLError:
            self.innermost = self.innermost or mapping
            self.open_nodes.append(mapping)
            self.latest = self.latest or node
            mapping.whole = False
            # A value right before the error may not be what was meant.
            entries.pop(next(reversed(mapping.keys), ""), None)
            self.unfinished = mapping
            raise
        mapping.end_mark = event.end_mark
        return mapping if self._tag_is_plain(start) else None

    def _marked_scalar(self, event: ScalarEvent) -> Node:
        node: Node = event
        if not self._tag_is_plain(event):
            node = None
        elif found := control_in(event.value):
            self._report(
                place_of(event),
                f"the text holds the control character {name_of(found[0])}: leave it out",
            )
            node = None
        return self._anchored(event, node)

    def _anchored(self, event: Any, node: Node) -> Node:
        if event.anchor is not None:
            self._open_anchors.discard(event.anchor)
            self._anchors[event.anchor] = node
        return node

    def _alias(self, event: Any) -> Node:
        name = event.anchor
        if name in self._open_anchors:
            self._report(place_of(event), f"alias '*{name}' stands inside what it names")
            return None
        if name not in self._anchors:
            # What it names may have stood where a syntax error was.
            if self._all_anchors_known:
                self._report(
                    place_of(event),
                    f"alias '*{name}' names nothing: no '&{name}' before it, "
                    "and a text that begins with '*' needs quotes",
                )
            return None
        node = self._anchors[name]
        self._expanded += size_of(node)
        read = self._read_before + event.start_mark.index
        if self._expanded > EXPANSION_ALLOWANCE + EXPANSION_RATIO * read:
            self._report(
                place_of(event),
                "the aliases of the file repeat more text than a chronology may: "
                "write out what differs",
            )
            raise Unreadable
        return node

    def _tag_is_plain(self, event: Any) -> bool:
        if event.tag is None or event.tag in _PLAIN_TAGS:
            return True
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        advice = "delete it"
        if not tag.startswith("!!") and isinstance(event, ScalarEvent):
            advice += ", or put quotes around a text that begins with '!'"
        self._report(place_of(event), f"tag '{visible(tag)}' is not supported: {advice}")
        return False


def size_of(node: Node) -> int:
    """Return about how many characters of text a node holds, 1 at least."""
    if isinstance(node, ScalarEvent):
        return len(node.value) + 1
    if node is None:
        return 1
    if not node.size:
        # Kept, for what aliases repeat would be looked at again and again.
        parts = node.items if isinstance(node, Sequence) else node.entries.values()
        keys = 0 if isinstance(node, Sequence) else sum(map(len, node.entries))
        node.size = 1 + keys + sum(map(size_of, parts))
    return node.size

"""The native format: a YAML file of events, read one event at a time."""

from collections.abc import Iterator
from typing import BinaryIO

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeline.errors import Problem, Severity
from timeline.readers import Heading, Item, Place, Registry
from timeline.readers.fields import FieldReader
from timeline.readers.text import CheckedText, NotText, Oversized, with_excerpts
from timeline.readers.yaml_nodes import Mapping, NodeReader, Unreadable, place_of
from timeline.readers.yaml_parser import explain, make_parser

LONGEST_PART = 16 * 1024 * 1024
"""How many characters one event, actor or tag may take."""

MOST_PROBLEMS = 10_000
MOST_FRESH_STARTS = 100
"""How many syntax errors are reported before a file is given up."""

_TOP_KEYS = ("title", "description", "tags", "actors", "events")


class _TooMany(Exception):
    """So many problems that the rest of the file is not read."""


def read(stream: BinaryIO, name: str, problems: list[Problem]) -> Iterator[Item]:
    """Yield what a YAML file holds, in its order; add what is wrong with it to `problems`.

    `stream` is read from its start and must be seekable; `name` is the file's name in problems.
    After a syntax error inside a list of events, reading goes on at the next event, so that one
    run shows every error of the file. A problem's excerpt is left out (see `with_excerpts`).
    """
    return _Reading(stream, name, problems).items()


class _Reading:
    def __init__(self, stream: BinaryIO, name: str, problems: list[Problem]) -> None:
        self._stream = stream
        self._name = name
        self._problems = problems
        self._item_column: int | None = None
        self._under_key = False

    def items(self) -> Iterator[Item]:
        skipped = 0
        try:
            for _ in range(MOST_FRESH_STARTS):
                try:
                    yield from self._document(skipped)
                    return
                except yaml.YAMLError as error:
                    place, message = explain(error, self._line_at)
                    self.error(place, message)
                    next_item = self._next_item_after(place.line)
                    if next_item is None:
                        return
                    skipped = next_item - 1
            self.error(Place(skipped + 1, 1), "too many errors: the rest of the file was not read")
        except Unreadable:
            pass
        except NotText as error:
            self.error(Place(0, 0), str(error))
        except Oversized:
            megabytes = LONGEST_PART // 1024 // 1024
            self.error(Place(0, 0), f"one event takes more than {megabytes} million characters")
        except _TooMany:
            pass

    def error(self, place: Place, message: str) -> None:
        self._add(Severity.ERROR, place, message)

    def warning(self, place: Place, message: str) -> None:
        self._add(Severity.WARNING, place, message)

    def _add(self, severity: Severity, place: Place, message: str) -> None:
        line, column, width = place
        self._problems.append(Problem(self._name, line, column, severity, message, width))
        if len(self._problems) >= MOST_PROBLEMS:
            message = f"{MOST_PROBLEMS:,} problems: the rest of the file was not read"
            self._problems.append(Problem(self._name, line, column, Severity.ERROR, message))
            raise _TooMany

    def _document(self, skipped: int) -> Iterator[Item]:
        text = CheckedText(self._stream, self.error, LONGEST_PART)
        if skipped:
            text.skip_lines(skipped)
            # The events that are left are read as a file of their own, its lines counted on.
            text.put_before("\n" * (skipped - 1) + ("events:\n" if self._under_key else "\n"))
        parser = make_parser(text)
        nodes = NodeReader(parser.get_event, self.error)
        fields = FieldReader(self.error, self.warning)
        parser.get_event()
        first = parser.get_event()
        if type(first) is StreamEndEvent:
            self._nothing_here()
            return
        top = parser.get_event()
        if type(top) is SequenceStartEvent:
            yield from self._events(top, text, nodes, fields)
        elif type(top) is MappingStartEvent:
            yield from self._chronology(top, text, nodes, fields)
        else:
            if type(top) is ScalarEvent and not top.value:
                self._nothing_here()
                return
            self.error(
                place_of(top),
                "a chronology is a list of events, or a mapping with 'events:', not a text",
            )
        parser.get_event()
        after = parser.get_event()
        if type(after) is DocumentStartEvent:
            self.error(
                place_of(after),
                "a second document begins here: a chronology is one, make a file of each",
            )

    def _nothing_here(self) -> None:
        self.error(
            Place(0, 0),
            "the file holds no chronology: write a list of events, '- date: 2014-03-18'",
        )

    def _chronology(
        self, top: MappingStartEvent, text: CheckedText, nodes: NodeReader, fields: FieldReader
    ) -> Iterator[Item]:
        nodes.open(top)
        known: dict[str, ScalarEvent] = {}
        while type(event := nodes.get_event()) is not MappingEndEvent:
            text.start_part()
            key = nodes.key(event, known)
            value = nodes.get_event()
            if key == "events" and type(value) is SequenceStartEvent:
                self._under_key = True
                yield from self._events(value, text, nodes, fields)
                continue
            if key in ("actors", "tags") and type(value) is MappingStartEvent:
                yield Registry(key)
                yield from self._registry(key, value, text, nodes, fields)
                continue
            node = nodes.node(value)
            if key is None or node is None:
                continue
            if key in ("title", "description"):
                if (heading := fields.text(node, key)) is not None:
                    yield Heading(key, heading)
            elif key == "events":
                if not isinstance(node, ScalarEvent) or node.value:
                    self.error(place_of(node), "events must be a list: begin each with '- '")
            elif key in ("actors", "tags"):
                if isinstance(node, ScalarEvent) and not node.value:
                    yield Registry(key)
                else:
                    self.error(place_of(node), f"{key} must be a mapping of ids: 'id: {{...}}'")
            else:
                fields.unknown_key(known[key], _TOP_KEYS)
        if "events" not in known:
            if known:
                self.error(place_of(top), "no events: add 'events:' and under it a list of events")
            else:
                self._nothing_here()

    def _events(
        self, start: SequenceStartEvent, text: CheckedText, nodes: NodeReader, fields: FieldReader
    ) -> Iterator[Item]:
        nodes.open(start)
        self._item_column = None if start.flow_style else place_of(start).column - 1
        while type(event := nodes.get_event()) is not SequenceEndEvent:
            text.start_part()
            node = nodes.node(event)
            if isinstance(node, Mapping):
                entry = fields.event(node)
                if entry is not None:
                    yield entry
            elif node is not None:
                self.error(place_of(node), "an event must be a mapping with 'date:' and 'title:'")
        self._item_column = None

    def _registry(
        self,
        key: str,
        start: MappingStartEvent,
        text: CheckedText,
        nodes: NodeReader,
        fields: FieldReader,
    ) -> Iterator[Item]:
        nodes.open(start)
        known: dict[str, ScalarEvent] = {}
        while type(event := nodes.get_event()) is not MappingEndEvent:
            text.start_part()
            identifier = nodes.key(event, known)
            node = nodes.next()
            if identifier is None or node is None:
                continue
            at = known[identifier]
            listed = fields.actor(at, node) if key == "actors" else fields.tag(at, node)
            if listed is not None:
                yield listed

    def _line_at(self, number: int) -> str:
        wanted = Problem("", number, 1, Severity.ERROR, "")
        return with_excerpts([wanted], self._stream)[0].excerpt or ""

    def _next_item_after(self, line: int) -> int | None:
        """Return the number of the next line that begins an event of the list being read."""
        if self._item_column is None:
            return None
        begins = " " * self._item_column + "- "
        lines = CheckedText(self._stream, lambda place, message: None, 1 << 62).lines()
        for number, found in enumerate(lines, 1):
            if number > line and found.startswith(begins):
                return number
        return None

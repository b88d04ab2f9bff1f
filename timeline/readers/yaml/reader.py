"""The native format: a YAML file of events, read one event at a time."""

from array import array
from collections.abc import Iterator
from typing import Any, BinaryIO

from yaml import YAMLError
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeline.errors import MOST_PROBLEMS, Problem, Severity
from timeline.readers.fields import FieldReader
from timeline.readers.items import Heading, Item, Layout, Place, Refused, Registry
from timeline.readers.text import CheckedText, NotText, Oversized, lines_from
from timeline.readers.yaml.faults import explain, too_deep
from timeline.readers.yaml.nodes import (
    DEEPEST,
    Mapping,
    Node,
    NodeReader,
    Unreadable,
    ends_of_plain_texts,
    place_of,
)
from timeline.readers.yaml.parser import make_parser
from timeline.readers.yaml.restart import TOP_KEYS, Section, Start, hidden_part, next_start

LONGEST_PART = 1024 * 1024
"""How many characters one event, actor or tag may take."""

MOST_FRESH_STARTS = 100
"""How many syntax errors are reported before a file is given up."""


class _TooMany(Exception):
    """So many problems that the rest of the file is not read."""


def read(
    stream: BinaryIO, name: str, problems: list[Problem], start: Start | None = None
) -> Iterator[Item]:
    """Yield what a YAML file holds, in its order; add what is wrong with it to `problems`.

    `stream` is read from its start, or from another, and must be seekable; `name` is the file's
    name in problems. What the file is laid out like comes last, where it is known.
    After a syntax error reading goes on at the next event, actor, tag or top-level key, so that one
    run shows every error of the file. A problem's excerpt is left out (see `with_excerpts`).
    """
    return _Reading(stream, name, problems).items(start or Start())


class _Reading:
    def __init__(self, stream: BinaryIO, name: str, problems: list[Problem]) -> None:
        self._stream = stream
        self._name = name
        self._problems = problems
        self._text = CheckedText(stream, self.error, LONGEST_PART)
        self._nodes = NodeReader(self.error)
        self._fields = FieldReader(self.error, self.warning)
        self._section = Section()
        self._begun: Event | None = None
        self._event_lines = array("I")
        self._layout: Layout | None = None
        self._syntax_errors = False
        # By top-level key, the top level itself by "": they stay known when reading starts again.
        self._keys: dict[str, dict[str, ScalarEvent]] = {"": {}, "actors": {}, "tags": {}}

    def items(self, start: Start) -> Iterator[Item]:
        try:
            for _ in range(MOST_FRESH_STARTS):
                try:
                    yield from self._document(start)
                    if self._layout is not None and not self._nodes.has_anchors:
                        yield self._layout
                    return
                except YAMLError as error:
                    place = self._syntax_error(error, start)
                    section = self._section
                    following = next_start(self._stream, start, place.line, section)
                    if (part := hidden_part(section, following)) is not None:
                        yield Refused(part)
                    if following is None:
                        return
                    start = following
            self.error(Place(start.line, 1), "too many errors: the rest of the file was not read")
        except Unreadable:
            pass
        except NotText as error:
            self.error(Place(0, 0), str(error))
        except Oversized:
            self.error(
                Place(0, 0) if self._begun is None else place_of(self._begun),
                "more than a million characters from here on without an end: "
                "close its quotes and brackets, or make it shorter",
            )
        except _TooMany:
            pass
        yield Refused("")

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

    def _document(self, start: Start) -> Iterator[Item]:
        self._text.begin(start.offset, start.line, start.before)
        parser = make_parser(self._text)
        self._nodes.begin(parser.get_event, start.offset)
        parser.get_event()
        first = parser.get_event()
        if type(first) is StreamEndEvent:
            self._nothing_here()
            return
        top = parser.get_event()
        if type(top) is SequenceStartEvent:
            self._section = Section("", top_column=None)
            yield from self._events(top)
        elif type(top) is MappingStartEvent:
            yield from self._chronology(top, start.section)
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
            line, column, _ = place_of(after)
            self.error(
                Place(line, column, len("---")),
                "a second document begins here: a chronology is one, make a file of each",
            )

    def _nothing_here(self) -> None:
        self.error(
            Place(0, 0),
            "the file holds no chronology: write a list of events, '- date: 2014-03-18'",
        )

    def _chronology(self, top: MappingStartEvent, resumed: Section | None) -> Iterator[Item]:
        nodes, fields = self._nodes, self._fields
        nodes.open(top)
        column = None if top.flow_style else place_of(top).column - 1
        known = self._keys[""]
        # The key that a rest is read under was put there: the one of the file stays known.
        first = known.pop(resumed.key, None) if resumed else None
        while type(event := nodes.get_event()) is not MappingEndEvent:
            self._begin_part(event)
            # What stands below the events is in the lines of the last: it would go unseen.
            self._layout = None
            key = nodes.key(event, known, depth=-1)
            if first is not None:
                known[first.value], first = first, None
            self._section = Section(key or "?", place_of(event).line + 1, None, column)
            value = nodes.get_event()
            if key == "events" and type(value) is SequenceStartEvent:
                yield from self._events(value)
                continue
            if key in ("actors", "tags") and type(value) is MappingStartEvent:
                yield Registry(key)
                yield from self._registry(key, value)
                continue
            nodes.latest = node = nodes.node(value)
            self._find_comments(node)
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
                fields.unknown_key(known[key], TOP_KEYS)
        if "events" not in known and not self._syntax_errors:
            if known:
                self.error(place_of(top), "no events: add 'events:' and under it a list of events")
            else:
                self._nothing_here()

    def _events(self, start: SequenceStartEvent) -> Iterator[Item]:
        nodes, fields = self._nodes, self._fields
        nodes.open(start)
        self._enter(start)
        key, _, indent, key_indent = self._section
        lines = self._event_lines
        if indent is not None:
            self._layout = Layout(key, key_indent or 0, indent, lines)
        event: Any = nodes.get_event()
        while type(event) is not SequenceEndEvent:
            lines.append(event.start_mark.line + 1)
            self._begin_part(event)
            node = None
            try:
                node = nodes.node(event)
                event = nodes.get_event()
            except YAMLError:
                # What was read of the event is looked at all the same.
                rest = node if isinstance(node, Mapping) else nodes.unfinished
                if rest is not None:
                    rest.whole = False
                    yield fields.event(rest)
                raise
            self._find_comments(node)
            if isinstance(node, Mapping):
                yield fields.event(node)
            else:
                fields.no_event(node)

    def _registry(self, key: str, start: MappingStartEvent) -> Iterator[Item]:
        nodes, fields = self._nodes, self._fields
        nodes.open(start)
        self._enter(start)
        known = self._keys[key]
        while type(event := nodes.get_event()) is not MappingEndEvent:
            self._begin_part(event)
            identifier = nodes.key(event, known)
            nodes.latest = node = nodes.next()
            self._find_comments(node)
            if identifier is None:
                continue
            at = known[identifier]
            listed = fields.actor(at, node) if key == "actors" else fields.tag(at, node)
            if listed is not None:
                yield listed

    def _enter(self, start: Any) -> None:
        """Note where the entries of the section begin."""
        line, column, _ = place_of(start)
        entries = (None, None) if start.flow_style else (line, column - 1)
        self._section = self._section._replace(first_line=entries[0], column=entries[1])

    def _begin_part(self, event: Event) -> None:
        self._begun = event
        self._text.start_part()

    def _find_comments(self, node: Node) -> None:
        """Warn of the comments that end a text which is not in quotes."""
        comments = self._text.comments
        if not comments:
            return
        ends = set(ends_of_plain_texts(node))
        last, _ = max(ends, default=(0, 0))
        while comments and comments[0].place.line <= last:
            comment = comments.popleft()
            if comment.after in ends:
                self.warning(
                    comment.place,
                    "this is left out, as a comment: put the whole text in quotes, "
                    "or a space after the '#'",
                )

    def _syntax_error(self, error: YAMLError, start: Start) -> Place:
        def line_at(number: int) -> str:
            for line in lines_from(self._stream, start.offset, start.line):
                if line.number >= number:
                    return line.text if line.number == number else ""
            return ""

        self._syntax_errors = True
        # The list of events is no part of an event.
        outside = self._begun is None
        if place := too_deep(error, line_at, self._nodes.open_nodes, DEEPEST + outside):
            raise self._nodes.too_deep(place)
        place, message = explain(error, line_at, self._nodes.latest, self._nodes.innermost)
        self.error(place, message)
        return place

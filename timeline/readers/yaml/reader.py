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

from timeline.readers import keys
from timeline.readers.events import EventReader
from timeline.readers.items import Heading, Item, Layout, Place, Refused, Registry
from timeline.readers.lines import lines_from
from timeline.readers.records import List, Record, Text, Value, place_of
from timeline.readers.registries import RegistryReader
from timeline.readers.report import Report, TooManyProblems
from timeline.readers.text import CheckedText, NotText, Oversized
from timeline.readers.yaml.aliases import Unreadable
from timeline.readers.yaml.faults import explain, not_an_event, too_deep
from timeline.readers.yaml.parser import make_parser
from timeline.readers.yaml.restart import Section, Start, hidden_part, next_start
from timeline.readers.yaml.values import DEEPEST, ValueReader, ends_of_plain_texts, place_of_event

LONGEST_PART = 1024 * 1024
"""How many characters one event, actor or tag may take."""

MOST_FRESH_STARTS = 100
"""How many syntax errors are reported before a file is given up."""


def read(stream: BinaryIO, report: Report, start: Start | None = None) -> Iterator[Item]:
    """Yield what a YAML file holds, in its order; report what is wrong with it.

    `stream` is read from its start, or from another, and must be seekable. The layout of the file
    comes last, where it is known. After a syntax error reading goes on at the next event, actor,
    tag or top-level key, so that one run shows every error of the file.
    """
    return _Reading(stream, report).items(start or Start())


class _Reading:
    def __init__(self, stream: BinaryIO, report: Report) -> None:
        self._stream = stream
        self._report = report
        self._text = CheckedText(stream, report, LONGEST_PART)
        self._values = ValueReader(report)
        self._event_reader = EventReader(report)
        self._registry_reader = RegistryReader(report)
        self._section = Section()
        self._begun: Event | None = None
        self._event_lines = array("I")
        self._layout: Layout | None = None
        self._syntax_errors = False
        # By top-level key, the top level itself by "": they stay known when reading starts again.
        self._keys: dict[str, dict[str, Text]] = {"": {}, "actors": {}, "tags": {}}

    def items(self, start: Start) -> Iterator[Item]:
        try:
            for _ in range(MOST_FRESH_STARTS):
                try:
                    yield from self._document(start)
                    if self._layout is not None and not self._values.anchors:
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
            self._report.error(
                Place(start.line, 1), "too many errors: the rest of the file was not read"
            )
        except Unreadable:
            pass
        except NotText as error:
            self._report.error(Place(0, 0), str(error))
        except Oversized:
            self._report.error(
                Place(0, 0) if self._begun is None else place_of_event(self._begun),
                "more than a million characters from here on without an end: "
                "close its quotes and brackets, or make it shorter",
            )
        except TooManyProblems:
            pass
        yield Refused("")

    def _document(self, start: Start) -> Iterator[Item]:
        self._text.begin(start.offset, start.line, start.before)
        parser = make_parser(self._text)
        self._values.begin(parser.get_event, start.offset)
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
            self._report.error(
                place_of_event(top),
                "a chronology is a list of events, or a mapping with 'events:', not a text",
            )
        parser.get_event()
        after = parser.get_event()
        if type(after) is DocumentStartEvent:
            line, column, _ = place_of_event(after)
            self._report.error(
                Place(line, column, len("---")),
                "a second document begins here: a chronology is one, make a file of each",
            )

    def _nothing_here(self) -> None:
        self._report.error(
            Place(0, 0),
            "the file holds no chronology: write a list of events, '- date: 2014-03-18'",
        )

    def _chronology(self, top: MappingStartEvent, resumed: Section | None) -> Iterator[Item]:
        values = self._values
        values.open(top)
        column = None if top.flow_style else place_of_event(top).column - 1
        known = self._keys[""]
        # The key that a rest is read under was put there: the one of the file stays known.
        first = known.pop(resumed.key, None) if resumed else None
        while type(event := values.get_event()) is not MappingEndEvent:
            self._begin_part(event)
            # What stands below the events is in the lines of the last: it would go unseen.
            self._layout = None
            key = values.key(event, known, depth=-1)
            if first is not None:
                known[first.value], first = first, None
            self._section = Section(key or "?", place_of_event(event).line + 1, None, column)
            begun = values.get_event()
            if key == "events" and type(begun) is SequenceStartEvent:
                yield from self._events(begun)
                continue
            if key in ("actors", "tags") and type(begun) is MappingStartEvent:
                yield Registry(key)
                yield from self._registry(key, begun)
                continue
            values.latest = value = values.value(begun)
            self._find_comments(value)
            if key is None or value is None:
                continue
            is_empty = not isinstance(value, List | Record) and not value.value
            if key in ("title", "description"):
                if (heading := self._event_reader.text(value, key)) is not None:
                    yield Heading(key, heading)
            elif key == "events":
                if not is_empty:
                    self._report.error(
                        place_of(value), "events must be a list: begin each with '- '"
                    )
            elif key in ("actors", "tags"):
                if is_empty:
                    yield Registry(key)
                else:
                    self._report.error(
                        place_of(value), f"{key} must be a mapping of ids: 'id: {{...}}'"
                    )
            else:
                keys.warn_of_unknown_key(self._report, known[key], keys.TOP)
        if "events" not in known and not self._syntax_errors:
            if known:
                self._report.error(
                    place_of_event(top), "no events: add 'events:' and under it a list of events"
                )
            else:
                self._nothing_here()

    def _events(self, start: SequenceStartEvent) -> Iterator[Item]:
        values = self._values
        values.open(start)
        self._enter(start)
        key, _, indent, key_indent = self._section
        lines, read_event = self._event_lines, self._event_reader.event
        if indent is not None:
            self._layout = Layout(key, key_indent or 0, indent, lines)
        event: Any = values.get_event()
        while type(event) is not SequenceEndEvent:
            lines.append(event.start_mark.line + 1)
            self._begin_part(event)
            value: Value = None
            try:
                value = values.value(event)
                event = values.get_event()
            except YAMLError:
                # What was read of the event is looked at all the same.
                rest = value if isinstance(value, Record) else values.unfinished
                if rest is not None:
                    rest.whole = False
                    yield read_event(rest)
                raise
            self._find_comments(value)
            if isinstance(value, Record):
                yield read_event(value)
            elif value is not None:
                self._report.error(*not_an_event(value))

    def _registry(self, key: str, start: MappingStartEvent) -> Iterator[Item]:
        values = self._values
        values.open(start)
        self._enter(start)
        known = self._keys[key]
        reader = self._registry_reader
        read_entry = reader.actor if key == "actors" else reader.tag
        while type(event := values.get_event()) is not MappingEndEvent:
            self._begin_part(event)
            identifier = values.key(event, known)
            values.latest = value = values.next()
            self._find_comments(value)
            if identifier is None:
                continue
            if (listed := read_entry(known[identifier], value)) is not None:
                yield listed

    def _enter(self, start: Any) -> None:
        """Note where the entries of the section begin."""
        line, column, _ = place_of_event(start)
        entries = (None, None) if start.flow_style else (line, column - 1)
        self._section = self._section._replace(first_line=entries[0], column=entries[1])

    def _begin_part(self, event: Event) -> None:
        self._begun = event
        self._text.start_part()

    def _find_comments(self, value: Value) -> None:
        """Warn of the comments that end a text which is not in quotes."""
        comments = self._text.comments
        if not comments:
            return
        ends = set(ends_of_plain_texts(value))
        last, _ = max(ends, default=(0, 0))
        while comments and comments[0].place.line <= last:
            comment = comments.popleft()
            if comment.after in ends:
                self._report.warning(
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
        if place := too_deep(error, line_at, self._values.open_values, DEEPEST + outside):
            raise self._values.too_deep(place)
        place, message = explain(error, line_at, self._values.latest, self._values.innermost)
        self._report.error(place, message)
        return place

"""The sections of a YAML file: events, actors and tags, read one entry at a time."""

from array import array
from collections.abc import Iterator
from typing import Any

from yaml import YAMLError
from yaml.events import MappingEndEvent, SequenceEndEvent

from timeline.readers.items import Item, Layout
from timeline.readers.parts import Divisible, ReadParts
from timeline.readers.records import (
    EventReader,
    Record,
    RegistryReader,
    Text,
    Value,
    look_like_an_event,
)
from timeline.readers.report import Report
from timeline.readers.text import ByteStream
from timeline.readers.yaml.restart import Section, Start
from timeline.readers.yaml.syntax import (
    ValueReader,
    YamlText,
    ends_of_plain_texts,
    not_an_event,
    place_of_event,
    restore_pairs,
)

LONGEST_PART = 1024 * 1024
"""The maximum length of one event, actor or tag, in characters."""


MOST_OFFERS = 4
"""How often parts are read again after one was refused: in some files all are."""


class Resume(Exception):
    """Reading continues at another place, because the events before it were read in parts."""

    def __init__(self, start: Start) -> None:
        super().__init__()
        self.start = start


class SectionReader:
    """Reads the sections of a file, and keeps track of its position.

    `section` is the current section, and `begun` the parser event that starts the current part of
    it. `layout` is that of the events, None if something else follows them. `keys` are the keys of
    each section so far, with those at the top of the file under `""`; they are remembered when
    reading restarts after a syntax error.
    """

    def __init__(
        self, stream: ByteStream, report: Report, read_parts: ReadParts | None = None
    ) -> None:
        self.report = report
        self._read_parts = read_parts
        self._parts_from = 0
        self._offers = 0
        self.text = YamlText(stream, report, LONGEST_PART)
        self.values = ValueReader(report)
        self.event_reader = EventReader(report)
        self.section = Section()
        self.begun: Any = None
        self.layout: Layout | None = None
        self.keys: dict[str, dict[str, Text]] = {"": {}, "actors": {}, "tags": {}}
        self._registry_reader = RegistryReader(report)
        self._event_lines = array("I")

    def begin_part(self, event: Any) -> None:
        """Record that an event, actor, tag or top-level key begins."""
        self.begun = event
        self.text.start_part()

    def events(self, start: Any) -> Iterator[Item]:
        """Yield the events of the list that starts with a parser event.

        Raises Resume if some of them were read in parts.
        """
        values, report = self.values, self.report
        values.open(start)
        # What comes before the events explains no error in them.
        values.latest = None
        self._enter(start)
        key, _, indent, key_indent = self.section
        lines, read_event = self._event_lines, self.event_reader.event
        if indent is not None:
            self.layout = Layout(key, key_indent or 0, indent, lines)
        event: Any = values.get_event()
        while type(event) is not SequenceEndEvent:
            lines.append(event.start_mark.line + 1)
            self.begin_part(event)
            value: Value = None
            try:
                value = values.value(event)
                event = values.get_event()
            except YAMLError:
                # The part of the event that was read is checked, too.
                rest = value if isinstance(value, Record) else values.unfinished
                if rest is not None:
                    report.is_chronology |= look_like_an_event(rest.keys)
                    rest.whole = False
                    yield read_event(rest)
                raise
            self.finish_part(value)
            if isinstance(value, Record):
                if not report.is_chronology:
                    report.is_chronology = look_like_an_event(value.keys)
                yield read_event(value)
            elif value is not None:
                report.error(*not_an_event(value))
            if self._read_parts is not None and event.start_mark.line >= self._parts_from:
                self._offer_parts(event, self._read_parts)

    def registry(self, key: str, start: Any) -> Iterator[Item]:
        """Yield the actors or tags of the registry that starts with a parser event."""
        values = self.values
        values.open(start)
        self._enter(start)
        known = self.keys[key]
        reader = self._registry_reader
        read_entry = reader.actor if key == "actors" else reader.tag
        while type(event := values.get_event()) is not MappingEndEvent:
            self.begin_part(event)
            identifier = values.key(event, known)
            values.latest = value = values.next()
            self.finish_part(value)
            if identifier is None:
                continue
            if (listed := read_entry(known[identifier], value)) is not None:
                yield listed

    def other_list(self, start: Any) -> Iterator[Value]:
        """Yield the values of a list that is not a section and starts with a parser event."""
        values = self.values
        values.open(start)
        while type(event := values.get_event()) is not SequenceEndEvent:
            self.begin_part(event)
            yield values.value(event)
            self.text.comments.clear()

    def finish_part(self, value: Value) -> None:
        """Restore the surrogate pairs of a part, and warn of comments that cut its texts short."""
        if self.text.has_surrogates:
            restore_pairs(value)
        if self.text.comments:
            self._find_comments(value)

    def _offer_parts(self, event: Any, read_parts: ReadParts) -> None:
        """Have the events from one on read in parts, if all that is needed is known."""
        # An alias may repeat what has an anchor before the parts.
        if type(event) is SequenceEndEvent or self.layout is None or self.values.anchors:
            self._read_parts = None
            return
        key, key_indent, indent, _ = self.layout
        parts = Divisible("timeline.readers.yaml.division.parts", (key, key_indent, indent))
        found = read_parts(parts, event.start_mark.line + 1)
        self._offers += 1
        if found is None or found.refused is None or self._offers == MOST_OFFERS:
            self._read_parts = None
        else:
            self._parts_from = found.refused.line - 1
        if found is not None:
            self._event_lines.extend(found.lines)
            raise Resume(Start(*found.rest, self.section))

    def _find_comments(self, value: Value) -> None:
        comments = self.text.comments
        ends = set(ends_of_plain_texts(value))
        last, _ = max(ends, default=(0, 0))
        while comments and comments[0].place.line <= last:
            comment = comments.popleft()
            if comment.after in ends:
                self.report.warning(
                    comment.place,
                    "this is ignored as a comment: quote the whole text to keep it, "
                    "or put a space after the '#'",
                )

    def _enter(self, start: Any) -> None:
        """Record where the entries of the section begin."""
        line, column, _ = place_of_event(start)
        entries = (None, None) if start.flow_style else (line, column - 1)
        self.section = self.section._replace(first_line=entries[0], column=entries[1])

"""Making texts, lists and records from the events of a YAML parser.

Nothing is resolved: a scalar is the text in the file. A value is made directly from parser events,
for one part of the file at a time. YAML features that a chronology does not allow (explicit tags,
merge keys, keys that are not texts) are reported.
"""

from collections.abc import Callable, Iterator
from typing import Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from timeline.readers.items import Place
from timeline.readers.records import List, Record, Text, Value, place_of
from timeline.readers.report import Report
from timeline.readers.yaml.syntax.aliases import DEEPEST, Anchors, Unreadable, texts_in
from timeline.readers.yaml.syntax.surrogates import in_quotes
from timeline.text import control_in, name_of, visible

_AT_START = ("id", "date")
"""The keys with which an event or a source usually begins."""

# In PyYAML's type hints the marks of an event may be None. A parser always sets them.
_Scalar: Any = ScalarEvent

_PLAIN_TAGS = {
    "!",
    "tag:yaml.org,2002:str",
    "tag:yaml.org,2002:seq",
    "tag:yaml.org,2002:map",
}


def place_of_event(event: Any) -> Place:
    """Return the place of a parser event; for a list or mapping, that of its start."""
    if type(event) is _Scalar:
        return place_of(event)
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def ends_of_plain_texts(value: Value) -> Iterator[tuple[int, int]]:
    """Yield the line and column after each unquoted text in a value."""
    for text in texts_in(value):
        if not text.style:
            yield text.end_mark.line + 1, text.end_mark.column + 1


class ValueReader:
    """Makes values from the events of a parser, and stores anchors.

    After a syntax error, `unfinished` is the outermost record that was being read, `innermost` the
    list or record around the error, `latest` the last value before it, and `open_values` the lists
    and records around it, innermost first.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self.anchors = Anchors(report)
        self.unfinished: Record | None = None
        self.innermost: List | Record | None = None
        self.latest: Value = None
        self.open_values: list[List | Record] = []

    def begin(self, get_event: Callable[[], Any], read_before: int) -> None:
        """Start reading from a parser, after about `read_before` characters of the file."""
        self.get_event = get_event
        self.anchors.begin(read_before)
        self.unfinished = self.innermost = self.latest = None
        self.open_values = []

    def next(self) -> Value:
        """Return the value that starts with the next event."""
        return self.value(self.get_event(), 0)

    def value(self, event: Any, depth: int = 0) -> Value:
        """Return the value that starts with a parser event, reading events up to its end."""
        if type(event) is _Scalar:
            if event.anchor is None and event.tag is None and event.style != '"':
                scalar: Text = event
                return scalar
            return self._marked_scalar(event)
        if type(event) is AliasEvent:
            return self.anchors.repeated(event, place_of_event(event), depth)
        if depth == DEEPEST:
            raise self.too_deep(place_of_event(event))
        if type(event) is SequenceStartEvent:
            value = self._list(event, depth)
        else:
            value = self._record(event, depth)
        if event.anchor is not None:
            self.anchors.close(event.anchor, value)
        return value

    def too_deep(self, place: Place) -> Unreadable:
        """Report a list or mapping that is nested too deeply; return the exception to raise."""
        self._report.error(
            place,
            f"lists and mappings are nested more than {DEEPEST} levels deep: close some before "
            "this",
        )
        return Unreadable()

    def open(self, event: SequenceStartEvent | MappingStartEvent) -> bool:
        """Check the tag and record the anchor of a list or mapping that is read in parts."""
        if event.anchor is not None:
            self.anchors.open(event.anchor)
        return self._tag_is_plain(event)

    def key(self, event: Any, known: dict[str, Text], depth: int = 0) -> str | None:
        """Return the text of a key of a mapping; None if it was refused and reported.

        A key in `known` is refused as a duplicate.
        """
        if type(event) is not _Scalar:
            if self.value(event, depth + 1) is not None:
                self._report.error(
                    place_of_event(event), "a key must be text, not a list or mapping"
                )
            return None
        if event.value == "<<" and not event.style:
            self._report.error(
                place_of(event), "merge keys ('<<') are not supported: write the fields out"
            )
            return None
        if self.value(event) is None:
            return None
        if event.value in known:
            first = place_of(known[event.value]).line
            advice = "keep one of the two"
            if event.value in _AT_START:
                advice = f"if a new item starts here, write '- {event.value}: ...'; else {advice}"
            self._report.error(
                place_of(event),
                f"duplicate key '{visible(event.value)}', first used on line {first}: {advice}",
            )
            return None
        known[event.value] = event
        return str(event.value)

    def _list(self, start: Any, depth: int) -> Value:
        found = List(start.start_mark, bracketed=bool(start.flow_style))
        if start.anchor is not None:
            self.anchors.open(start.anchor)
        get_event, append = self.get_event, found.items.append
        value: Value = None
        try:
            while type(event := get_event()) is not SequenceEndEvent:
                # As in a record, the most frequent kind of item is tested here.
                if (
                    type(event) is _Scalar
                    and event.anchor is None
                    and event.tag is None
                    and event.style != '"'
                ):
                    value = event
                else:
                    value = self.value(event, depth + 1)
                append(value)
        except YAMLError:
            self.innermost = self.innermost or found
            self.open_values.append(found)
            self.latest = self.latest or value
            raise
        return found if start.tag is None or self._tag_is_plain(start) else None

    def _record(self, start: Any, depth: int) -> Value:
        record = Record(start.start_mark, bracketed=bool(start.flow_style))
        if start.anchor is not None:
            self.anchors.open(start.anchor)
        get_event, keys, entries = self.get_event, record.keys, record.entries
        value: Value = None
        try:
            while type(event := get_event()) is not MappingEndEvent:
                # Most keys and values are plain texts, which are tested here to save a call.
                if (
                    type(event) is _Scalar
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
                    type(event) is _Scalar
                    and event.anchor is None
                    and event.tag is None
                    and event.style != '"'
                ):
                    value = event
                else:
                    value = self.value(event, depth + 1)
                if key is None:
                    record.whole = False
                else:
                    entries[key] = value
        except YAMLError:
            self.innermost = self.innermost or record
            self.open_values.append(record)
            self.latest = self.latest or value
            record.whole = False
            # A value just before the error may be incomplete.
            entries.pop(next(reversed(keys), ""), None)
            self.unfinished = record
            raise
        return record if start.tag is None or self._tag_is_plain(start) else None

    def _marked_scalar(self, event: Any) -> Value:
        value: Value = event
        if event.style == '"' and "\0" in event.value:
            event.value = in_quotes(event.value)
        if not self._tag_is_plain(event):
            value = None
        elif found := control_in(event.value):
            self._report.error(
                place_of(event),
                f"the text contains the control character {name_of(found[0])}: delete it",
            )
            value = None
        if event.anchor is not None:
            self.anchors.close(event.anchor, value)
        return value

    def _tag_is_plain(self, event: Any) -> bool:
        if event.tag is None or event.tag in _PLAIN_TAGS:
            return True
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        advice = "delete it"
        if not tag.startswith("!!") and isinstance(event, ScalarEvent):
            advice += ", or put quotes around text that begins with '!'"
        self._report.error(
            place_of_event(event), f"tag '{visible(tag)}' is not supported: {advice}"
        )
        return False

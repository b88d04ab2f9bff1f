"""Reading a markwhen file: its header, sections and events."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.errors import DateError
from timeline.readers.interchange import differs, is_shown_as
from timeline.readers.items import Entry, Heading, Item, Place
from timeline.readers.markwhen.dates import Rules
from timeline.readers.markwhen.escapes import is_escaped_link, unescaped
from timeline.readers.markwhen.lines import (
    EventStart,
    NumberedLine,
    SectionStart,
    ends_section,
    event_start,
    is_comment,
    section_start,
)
from timeline.readers.markwhen.properties import Properties, header_of, properties_of
from timeline.readers.markwhen.ranges import edtf_of_range
from timeline.readers.markwhen.relative import EarlierDates
from timeline.readers.markwhen.text import (
    Link,
    Marked,
    marked_line,
    marked_title,
    tags_in,
    without_tags,
)
from timeline.readers.records import EventReader, List, Located, Record, place_of
from timeline.readers.report import Report
from timeline.readers.text import ByteStream, CheckedText, items_of_text

_LONGEST_LINE = 1 << 22
_BARE_LINK = re.compile(r"\s*-\s*\[[^\[\]]*\]\(https?://[^\s()]+\)\s*")


def read(stream: ByteStream, report: Report) -> Iterator[Item]:
    """Yield the events of a markwhen file, and report its problems.

    The title of a section is a tag of the events in it. A link is a source. A date that depends on
    another one is resolved if that one is known to the day. An event that recurs is read once.
    """

    def items(text: CheckedText) -> Iterator[Item]:
        return _MarkwhenReader(report, text).items()

    return items_of_text(stream, report, _LONGEST_LINE, "event", items)


class _Section(NamedTuple):
    """An open section, and the tags that its events have from it."""

    level: int
    tags: list[str]


class _MarkwhenReader:
    """Reads the events of a file one by one."""

    def __init__(self, report: Report, text: CheckedText) -> None:
        self._report = report
        self._text = text
        self._events = EventReader(report)
        self._earlier = EarlierDates()
        self._sections: list[_Section] = []
        self._rules = Rules()

    def items(self) -> Iterator[Item]:
        begun: tuple[NumberedLine, EventStart] | None = None
        in_header = True
        held: list[NumberedLine] = []
        for line in self._lines():
            start = event_start(line.text)
            gap = not held or not held[-1].text.strip("- \t")
            section = None if start else section_start(line.text, after_gap=gap)
            ends = not start and ends_section(line.text)
            if not (start or section or ends):
                held.append(line)
                continue
            if in_header:
                yield from self._header(held)
                in_header = False
            elif begun:
                yield self._event(*begun, held)
            else:
                self._outside(held)
            held, begun = [], (line, start) if start else None
            self._text.start_part()
            if section:
                self._open(section)
            elif ends and self._sections:
                self._sections.pop()
        if in_header:
            yield from self._header(held)
            self._report.error(Place(0, 0), "there is no event: write each as '2014-03-18: title'")
        elif begun:
            yield self._event(*begun, held)
        else:
            self._outside(held)

    def _lines(self) -> Iterator[NumberedLine]:
        for number, text in enumerate(self._text.lines(), 1):
            if not is_comment(text):
                yield NumberedLine(number, text.rstrip("\n"))

    def _header(self, lines: list[NumberedLine]) -> Iterator[Item]:
        header = header_of(lines, self._report)
        self._rules = header.rules
        yield from (Heading(key, text) for key, text in header.texts.items())

    def _open(self, start: SectionStart) -> None:
        """Open a section, and close those that it ends."""
        if start.level:
            self._sections = [one for one in self._sections if one.level < start.level]
        title = without_tags(start.title)
        self._sections.append(
            _Section(start.level, [*filter(None, [title]), *tags_in(start.title)])
        )

    def _outside(self, lines: Iterable[NumberedLine]) -> None:
        for line in lines:
            if line.text.strip():
                self._report.ignored(line.place, "text outside of events")

    def _event(self, line: NumberedLine, start: EventStart, body: list[NumberedLine]) -> Item:
        report = self._report
        report.is_chronology = True
        properties, body = properties_of(body, report)
        title = marked_title(start.title)
        record = Record(Located("", line.place).start_mark, bracketed=False)
        record.whole = properties.whole
        self._add_date(record, line, start, properties)
        is_exported = properties.edtf is not None
        bare = start.title.lstrip()
        at = Place(line.number, len(line.text) - len(bare) + 1, len(bare.rstrip()))
        shown = unescaped(start.title.strip()) if is_exported else title.text
        _add(record, "title", at, shown)
        if title.has_box:
            report.ignored(at, "check box before a title")
        if start.repeats:
            report.ignored(line.place, "repetition of the event")
        for key, value in properties.entries.items():
            record.keys[key], record.entries[key] = properties.keys[key], value
        if title.id and "id" not in record.keys:
            _add(record, "id", at, title.id)
        if is_exported:
            self._add_exported_summary(record, body)
        else:
            self._add_summary(record, body, at, title)
        item = self._events.event(record)
        name = record.entries.get("id")
        self._earlier.add(
            (name.value or "") if name else "",
            item.event.date if isinstance(item, Entry) else None,
        )
        return item

    def _add_date(
        self, record: Record, line: NumberedLine, start: EventStart, properties: Properties
    ) -> None:
        place = Place(line.number, start.column, len(start.dates))
        rules = self._rules
        if properties.zone:
            rules = rules._replace(zone=properties.zone)
        try:
            date = edtf_of_range(start, rules, self._earlier)
        except DateError as error:
            self._report.error(place, str(error))
            record.whole = False
            return
        written = properties.edtf
        if written is not None and written.value:
            if is_shown_as(written.value, date):
                date = written.value
            else:
                self._report.warning(place_of(written), differs("edtf", written.value))
        _add(record, "date", place, date)

    def _add_exported_summary(self, record: Record, body: list[NumberedLine]) -> None:
        """Add the text that `timeline export` wrote under an event, without its sources."""
        if "sources" in record.keys:
            body = [line for line in body if not is_escaped_link(line.text)]
        if lines := _stripped([line._replace(text=unescaped(line.text)) for line in body]):
            _add(record, "summary", lines[0].place, "\n".join(line.text for line in lines))

    def _add_summary(
        self, record: Record, body: list[NumberedLine], at: Place, title: Marked
    ) -> None:
        tags = [(tag, at) for section in self._sections for tag in section.tags]
        tags += [(tag, at) for tag in title.tags]
        places = [(place, at) for place in title.places]
        links = [(link, at) for link in title.links]
        lines = []
        for line in body:
            marked = marked_line(line.text)
            tags += [(tag, line.place) for tag in marked.tags]
            places += [(place, line.place) for place in marked.places]
            links += [(link, line.place) for link in marked.links]
            if not _BARE_LINK.fullmatch(line.text):
                lines.append(line._replace(text=marked.text.rstrip()))
        if lines := _stripped(lines):
            text = "\n".join(line.text for line in lines)
            if given := record.entries.get("summary"):
                text = f"{given.value}\n\n{text}"
            _add(record, "summary", lines[0].place, text)
        _extend(record, "tags", [Located(tag, place) for tag, place in tags])
        _extend(record, "places", [Located(one, place) for one, place in places])
        _extend(record, "sources", [_source(link, place) for link, place in links])


def _stripped(lines: list[NumberedLine]) -> list[NumberedLine]:
    """Return lines without the empty ones at the start and at the end."""
    while lines and not lines[0].text.strip():
        lines = lines[1:]
    while lines and not lines[-1].text.strip():
        lines = lines[:-1]
    return lines


def _add(record: Record, key: str, place: Place, text: str) -> None:
    record.keys[key] = Located(key, place)
    record.entries[key] = Located(text, place)


def _extend(record: Record, key: str, more: list[Located] | list[Record]) -> None:
    """Add to a list of a record, which may be a single text."""
    if not more:
        return
    value = record.entries.get(key)
    found = List(more[0].start_mark, bracketed=False)
    if value is not None:
        found.items = [*value.items] if isinstance(value, List) else [value]
    found.items += more
    record.keys.setdefault(key, Located(key, Place(1, 1)))
    record.entries[key] = found


def _source(link: Link, place: Place) -> Record:
    source = Record(Located("", place).start_mark, bracketed=False)
    if link.text and link.text != link.address:
        _add(source, "title", place, link.text)
    _add(source, "url", place, link.address)
    return source

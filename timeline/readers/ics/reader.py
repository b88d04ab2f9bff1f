"""Reading a calendar: each VEVENT is an event."""

import re
from collections.abc import Iterator

from timeline.errors import DateError
from timeline.readers.ics.carried import use_carried
from timeline.readers.ics.dates import edtf_of
from timeline.readers.ics.lines import BrokenLine, Property, properties, unescaped
from timeline.readers.ics.zones import Zones
from timeline.readers.interchange import differs, is_html, is_shown_as, text_of_html
from timeline.readers.items import Heading, Item, Place
from timeline.readers.records import EventReader, List, Located, Record, place_of
from timeline.readers.report import Report
from timeline.readers.text import ByteStream, CheckedText, items_of_text
from timeline.text import visible

_LONGEST_LINE = 1 << 22
_HEADINGS = {
    "NAME": "title",
    "X-WR-CALNAME": "title",
    "DESCRIPTION": "description",
    "X-WR-CALDESC": "description",
}
_TEXTS = {"SUMMARY": "title", "DESCRIPTION": "summary"}
_READ = {
    *("DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "URL"),
    *("UID", "X-TIMELINE-DATE", "X-TIMELINE-EVENT"),
}
# These are about the entry in the calendar, and not about the event.
_BOOKKEEPING = {
    *("DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "PRIORITY"),
}


def read(stream: ByteStream, report: Report) -> Iterator[Item]:
    """Yield the events of an iCalendar file (RFC 5545), and report its problems.

    An event that recurs is read once. What has no counterpart in a chronology is named in a
    warning, once for each kind.
    """

    def items(text: CheckedText) -> Iterator[Item]:
        return _CalendarReader(report).items(properties(text))

    return items_of_text(stream, report, _LONGEST_LINE, "line", items)


class _CalendarReader:
    """Reads the components of a calendar."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._events = EventReader(report)
        self._zones = Zones()

    def items(self, lines: Iterator[Property | BrokenLine]) -> Iterator[Item]:
        headings: dict[str, str] = {}
        inside: list[str] = []
        found: list[Property] = []
        zone: list[Property] = []
        for line in lines:
            if isinstance(line, BrokenLine):
                self._report.error(line.place, str(line))
            elif line.name == "BEGIN":
                inside.append(line.value.strip().upper())
                found = [line] if inside[-1] == "VEVENT" else found
                zone = [] if inside[-1] == "VTIMEZONE" else zone
                if inside[1:2] not in ([], ["VEVENT"], ["VTIMEZONE"]):
                    self._report.ignored(line.place, f"component {inside[1]}")
            elif line.name == "END":
                ended = inside.pop() if inside else ""
                if ended == "VEVENT":
                    yield self._events.event(self._record(found))
                elif ended == "VTIMEZONE":
                    self._zones.define([*zone, line])
            elif inside[-1:] == ["VEVENT"]:
                found.append(line)
            elif inside == ["VCALENDAR"] and line.name in _HEADINGS:
                headings.setdefault(_HEADINGS[line.name], line.text.strip())
            if inside[1:2] == ["VTIMEZONE"] and isinstance(line, Property):
                zone.append(line)
        if inside:
            self._report.error(Place(0, 0), f"the file ends within {visible(inside[-1])}")
        yield from (Heading(key, text) for key, text in headings.items() if text)

    def _record(self, lines: list[Property]) -> Record:
        """Return the record of an event; the first of the lines is its BEGIN."""
        self._report.is_chronology = True
        begin, *rest = lines
        record = Record(Located("", begin.place).start_mark, bracketed=False)
        by_name: dict[str, Property] = {}
        for line in rest:
            if line.name in _READ:
                by_name.setdefault(line.name, line)
            elif line.name in ("RRULE", "RDATE"):
                self._report.ignored(line.place, "repetition of the event")
            elif line.name not in _BOOKKEEPING:
                self._report.ignored(line.place, f"property {visible(line.name)}")
        is_exported = "X-TIMELINE-DATE" in by_name
        for name, key in _TEXTS.items():
            if one := by_name.get(name):
                text = one.text
                # Other calendars put HTML into their texts.
                is_plain = is_exported or not is_html(text)
                self._add(record, key, one, text if is_plain else text_of_html(text))
        self._add_date(record, by_name)
        if location := by_name.get("LOCATION"):
            self._add_list(record, "places", location, location.text.split("; "))
        tags = [line for line in rest if line.name == "CATEGORIES"]
        if tags:
            names = [name for line in tags for name in _items(line.value)]
            self._add_list(record, "tags", tags[0], names)
        if url := by_name.get("URL"):
            self._add_list(record, "sources", url, [url.value])
        if is_exported:
            use_carried(record, by_name.get("X-TIMELINE-EVENT"))
        return record

    def _add_date(self, record: Record, by_name: dict[str, Property]) -> None:
        start = by_name.get("DTSTART")
        if start is None:
            self._report.error(
                place_of(record), "the event has no DTSTART: add a line 'DTSTART:20140318'"
            )
            record.whole = False
            return
        end, duration = by_name.get("DTEND"), by_name.get("DURATION")
        try:
            date = edtf_of(start, end, duration, self._zones)
        except DateError as error:
            self._report.error(start.place, str(error))
            record.whole = False
            return
        written = by_name.get("X-TIMELINE-DATE")
        if written is not None:
            uid = by_name.get("UID")
            if uid is not None and "@" in uid.text:
                self._add(record, "id", uid, uid.text.rpartition("@")[0])
            if is_shown_as(written.text, date):
                self._add(record, "date", written, written.text)
                return
            self._report.warning(written.place, differs(written.name, written.text))
        self._add(record, "date", start, date, plain=True)

    def _add(
        self, record: Record, key: str, line: Property, text: str, *, plain: bool = False
    ) -> None:
        record.keys[key] = Located(key, line.place)
        record.entries[key] = Located(text, line.place, plain=plain)

    def _add_list(self, record: Record, key: str, line: Property, texts: list[str]) -> None:
        value = List(Located("", line.place).start_mark, bracketed=False)
        value.items = [Located(text, line.place) for text in texts if text.strip()]
        record.keys[key] = Located(key, line.place)
        record.entries[key] = value


def _items(value: str) -> list[str]:
    """Return the texts of a list that is separated by commas."""
    parts = re.findall(r"((?:\\.|[^\\,])+)(?:,|$)", value)
    return list(map(unescaped, parts))

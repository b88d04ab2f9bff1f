"""Tables (CSV and TSV): one event per row, under a header row."""

import csv
from collections.abc import Iterator
from functools import partial

from timeline.dates import EventDate
from timeline.errors import Severity
from timeline.readers.choices import Dates
from timeline.readers.items import Entry, Heading, Item, Place, Refused
from timeline.readers.lines import ByteStream
from timeline.readers.records import EventReader, List, Record, Value, place_of
from timeline.readers.report import Report
from timeline.readers.tables.cells import COLUMNS, split
from timeline.readers.tables.dates import converted, date_in_parts
from timeline.readers.tables.exported import entry_of
from timeline.readers.tables.headers import Columns, columns_of
from timeline.readers.tables.rows import Cell, CellMark, Row, rows
from timeline.readers.text import CheckedText, items_of_text
from timeline.text import visible

_REQUIRED = ("date", "title")
_NAMES = ("actors", "tags")
_MOST_COLUMNS = 1000
_LISTS = (*_NAMES, "places", "follows", "sources", "ignore")
_LONGEST_ROW = 1 << 21
_DELIMITERS = ",;\t|"
_COMPUTED = "'{}' differs from the date in {:,} events, and is ignored: change the date"


def read(stream: ByteStream, report: Report) -> Iterator[Item]:
    """Yield the events of a table (RFC 4180) in order, and report its problems.

    The delimiter is a comma, semicolon, tab or bar, whichever divides the header row.
    """
    delimiter = _delimiter(stream)

    def items(text: CheckedText) -> Iterator[Item]:
        return _TableReader(report).items(text, delimiter)

    return items_of_text(stream, report, _LONGEST_ROW, "row", items)


def _delimiter(stream: ByteStream) -> str:
    """Return the delimiter that occurs most often outside quotes in the header row."""
    stream.seek(0)
    head = stream.readline(1 << 16).decode("utf-8", "replace")
    stream.seek(0)
    bare = "".join(head.split('"')[::2])
    return max(_DELIMITERS, key=bare.count)


class _TableReader:
    """Reads the rows of a table."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._events = EventReader(report)
        self._is_exported = False

    def items(self, text: CheckedText, delimiter: str) -> Iterator[Item]:
        table = rows(text, delimiter)
        try:
            head = next(table, None)
            if head is None:
                self._report.error(Place(0, 0), "the table is empty: write a header row first")
                yield Refused("")
                return
            if len(head.cells) > _MOST_COLUMNS:
                self._report.error(
                    Place(1, 1),
                    f"the table has {len(head.cells):,} columns, and may have {_MOST_COLUMNS:,}: "
                    "keep those that tell of events",
                )
                yield Refused("")
                return
            names = [name.strip() for name in head.cells]
            columns = columns_of(names, head.places(), self._report)
            if columns is None:
                yield Refused("")
                return
            self._report.is_chronology = True
            self._is_exported = tuple(names) == COLUMNS and not self._report.options.columns
            for row in table:
                yield from self._row(row, columns)
        except csv.Error as error:
            self._report.error(
                Place(text.line, 1),
                f"the table cannot be read from here: {error}; close each quoted cell, "
                'and double the quotes within it ("")',
            )
            yield Refused("")

    def _row(self, row: Row, columns: Columns) -> Iterator[Item]:
        if len(row.cells) > len(columns.names):
            self._report.error(
                row.place(len(columns.names)),
                f"the row has {len(row.cells)} cells, but the heading has {len(columns.names)}: "
                "put a cell that contains the delimiter in quotes",
            )
            yield Refused("events")
            return
        if columns.row is not None:
            kind = row.cell(columns.row).casefold()
            if kind == "title":
                if title := row.cell(columns.fields.get("title")):
                    yield Heading("title", title)
                if summary := row.cell(columns.fields.get("summary")):
                    yield Heading("description", summary)
                return
            if kind == "era":
                self._report.tally(
                    Severity.WARNING,
                    "era",
                    row.place(columns.row),
                    "this era is ignored: eras are not supported",
                    lambda count: f"{count:,} eras are ignored: eras are not supported",
                )
                return
        exported = entry_of(row) if self._is_exported else None
        event = exported or self._event(row, columns)
        if columns.computed and isinstance(event, Entry):
            self._compare(event.event.date, row, columns)
        yield event

    def _event(self, row: Row, columns: Columns) -> Entry | Refused:
        record = self._record(row, columns)
        event = self._events.event(record)
        date = record.entries.get("date")
        if isinstance(event, Refused) and date and date.value and not self._report.options.dates:
            self._point_to_option(date, date.value)
        return event

    def _point_to_option(self, date: Value, text: str) -> None:
        """Point to the option that converts dates if it would convert this one."""
        if date is not None and converted(text, Dates.HUMAN) != text:
            self._report.tally(
                Severity.WARNING,
                "dates in words",
                place_of(date),
                "--dates human converts this date, which has only one reading",
                "--dates human converts {:,} such dates, which have only one reading".format,
            )

    def _compare(self, date: EventDate, row: Row, columns: Columns) -> None:
        """Warn of a column that repeats what the date says, and says something else."""
        for name, number in columns.computed.items():
            value = getattr(date, name)
            written = row.cell(number)
            if written and written.casefold() != str("" if value is None else value).casefold():
                self._report.tally(
                    Severity.WARNING,
                    ("computed", name),
                    row.place(number),
                    f"'{name}' differs from the date, and is ignored: change the date",
                    partial(_COMPUTED.format, name),
                )

    def _record(self, row: Row, columns: Columns) -> Record:
        record = Record(CellMark(row, 0), bracketed=False)
        for key, number in columns.fields.items():
            text = row.cell(number)
            if text or key in _REQUIRED:
                record.keys[key] = Cell(key, row, number)
                record.entries[key] = self._value(row, key, number, text)
        if columns.date_parts and "date" not in record.keys:
            text, number = date_in_parts(row, columns, self._report.options.dates)
            record.keys["date"] = Cell("date", row, number)
            record.entries["date"] = Cell(text, row, number, plain=True)
        if columns.source_parts and "sources" not in record.keys:
            record.keys["sources"] = Cell("sources", row, 0)
            record.entries["sources"] = self._sources(row, columns)
        return record

    def _value(self, row: Row, key: str, number: int, text: str) -> Value:
        if key == "date":
            return Cell(converted(text, self._report.options.dates), row, number, plain=True)
        if key not in _LISTS:
            return Cell(text, row, number)
        value = List(CellMark(row, number), bracketed=False)
        items = split(text, addresses=key == "sources")
        value.items = [Cell(item, row, number) for item in items if item]
        if key in _NAMES and len(items) == 1 and "," in text:
            self._report.tally(
                Severity.WARNING,
                ("comma", key),
                row.place(number),
                f"'{visible(text)}' is one name with a comma: separate {key} with '; '",
                lambda count: (
                    f"the {key} of {count:,} events are one name with a comma, such as "
                    f"'{visible(text)}': separate {key} with '; '"
                ),
            )
        return value

    def _sources(self, row: Row, columns: Columns) -> List:
        """Return the sources of a row, whose parts are in columns of their own."""
        found = List(CellMark(row, 0), bracketed=False)
        parts = {}
        for part, number in columns.source_parts.items():
            text = row.cell(number)
            parts[part] = [text] if columns.of_timeline_js else split(text)
        for place in range(max(map(len, parts.values()))):
            source = Record(CellMark(row, 0), bracketed=False)
            for part, texts in parts.items():
                if place < len(texts) and texts[place]:
                    number = columns.source_parts[part]
                    source.keys[part] = Cell(part, row, number)
                    source.entries[part] = Cell(texts[place], row, number)
            found.items.append(source)
        return found

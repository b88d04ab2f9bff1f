"""Tables (CSV and TSV): one event per row, under a header row."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from timeline.dates import EventDate
from timeline.errors import Severity
from timeline.readers.formats import AS_USUAL
from timeline.readers.items import Entry, Heading, Item, Place, Refused
from timeline.readers.parts import Divisible, ReadParts
from timeline.readers.records import EventReader, Record, Value
from timeline.readers.report import Report
from timeline.readers.tables.beginnings import Beginning, beginning, tell_of_lines_above
from timeline.readers.tables.cells import COLUMNS
from timeline.readers.tables.dates import TableDates
from timeline.readers.tables.exported import entry_of
from timeline.readers.tables.headers import Columns, columns_of
from timeline.readers.tables.lists import list_of
from timeline.readers.tables.rows import Cell, CellMark, QuoteError, Row, rows
from timeline.readers.tables.sources import sources_of
from timeline.readers.text import ByteStream, CheckedText, items_of_text

_REQUIRED = ("date", "title")
_MOST_COLUMNS = 1000
_LISTS = ("actors", "tags", "places", "follows", "ignore")
LONGEST_ROW = 1 << 21
_COMPUTED = "'{}' differs from the date in {:,} events, and is ignored: change the date"


def read(stream: ByteStream, report: Report, read_parts: ReadParts | None = None) -> Iterator[Item]:
    """Yield the events of a table (RFC 4180) in order, and report its problems.

    With `read_parts`, events of an exported table below the first may be read in parts, which
    yields no items for them.
    """
    begins = beginning(stream, report)

    def items(text: CheckedText) -> Iterator[Item]:
        return _TableReader(report, read_parts).items(text, begins)

    return items_of_text(stream, report, LONGEST_ROW, "row", items)


def exported_events(text: CheckedText, report: Report, delimiter: str) -> Iterator[Item]:
    """Yield the events of rows with the columns of an export, without a header row."""
    columns = columns_of(Row([*COLUMNS], 1, delimiter.join(COLUMNS), delimiter), report)
    assert columns is not None
    reader = _TableReader(report)
    try:
        for row in rows(text, text.lines(), delimiter, text.line):
            yield from reader.events(row, columns, is_exported=True)
    except QuoteError as error:
        report.error(error.place, str(error))


class _TableReader:
    """Reads the rows of a table."""

    def __init__(self, report: Report, read_parts: ReadParts | None = None) -> None:
        self._report = report
        self._read_parts = read_parts
        self._events = EventReader(report)
        self._dates = TableDates(report)

    def items(self, text: CheckedText, begins: Beginning) -> Iterator[Item]:
        lines = islice(text.lines(), begins.line - 1, None)
        table = rows(text, lines, begins.delimiter, begins.line)
        try:
            head = next(table, None)
            if head is None:
                self._report.error(Place(0, 0), "the table is empty: write a header row first")
                yield Refused("")
                return
            if len(head.cells) > _MOST_COLUMNS:
                self._report.error(
                    Place(head.line, 1),
                    f"the table has {len(head.cells):,} columns, and may have {_MOST_COLUMNS:,}: "
                    "keep those that tell of events",
                )
                yield Refused("")
                return
            tell_of_lines_above(begins, self._report)
            columns = columns_of(head, self._report)
            if columns is None:
                yield Refused("")
                return
            self._report.is_chronology = True
            options = self._report.options
            is_exported = tuple(columns.names) == COLUMNS and not options.columns
            if is_exported and options == AS_USUAL and (row := next(table, None)):
                yield from self.events(row, columns, is_exported=True)
                table = self._after_parts(text, table, row)
            for row in table:
                yield from self.events(row, columns, is_exported=is_exported)
        except QuoteError as error:
            self._report.error(error.place, str(error))
            yield Refused("")

    def events(self, row: Row, columns: Columns, *, is_exported: bool) -> Iterator[Item]:
        """Yield the event of a row, or what else it holds."""
        if is_exported and (entry := entry_of(row)):
            yield entry
        else:
            yield from self._row(row, columns)

    def _after_parts(self, text: CheckedText, table: Iterator[Row], row: Row) -> Iterator[Row]:
        """Have the rows after a row read in parts; return those that remain."""
        parts = Divisible("timeline.readers.tables.parts", (row.delimiter,))
        line = row.line + row.text.count("\n")
        if self._read_parts is None or not (found := self._read_parts(parts, line)):
            return table
        text.begin(*found.rest, "")
        return rows(text, text.lines(), row.delimiter, found.rest.line)

    def _row(self, row: Row, columns: Columns) -> Iterator[Item]:
        if len(row.cells) > len(columns.names):
            self._report.error(
                row.place(len(columns.names)),
                f"the row has {len(row.cells)} cells, but the heading has {len(columns.names)}: "
                "put a cell that contains the delimiter in quotes",
            )
            yield Refused("events")
            return
        if columns.with_html:
            row = row.with_plain_text(columns.with_html)
        if columns.row is not None:
            kind = row.cell(columns.row).casefold()
            if kind == "title":
                if title := self._text(row, columns, "title"):
                    yield Heading("title", title)
                if summary := self._text(row, columns, "summary"):
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
        event = self._events.event(self._record(row, columns))
        if columns.computed and isinstance(event, Entry):
            self._compare(event.event.date, row, columns)
        yield event

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
        for key, numbers in columns.fields.items():
            value: Value = None
            if key == "date":
                value = self._dates.date(row, numbers[0])
            elif key in _LISTS:
                value = list_of(row, key, numbers, self._report)
            elif key != "sources":
                value = Cell(self._text(row, columns, key), row, numbers[0])
            if value is None or value.value != "" or key in _REQUIRED:
                record.keys[key] = Cell(key, row, numbers[0])
                record.entries[key] = value
        if columns.date_parts:
            number = min(columns.date_parts.values())
            record.keys["date"] = Cell("date", row, number)
            record.entries["date"] = self._dates.date_in_parts(row, columns)
        if columns.source_parts or "sources" in columns.fields:
            record.keys["sources"] = Cell("sources", row, 0)
            record.entries["sources"] = sources_of(row, columns, self._report)
        return record

    def _text(self, row: Row, columns: Columns, key: str) -> str:
        """Return the text of the cells that hold a key; several are separated by an empty line."""
        cells = map(row.cell, columns.fields.get(key, ()))
        return "\n\n".join(filter(None, cells))

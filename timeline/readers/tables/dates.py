"""The dates of tables: in other notations, and in columns of their own."""

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.dates import EventDate, date_or_interval, edtf_readings, only_reading
from timeline.errors import DateError, Severity
from timeline.readers.formats import Dates
from timeline.readers.items import Place
from timeline.readers.report import Report
from timeline.readers.tables.headers import Columns
from timeline.readers.tables.rows import Cell, Row
from timeline.text import visible

_NUMBERS = r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})"
_NUMBERS_ALONE = r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}"
_RANGE = re.compile(rf"(?P<start>{_NUMBERS_ALONE})\s*[-\u2013]\s*(?P<end>{_NUMBERS_ALONE})")
_CLOCK = re.compile(r"([0-9]{1,2})(:[0-9]{2}(?::[0-9]{2})?)\s*([ap])\.?m\.?", re.IGNORECASE)
_PARTS = ("year", "month", "day", "time")
_OTHERS = {Dates.DMY: Dates.MDY, Dates.MDY: Dates.DMY}


class _Side(NamedTuple):
    """The start or the end of a date: as it is written, as EDTF, and the number of its column.

    `fault` is what is wrong with it, as far as its EDTF does not show it.
    """

    written: str
    edtf: str
    number: int
    fault: str = ""


class TableDates:
    """Reads the dates of a table, and reports those that are wrong as they are written."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._dates = report.options.dates

    def date(self, row: Row, number: int) -> Cell | None:
        """Return the date in a cell, None after reporting what is wrong with it."""
        text = row.cell(number)
        if self._dates is None and not _reason(text):
            return Cell(text, row, number, plain=True)
        return self._date(row, lambda dates: [_side_in(text, number, dates)])

    def date_in_parts(self, row: Row, columns: Columns) -> Cell | None:
        """Return the date whose parts are in several cells, None after reporting what is wrong.

        In the spreadsheet of TimelineJS, the year -44 is 44 BCE, so that its EDTF is -0043.
        """
        return self._date(
            row,
            lambda dates: [_side_in_parts(row, columns, one, dates) for one in ("start", "end")],
        )

    def _date(self, row: Row, read: Callable[[Dates | None], list[_Side]]) -> Cell | None:
        """Return the date whose sides `read` returns for a form of dates."""
        sides = read(self._dates)
        first, last = sides[0], sides[-1]
        edtf = date_or_interval(first.edtf, last.edtf)
        if not edtf or _is_valid(sides):
            return Cell(edtf, row, first.number, plain=True)
        if self._dates is None and _is_valid(read(Dates.HUMAN)):
            self._point_to_option(row.place(first.number))
        faults = [(side, side.fault or (side.edtf and _reason(side.edtf))) for side in sides]
        for side, fault in faults:
            if fault:
                message = f"date '{visible(side.written)}' {fault}"
                self._report.error(row.place(side.number), message)
        if not any(fault for _, fault in faults):
            written = f"{visible(first.written)} to {visible(last.written)}"
            self._report.error(row.place(last.number), f"date '{written}' {_reason(edtf)}")
        return None

    def _point_to_option(self, place: Place) -> None:
        self._report.tally(
            Severity.WARNING,
            "dates in words",
            place,
            "--dates human converts this date, which has only one reading",
            "--dates human converts {:,} such dates, which have only one reading".format,
        )


def converted(text: str, dates: Dates | None) -> str:
    """Return a date as EDTF if it has only one reading; otherwise the text as it is.

    An interval of two dates that are each converted has a slash.
    """
    if dates in (None, Dates.EDTF) or not text:
        return text
    if dates is not Dates.HUMAN:
        if found := re.fullmatch(_NUMBERS, text):
            day, month = _day_and_month(found, dates)
            return f"{found[4]}-{month:0>2}-{day:0>2}"
        if found := _RANGE.fullmatch(text):
            return date_or_interval(
                converted(found["start"], dates), converted(found["end"], dates)
            )
    try:
        return only_reading(text)
    except DateError:
        start, slash, end = text.partition("/")
        if slash and "/" not in end and not edtf_readings(text):
            return date_or_interval(converted(start, dates), converted(end, dates))
        return text


def _side_in(text: str, number: int, dates: Dates | None) -> _Side:
    fault = ""
    for found in re.finditer(rf"(?<![0-9]){_NUMBERS}(?![0-9])", text):
        if dates not in _OTHERS:
            break
        _, month = _day_and_month(found, dates)
        fault = fault or _no_month(month)
        if fault and not _reason(other := converted(found[0], _OTHERS[dates])):
            meant = EventDate.parse(other).describe()
            fault = f"{fault}; --dates {_OTHERS[dates]} reads it as {meant}"
            break
    return _Side(text, converted(text, dates), number, fault)


def _side_in_parts(row: Row, columns: Columns, side: str, dates: Dates | None) -> _Side:
    """Return one side of a date: from a cell for its text and one for its time, or from parts."""
    numbers = {part: columns.date_parts.get((side, part)) for part in (*_PARTS, "text")}
    texts = {part: row.cell(number) for part, number in numbers.items()}
    given = min((number for number in numbers.values() if number is not None), default=0)
    year, month, day, time = (texts[part] for part in _PARTS)
    if numbers["text"] is not None:
        date = _side_in(texts["text"], given, dates)
    elif not year:
        return _Side("", "", given)
    else:
        fault = _no_month(month) if month.isdecimal() else ""
        edtf = "-".join([_year(year, columns), *(part.zfill(2) for part in (month, day) if part)])
        date = _Side(" ".join(filter(None, (year, month, day))), edtf, given, fault)
        date = date._replace(edtf=converted(edtf, dates))
    if not time or not date.edtf:
        return date
    return date._replace(
        written=f"{date.written} {time}", edtf=f"{date.edtf}T{_clock(time, dates)}"
    )


def _year(text: str, columns: Columns) -> str:
    found = re.fullmatch("(-?)([0-9]{1,4})", text)
    if not found:
        return text
    year = int(found[2])
    if found[1] and columns.of_timeline_js:
        return f"-{year - 1:04}" if year > 1 else "0000"
    return f"{found[1]}{year:04}"


def _clock(text: str, dates: Dates | None) -> str:
    """Return a time of day as EDTF; one with `am` or `pm` only if dates are converted."""
    found = _CLOCK.fullmatch(text)
    if not found or dates in (None, Dates.EDTF) or not 1 <= int(found[1]) <= 12:
        return text.zfill(5)
    hour = int(found[1]) % 12 + (12 if found[3] in "pP" else 0)
    return f"{hour:02}{found[2]}"


def _day_and_month(found: re.Match[str], dates: Dates | None) -> tuple[str, str]:
    """Return the parts of a date in numbers, of which one or the other comes first."""
    first, _, second, _ = found.groups()
    return (first, second) if dates is Dates.DMY else (second, first)


def _no_month(month: str) -> str:
    """Return what is wrong with the number of a month, empty if nothing is."""
    return "" if 1 <= int(month) <= 12 else f"does not exist: there is no month {int(month)}"


def _is_valid(sides: list[_Side]) -> bool:
    return not any(side.fault for side in sides) and not _reason(
        date_or_interval(sides[0].edtf, sides[-1].edtf)
    )


def _reason(edtf: str) -> str:
    """Return what is wrong with a date, empty if nothing is."""
    try:
        EventDate.parse(edtf)
    except DateError as error:
        return error.reason
    return ""

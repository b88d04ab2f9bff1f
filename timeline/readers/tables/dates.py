"""The dates of tables: in other notations, and in columns of their own."""

import re

from timeline.dates import edtf_readings, only_reading
from timeline.errors import DateError
from timeline.readers.choices import Dates
from timeline.readers.tables.headers import Columns
from timeline.readers.tables.rows import Row

_NUMBERS = r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})"
_NUMBERS_ALONE = r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}"
_RANGE = re.compile(rf"(?P<start>{_NUMBERS_ALONE})\s*[-\u2013]\s*(?P<end>{_NUMBERS_ALONE})")
_PARTS = ("year", "month", "day", "time")


def converted(text: str, dates: Dates | None) -> str:
    """Return a date as EDTF if it has only one reading; otherwise the text as it is.

    An interval of two dates that are each converted has a slash.
    """
    if dates in (None, Dates.EDTF) or not text:
        return text
    if dates is not Dates.HUMAN:
        if found := re.fullmatch(_NUMBERS, text):
            first, _, second, year = found.groups()
            day, month = (first, second) if dates is Dates.DMY else (second, first)
            return f"{year}-{month:0>2}-{day:0>2}"
        if found := _RANGE.fullmatch(text):
            return interval(found["start"], found["end"], dates)
    try:
        return only_reading(text)
    except DateError:
        start, slash, end = text.partition("/")
        if slash and "/" not in end and not edtf_readings(text):
            return interval(start, end, dates)
        return text


def interval(start: str, end: str, dates: Dates | None) -> str:
    """Return the interval between two dates that are each converted, or one if they are equal."""
    first, last = converted(start, dates), converted(end, dates)
    return f"{first}/{last}" if last and last != first else first


def date_in_parts(row: Row, columns: Columns, dates: Dates | None) -> tuple[str, int]:
    """Return the text of a date, which need not be valid, and the number of its first column.

    In the spreadsheet of TimelineJS, the year -44 is 44 BCE, so that its EDTF is -0043.
    """
    start, end = _side(row, columns, "start"), _side(row, columns, "end")
    first = min(columns.date_parts.values())
    return interval(start, end, dates), first


def _side(row: Row, columns: Columns, side: str) -> str:
    texts = {}
    for part in (*_PARTS, "text"):
        texts[part] = row.cell(columns.date_parts.get((side, part)))
    year, month, day, time = (texts[part] for part in _PARTS)
    if texts["text"] or not year:
        return texts["text"]
    date = "-".join([_year(year, columns), *filter(None, (month.zfill(2) if month else "", ""))])
    if day:
        date += f"-{day.zfill(2)}"
    return f"{date}T{time.zfill(5)}" if time else date


def _year(text: str, columns: Columns) -> str:
    found = re.fullmatch("(-?)([0-9]{1,4})", text)
    if not found:
        return text
    year = int(found[2])
    if found[1] and columns.of_timeline_js:
        return f"-{year - 1:04}" if year > 1 else "0000"
    return f"{found[1]}{year:04}"

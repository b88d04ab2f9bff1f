"""Dates whose parts are in columns of their own: a year, month and day, or a start and an end."""

import re

from timeline.readers.tables.headers import Columns
from timeline.readers.tables.rows import Row

_PARTS = ("year", "month", "day", "time")


def date_in_parts(row: Row, columns: Columns) -> tuple[str, int]:
    """Return the text of a date, which need not be valid, and the number of its first column.

    In the spreadsheet of TimelineJS, the year -44 is 44 BCE, so that its EDTF is -0043.
    """
    start, end = _side(row, columns, "start"), _side(row, columns, "end")
    first = min(columns.date_parts.values())
    return (f"{start}/{end}" if end and end != start else start), first


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

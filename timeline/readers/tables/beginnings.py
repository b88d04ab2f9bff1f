"""The beginning of a table: its delimiter, and the line of its header row."""

import csv
import io
import re
from typing import NamedTuple

from timeline.readers.items import Place
from timeline.readers.report import Report
from timeline.readers.tables.headers import is_header
from timeline.readers.text import ByteStream

DELIMITERS = ",;\t|"
_LOOKED_AT = 1 << 16
_ROWS = 20
# Excel writes its delimiter in a line of its own.
_SEPARATOR = re.compile('"?sep=([^"\\w])"?\n?', re.IGNORECASE)


class Beginning(NamedTuple):
    """The delimiter of a table, and the number of the first line of its header row.

    `above` are the numbers of the lines above it where other rows begin.
    """

    delimiter: str
    line: int = 1
    above: tuple[int, ...] = ()


def beginning(stream: ByteStream, report: Report) -> Beginning:
    """Return how a table begins.

    A line `sep=;` names the delimiter. The header row is the first row with a date and a title, or
    else the first row of several cells. The lines above it are a heading of the whole table.
    """
    stream.seek(0)
    lines = _lines(stream.read(_LOOKED_AT))
    stream.seek(0)
    named = _SEPARATOR.fullmatch(lines[0]) if lines else None
    if named:
        lines[0] = "\n"
    rows = {delimiter: _rows(lines, delimiter) for delimiter in (named[1] if named else DELIMITERS)}
    headers = [
        (line, -len(cells), delimiter)
        for delimiter, found in rows.items()
        for line, cells in found
        if is_header(cells, report)
    ]
    if headers:
        line, _, delimiter = min(headers)
    else:
        delimiter = named[1] if named else _most_frequent(lines)
        wide = [line for line, cells in rows[delimiter] if sum(map(bool, cells)) > 1]
        line = next(iter(wide), 2 if named else 1)
    above = tuple(number for number, cells in rows[delimiter] if number < line)
    return Beginning(delimiter, line, above)


def tell_of_lines_above(begins: Beginning, report: Report) -> None:
    """Warn of the lines above the header row."""
    if begins.above:
        count = len(begins.above)
        rows = "the row" if count == 1 else f"the {count} rows"
        report.warning(
            Place(begins.above[0], 1),
            f"{rows} above the header row in line {begins.line} "
            f"{'is' if count == 1 else 'are'} ignored",
        )


def _lines(start: bytes) -> list[str]:
    text = start.decode("utf-8-sig", "replace")
    return list(io.StringIO(text, newline=None))


def _rows(lines: list[str], delimiter: str) -> list[tuple[int, list[str]]]:
    """Return the first rows that are not empty, each with the number of its first line."""
    found: list[tuple[int, list[str]]] = []
    reader, first = csv.reader(lines, delimiter=delimiter), 1
    try:
        for cells in reader:
            if any(cells):
                found.append((first, [cell.strip() for cell in cells]))
            if len(found) == _ROWS:
                break
            first = reader.line_num + 1
    except csv.Error:
        # The reader of the table reports it.
        pass
    return found


def _most_frequent(lines: list[str]) -> str:
    """Return the delimiter that occurs most often outside quotes in the first line with one."""
    for line in lines[:_ROWS]:
        bare = "".join(line.split('"')[::2])
        delimiter = max(DELIMITERS, key=bare.count)
        if delimiter in bare:
            return delimiter
    return DELIMITERS[0]

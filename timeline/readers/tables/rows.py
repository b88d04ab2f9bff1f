"""The rows of a table, with the place of each cell in the file."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice, tee
from typing import NamedTuple

from timeline.readers.interchange import text_of_html
from timeline.readers.items import Place
from timeline.readers.tables.cells import unguarded
from timeline.readers.text import CheckedText

LONGEST_CELL = 1 << 20


class Row(NamedTuple):
    """The cells of a row; the number of its first line, from 1; and its text in the file."""

    cells: list[str]
    line: int
    text: str
    delimiter: str

    def cell(self, number: int | None) -> str:
        """Return the text of a cell, counted from 0, without white space around it.

        It is empty if there is no such cell: a row may be shorter than the heading.
        """
        if number is None or number >= len(self.cells):
            return ""
        return unguarded(self.cells[number]).strip()

    def with_plain_text(self, numbers: Iterable[int]) -> "Row":
        """Return the row with the text that a browser shows for the HTML in these cells."""
        if not {"<", "&"} & {*self.text}:
            return self
        cells = list(self.cells)
        for number in numbers:
            if number < len(cells):
                cells[number] = text_of_html(cells[number])
        return self._replace(cells=cells)

    def place(self, number: int) -> Place:
        """Return the place of a cell, counted from 0."""
        if '"' not in self.text and number < len(self.cells):
            *before, cell = self.text.rstrip("\r\n").split(self.delimiter)[: number + 1]
            start = sum(len(one) + 1 for one in before)
            return self._place(start, start + len(cell))
        end = len(self.text.rstrip("\r\n"))
        return self._place(*next(islice(self._spans(), number, None), (end, end)))

    def places(self) -> list[Place]:
        """Return the places of all cells."""
        return [self._place(*span) for span in islice(self._spans(), len(self.cells))]

    def _place(self, start: int, end: int) -> Place:
        before = self.text[:start]
        first_line, _, _ = self.text[start:end].partition("\n")
        return Place(
            self.line + before.count("\n"),
            start - before.rfind("\n"),
            len(first_line) or 1,
        )

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Yield the start and end of each cell in the text of the row."""
        start, quoted = 0, False
        text = self.text.rstrip("\r\n")
        for at, character in enumerate(text):
            if character == '"' and (quoted or at == start):
                quoted = not quoted
            elif not quoted and character in (self.delimiter, "\n"):
                yield start, at
                start = at + 1
        yield start, len(text)


class QuoteError(Exception):
    """A cell whose quotes do not end with it; `place` is that of the cell."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place


class CellMark:
    """The start of a cell, or the position after its end, which is found when it is needed."""

    __slots__ = ("_at_end", "_number", "_row")

    def __init__(self, row: Row, number: int, *, at_end: bool = False) -> None:
        self._row = row
        self._number = number
        self._at_end = at_end

    @property
    def line(self) -> int:
        """The number of its line, from 0."""
        return self._row.place(self._number).line - 1

    @property
    def column(self) -> int:
        """The number of characters before it on its line."""
        _, column, width = self._row.place(self._number)
        return column - 1 + (width if self._at_end else 0)


class Cell:
    """The text of a cell, or an item of the list in it.

    `style` is that of quoted text in YAML unless `plain` is set.
    """

    __slots__ = ("number", "row", "style", "value")

    def __init__(self, value: str, row: Row, number: int, *, plain: bool = False) -> None:
        self.value = value
        self.row = row
        self.number = number
        self.style = "" if plain else '"'

    @property
    def start_mark(self) -> CellMark:
        """Its start."""
        return CellMark(self.row, self.number)

    @property
    def end_mark(self) -> CellMark:
        """The position after its end."""
        return CellMark(self.row, self.number, at_end=True)


def rows(
    text: CheckedText, remaining: Iterable[str], delimiter: str, first_line: int
) -> Iterator[Row]:
    """Yield the rows of a table that are not empty.

    `remaining` are the lines of its text from `first_line` on, which is counted from 1.
    Raises QuoteError where a quoted cell is not closed or is followed by other text.
    """
    csv.field_size_limit(LONGEST_CELL)
    parsed, as_read = tee(remaining)
    reader = csv.reader(parsed, delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            count = reader.line_num - before
            line = next(as_read) if count == 1 else "".join(islice(as_read, count))
            if any(cells):
                yield Row(cells, first_line + before, line, delimiter)
            before += count
            text.start_part()
    except csv.Error:
        lines = list(islice(as_read, reader.line_num - before))
        raise _quote_error(lines, delimiter, first_line + before) from None


def _quote_error(lines: list[str], delimiter: str, first_line: int) -> QuoteError:
    """Return the error for a row that begins on `first_line` and was read up to the last line."""
    ends = re.escape(delimiter) + "\n"
    cell = re.compile(rf'(?:"[^"]*(?:""[^"]*)*"(?=[{ends}]|\Z)|(?!")[^{ends}]*)[{ends}]?')
    text, at = "".join(lines), 0
    while (found := cell.match(text, at)) and at < found.end() <= at + LONGEST_CELL:
        at = found.end()
    line, last = first_line + text.count("\n", 0, at), first_line + len(lines) - 1
    column = at - text.rfind("\n", 0, at)
    place = Place(line, column, len(text[at:].partition("\n")[0]) or 1)
    if text[at : at + 1] != '"':
        return QuoteError(place, "more than a million characters in one cell: shorten it")
    if re.compile('"[^"]*(?:""[^"]*)*"').match(text, at) is None:
        fault = "the quotes of this cell are never closed: end it with a quote"
    elif line == last:
        fault = "text follows the quotes of this cell: end it with a quote"
    else:
        fault = f"the quotes of this cell are closed only in line {last}: end it with a quote"
    return QuoteError(place, f'{fault}, and double the quotes within it ("")')

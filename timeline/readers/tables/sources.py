"""The sources in a table: in columns for their parts, or in columns of their own."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from timeline.readers.interchange import text_of_html
from timeline.readers.records import List, Record, is_address
from timeline.readers.report import Report
from timeline.readers.tables.cells import split
from timeline.readers.tables.headers import Columns
from timeline.readers.tables.lists import cells_of
from timeline.readers.tables.rows import Cell, CellMark, Row


def sources_of(row: Row, columns: Columns, report: Report) -> List:
    """Return the sources of a row.

    If of two columns one has addresses and the other as many titles, the two are the same sources.
    """
    found = List(CellMark(row, 0), bracketed=False)
    if columns.of_timeline_js:
        found.items.append(_record(row, _media(row, columns, report)))
    else:
        found.items += _in_parts(row, columns)
    lists = [
        cells
        for number in columns.fields.get("sources", ())
        if (cells := list(cells_of(row, number, addresses=True)))
    ]
    if len(lists) == 2 and len(lists[0]) == len(lists[1]):
        titles, addresses = sorted(lists, key=_are_addresses)
        if _are_addresses(addresses) and not any(map(_is_address, titles)):
            for title, url in zip(titles, addresses, strict=True):
                found.items.append(_record(row, {"title": title, "url": url}))
            return found
    found.items += [cell for cells in lists for cell in cells]
    return found


def _in_parts(row: Row, columns: Columns) -> Iterator[Record]:
    """Yield the sources whose parts are in columns of their own."""
    parts = {}
    for part, number in columns.source_parts.items():
        text = row.cell(number)
        parts[part] = [Cell(one, row, number) for one in split(text)]
    for cells in zip_longest(*parts.values()):
        given = {part: cell for part, cell in zip(parts, cells, strict=True) if cell}
        yield _record(row, {part: cell for part, cell in given.items() if cell.value})


def _media(row: Row, columns: Columns, report: Report) -> dict[str, Cell]:
    """Return the parts of the media of a slide, which are a source."""
    cells = {
        part: Cell(row.cell(number), row, number) for part, number in columns.source_parts.items()
    }
    given = {part: cell for part, cell in cells.items() if cell.value}
    if (url := given.get("url")) and url.value.startswith("<"):
        # Media can also be a piece of HTML.
        del given["url"]
        if text := text_of_html(url.value):
            given.setdefault("title", Cell(text, row, url.number))
        else:
            report.ignored(row.place(url.number), "media that is HTML without text")
    return given


def _record(row: Row, parts: Mapping[str, Cell]) -> Record:
    source = Record(CellMark(row, 0), bracketed=False)
    for part, cell in parts.items():
        source.keys[part] = Cell(part, row, cell.number)
        source.entries[part] = cell
    return source


def _are_addresses(cells: Sequence[Cell]) -> bool:
    return all(map(_is_address, cells))


def _is_address(cell: Cell) -> bool:
    return is_address(cell.value)

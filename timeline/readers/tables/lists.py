"""The lists of names in the cells of a table."""

from collections.abc import Iterator, Sequence

from timeline.errors import Severity
from timeline.readers.records import List
from timeline.readers.report import Report
from timeline.readers.tables.cells import split
from timeline.readers.tables.rows import Cell, CellMark, Row
from timeline.text import visible

_NAMES = ("actors", "tags")


def list_of(row: Row, key: str, numbers: Sequence[int], report: Report) -> List:
    """Return the items in the cells that hold a key, and warn of names separated by commas."""
    value = List(CellMark(row, numbers[0]), bracketed=False)
    for number in numbers:
        found = list(cells_of(row, number))
        value.items += found
        if key in _NAMES and len(found) == 1 and "," in found[0].value:
            _warn_of_comma(row, key, number, report)
    return value


def cells_of(row: Row, number: int, *, addresses: bool = False) -> Iterator[Cell]:
    """Yield the items of the list in one cell; `addresses` is that of `split`."""
    for item in split(row.cell(number), addresses=addresses):
        if item:
            yield Cell(item, row, number)


def _warn_of_comma(row: Row, key: str, number: int, report: Report) -> None:
    text = visible(row.cell(number))
    report.tally(
        Severity.WARNING,
        ("comma", key),
        row.place(number),
        f"'{text}' is one name with a comma: separate {key} with '; '",
        lambda count: (
            f"the {key} of {count:,} events are one name with a comma, such as '{text}': "
            f"separate {key} with '; '"
        ),
    )

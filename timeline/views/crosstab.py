"""A cross-tabulation: the number of events for each pair of values of two facets."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style

from timeline.analysis import Count, Table, crosstab, every_unit
from timeline.chronology import Timeline
from timeline.index import Value
from timeline.model import Facet
from timeline.search import Selection
from timeline.views.layout import (
    GAP,
    Cell,
    Look,
    Word,
    fewer,
    header,
    omitted,
    parts,
    row,
    sign_of,
    styles,
    theme,
    widest,
)
from timeline.width import cells

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_SHADE = 2
"""The width of the shading before each number, in cells."""

_WIDEST_COLUMN = 14
_NARROWEST_MARGIN = 4


class Crosstab:
    """The events of a selection counted by two facets: one in the rows, the other in the columns.

    With `top`, that many columns are shown, those with the most events, in several tables if
    needed. Without it, there is one table with the columns that fit. In a pipe, tabs separate the
    fields, and units of time without events have lines, too. Very long runs of these are left out,
    and added to `left_out`.
    """

    def __init__(
        self,
        timeline: Timeline,
        selection: Selection,
        first: Facet,
        second: Facet,
        top: int | None = None,
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._first = first
        self._second = second
        self._top = top
        self.left_out: list[str] = []

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        if not look.on_terminal:
            yield from self._plain(look)
            return
        most = max(look.width // (GAP + _SHADE + 2), 1) if self._top is None else self._top
        found = crosstab(self._selection, self._first, self._second, most)
        yield from header(self._timeline, self._selection, look)
        digits = len(f"{max(found.counts.values(), default=0):,}")
        most_left = max(1, look.width - 2 * GAP - _SHADE - 1 - digits)
        margin = min(widest(found.rows, look), max(_NARROWEST_MARGIN, look.width // 3), most_left)
        room = look.width - GAP - margin
        columns = [_column(found, one, room, look) for one in found.columns]
        tables = [_fitting(columns, room)] if self._top is None else list(_split(columns, room))
        shown = [column for one in tables for column in one]
        counts = (
            found.counts.get((one.value, of.of.value), 0) for one in found.rows for of in shown
        )
        peak = max(counts, default=0)
        for one in tables:
            yield Segment.line()
            yield from self._table(found, one, margin, peak, look)
        left = len(columns) - len(shown)
        if self._top is None:
            yield from self._do_not_fit(len(shown), left + found.left_out, look)
        else:
            yield from fewer(found.left_out, len(columns), self._second, look)

    def _do_not_fit(self, shown: int, left: int, look: Look) -> Iterator[Segment]:
        if not left:
            return
        them = f"s do not fit: --top {shown + left} shows them in more tables"
        it = f" does not fit: --top {shown + left} shows it in another table"
        swap = f"--by {self._second},{self._first} swaps rows and columns"
        text = f"{left:,} more {self._second}{them if left > 1 else it}, {swap}"
        yield from omitted(text, look)

    def _plain(self, look: Look) -> Iterator[Segment]:
        found = crosstab(self._selection, self._first, self._second, self._top)
        names = [str(self._first), *(look.text(column.label) for column in found.columns)]
        yield Segment("\t".join(names) + "\n")
        for one in every_unit(found.rows, self.left_out):
            counts = (str(found.counts.get((one.value, of.value), 0)) for of in found.columns)
            yield Segment("\t".join([look.text(one.label), *counts]) + "\n")

    def _table(
        self, found: Table, columns: Sequence["_Column"], margin: int, most: int, look: Look
    ) -> Iterator[Segment]:
        heads = [Cell(column.heading, column.width, right=True) for column in columns]
        yield from row([Cell([], margin), *heads], at_bottom=True)
        style = self._styles(found, look)

        def cell(value: Value, column: _Column) -> Cell:
            count = found.counts.get((value, column.of.value), 0)
            shade = sign_of(count, most, look.glyphs.shades) * _SHADE if count else ""
            text = f"{shade} {f'{count:,}'.rjust(column.digits)}"
            words = [Word(text, style(value, column.of.value))] if count else []
            return Cell(words, column.width, right=True)

        for one in found.rows:
            if one.skipped:
                yield from omitted(one.label, look)
                continue
            label = parts(one.label, theme.PLAIN if one.events else theme.QUIET, look)
            yield from row([Cell(label, margin), *(cell(one.value, column) for column in columns)])

    def _styles(self, found: Table, look: Look) -> "_Styles":
        of_columns = styles(self._second, [one.value for one in found.columns], look)
        if self._second in (Facet.ACTOR, Facet.TAG):
            return lambda row, column: of_columns[column]
        of_rows = styles(self._first, [one.value for one in found.rows], look)
        return lambda row, column: of_rows[row]


_Styles = Callable[[Value, Value], Style]


class _Column(NamedTuple):
    """A column that is shown: its heading, its width and the width of its numbers."""

    of: Count
    heading: list[Word]
    width: int
    digits: int


def _fitting(columns: Sequence[_Column], room: int) -> list[_Column]:
    """Return the columns with the most events, as many as fit, in their original order."""
    values = set()
    for column in sorted(columns, key=lambda one: -one.of.events):
        room -= GAP + column.width
        if room < 0:
            break
        values.add(column.of.value)
    return [column for column in columns if column.of.value in values]


def _split(columns: Sequence[_Column], room: int) -> Iterator[list[_Column]]:
    """Yield the columns in order, as many at a time as fit."""
    shown: list[_Column] = []
    left = room
    for column in columns:
        if shown and GAP + column.width > left:
            yield shown
            shown, left = [], room
        shown.append(column)
        left -= GAP + column.width
    if shown:
        yield shown


def _column(found: Table, of: Count, room: int, look: Look) -> _Column:
    pieces = parts(of.label, theme.QUIET, look)
    digits = max(len(f"{found.counts.get((row.value, of.value), 0):,}") for row in found.rows)
    # Headings take about three lines, unless that makes the column too wide.
    third = -(-cells(look.text(of.label)) // 3)
    longest = max(third, *(cells(piece.text) for piece in pieces))
    width = max(_SHADE + 1 + digits, min(longest, _WIDEST_COLUMN, room - GAP))
    return _Column(of, pieces, width, digits)

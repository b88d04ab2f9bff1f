"""The crosstab: how many events there are of each pair of values of two facets."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from timeline.analysis.facets import Count, Table, crosstab
from timeline.chronology import Timeline
from timeline.model import Facet
from timeline.search.selection import Selection
from timeline.views.bars import omitted, parts, plain, style_of
from timeline.views.layout import theme
from timeline.views.layout.header import header
from timeline.views.layout.lines import UNLIMITED, lines, segments, width_of

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_SHADE = 2
"""How many cells of shade stand before each number, whatever its column is called."""

_WIDEST_COLUMN = 14
_GAP = 2


class Crosstab:
    """The events of a selection counted by two facets: one in the rows, the other in the columns.

    Columns that do not fit are left out, those with the fewest events first.
    """

    def __init__(
        self, timeline: Timeline, selection: Selection, first: Facet, second: Facet
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._first = first
        self._second = second

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        if width >= UNLIMITED:
            yield from self._plain(crosstab(self._selection, self._first, self._second))
            return
        most = max(width // (_GAP + _SHADE + 2), 1)
        found = crosstab(self._selection, self._first, self._second, most)
        look = theme.Theme(self._timeline, ascii_only=options.ascii_only)
        yield from header(self._timeline, self._selection, look, width)
        yield Segment.line()
        widest = max(cell_len(plain(one.label)) for one in found.rows if not one.skipped)
        margin = min(widest, max(_WIDEST_COLUMN, width // 3))
        columns = list(_fitting(found, width - 2 - margin))
        yield from _heads(columns, margin)
        shown = (
            found.counts.get((row.value, column.of.value), 0)
            for row in found.rows
            for column in columns
        )
        peak = max(shown, default=0)
        for row in found.rows:
            if row.skipped:
                yield from omitted(row.label, look, width)
            else:
                yield from self._row(found, row, columns, margin, peak, look)
        left = found.left_out + len(found.columns) - len(columns)
        if left:
            what = f"{left:,} more {self._second}{'s do' if left > 1 else ' does'} not fit"
            yield from omitted(what, look, width)

    def _plain(self, found: Table) -> Iterator[Segment]:
        names = [str(self._first), *(plain(column.label) for column in found.columns)]
        yield Segment("  ".join(names) + "\n")
        for row in found.rows:
            # A run of empty units has the key of its first, of which there are none.
            counts = (found.counts.get((row.value, one.value), 0) for one in found.columns)
            yield Segment("  ".join([plain(row.label), *map(str, counts)]) + "\n")

    def _row(
        self,
        found: Table,
        row: Count,
        columns: Sequence["_Column"],
        margin: int,
        most: int,
        look: theme.Theme,
    ) -> Iterator[Segment]:
        label = parts(row.label, theme.PLAIN if row.events else theme.QUIET)
        first, *others = lines(label, margin)
        yield Segment("  ")
        yield from segments(first)
        left = margin - sum(cell_len(part.text) for part in segments(first))
        for column in columns:
            count = found.counts.get((row.value, column.of.value), 0)
            if not count:
                left += _GAP + column.width
                continue
            style = style_of(look, self._second, column.of.value)
            if style == theme.DATE:
                style = style_of(look, self._first, row.value)
            number = f"{count:,}".rjust(column.digits)
            shade = theme.sign_of(count, most, look.glyphs.shades)
            yield Segment(" " * (left + _GAP + column.width - _SHADE - 1 - len(number)))
            yield Segment(f"{shade * _SHADE} {number}", style)
            left = 0
        yield Segment.line()
        for line in others:
            yield Segment("  ")
            yield from segments(line)
            yield Segment.line()


class _Column(NamedTuple):
    """A column that is shown: its heading in lines, its width, and that of its numbers."""

    of: Count
    heading: list[str]
    width: int
    digits: int


def _fitting(found: Table, room: int) -> Iterator[_Column]:
    """Yield the columns with most events, as many as there is room for, in their order."""
    kept = set()
    columns = [_column(found, one) for one in found.columns]
    for column in sorted(columns, key=lambda one: -one.of.events):
        room -= _GAP + column.width
        if room < 0:
            break
        kept.add(column.of.value)
    return (column for column in columns if column.of.value in kept)


def _column(found: Table, of: Count) -> _Column:
    pieces = parts(of.label, theme.QUIET)
    digits = max(len(f"{found.counts.get((row.value, of.value), 0):,}") for row in found.rows)
    # A heading has about three lines where the column need not be too wide for it.
    third = -(-cell_len(plain(of.label)) // 3)
    longest = max(third, *(cell_len(piece.text) for piece in pieces))
    width = max(_SHADE + 1 + digits, min(longest, _WIDEST_COLUMN))
    heading = ["".join(part.text for part in segments(line)) for line in lines(pieces, width)]
    return _Column(of, heading, width, digits)


def _heads(columns: Sequence[_Column], margin: int) -> Iterator[Segment]:
    """Yield the headings, which end on the same line."""
    height = max((len(column.heading) for column in columns), default=0)
    for line in range(height):
        told = " " * (2 + margin)
        for column in columns:
            at = line - height + len(column.heading)
            text = column.heading[at] if at >= 0 else ""
            told += " " * (_GAP + column.width - cell_len(text)) + text
        yield Segment(told.rstrip(), theme.QUIET)
        yield Segment.line()

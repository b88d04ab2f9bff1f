"""The axis of a chart: a span of time divided into whole calendar units."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from timeline.dates import SECONDS_OF_DAY, Day

_FEWEST = 24
"""An axis may have this many cells however few events there are."""


class CellSize(NamedTuple):
    """The length of the cells of an axis, as a number of units.

    The unit is `minute`, `hour`, `day`, `week`, `month` or `year`.
    """

    number: int
    unit: str

    def __str__(self) -> str:
        if name := _NAMES.get(self):
            return name
        article = "an" if self.unit == "hour" else "a"
        return f"{article} {self.unit}" if self.number == 1 else f"{self.number:,} {self.unit}s"

    def edges(self, low: int, high: int, *, by_second: bool) -> list[int]:
        """Return the edges of the cells that cover the positions from `low` to `high`.

        Positions are ordinals of days, or seconds since the start of day 0 if `by_second`; the unit
        must then be at most a day.
        """
        if by_second:
            return _multiples(self.number * _SECONDS[self.unit], low, high, 0)
        if self.unit in _DAYS:
            # Day 1 was a Monday.
            return _multiples(self.number * _DAYS[self.unit], low, high, 1)
        size = self.number * _MONTHS[self.unit]
        first, last = _month(low) // size, _month(high) // size
        return [_first_day(number * size) for number in range(first, last + 2)]

    def least(self, *, by_second: bool) -> int:
        """Return the minimum number of positions in a cell."""
        if by_second:
            return self.number * _SECONDS[self.unit]
        if self.unit in _DAYS:
            return self.number * _DAYS[self.unit]
        return self.number * _MONTHS[self.unit] * 28


_NAMES = {
    CellSize(3, "month"): "a quarter",
    CellSize(6, "month"): "half a year",
    CellSize(10, "year"): "a decade",
    CellSize(100, "year"): "a century",
    CellSize(1000, "year"): "a millennium",
}
_SECONDS = {"minute": 60, "hour": 3600, "day": SECONDS_OF_DAY}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


class Axis(NamedTuple):
    """A time axis. Each cell reaches from one edge up to, but not including, the next.

    Edges and other positions are ordinals of days, or seconds since the start of day 0 if
    `by_second`.
    """

    edges: tuple[int, ...]
    size: CellSize
    by_second: bool = False

    @property
    def start(self) -> int:
        """The first position."""
        return self.edges[0]

    @property
    def stop(self) -> int:
        """The position just after the last one."""
        return self.edges[-1]

    @property
    def cells(self) -> int:
        """The number of cells."""
        return len(self.edges) - 1

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The first and the last position of each cell."""
        return [(self.edges[cell], self.edges[cell + 1] - 1) for cell in range(self.cells)]

    def cell(self, position: int) -> int:
        """Return the cell that contains a position: -1 before the axis, `cells` after it."""
        return bisect_right(self.edges, position) - 1

    def middle(self, cell: int) -> int:
        """Return the position in the middle of a cell."""
        return (self.edges[cell] + self.edges[cell + 1]) // 2

    def column(self, position: int, width: int) -> int:
        """Return the column of a position if each cell is `width` columns wide."""
        cell = self.cell(position)
        if not 0 <= cell < self.cells:
            return cell * width
        first, after = self.edges[cell], self.edges[cell + 1]
        return cell * width + (position - first) * width // (after - first)


def axis_between(low: int, high: int, room: int, events: int, *, by_second: bool = False) -> Axis:
    """Return an axis from `low` to `high` with the finest cells that fit into `room` cells.

    The number of events limits the number of cells too, because a chart with many empty cells shows
    no pattern.
    """
    # Two positions on either side of a round year need two cells, however large the cells are.
    most = max(2, min(room, max(_FEWEST, events)))
    for size in _sizes(by_second):
        # Skip cells that are far too short without computing their edges.
        if (high - low) > 2 * most * size.least(by_second=by_second):
            continue
        edges = size.edges(low, high, by_second=by_second)
        if len(edges) - 1 <= most:
            return Axis(tuple(edges), size, by_second)
    raise AssertionError("some cell is long enough")


def axis_of_year(year: int, size: CellSize) -> Axis:
    """Return the axis of one year; weeks are counted from 1 January."""
    first, after = Day(year, 1, 1).ordinal, Day(year + 1, 1, 1).ordinal
    if size.unit == "week":
        return Axis((*range(first, after, 7), after), size)
    months = range(1, 13, size.number)
    return Axis((*(Day(year, month, 1).ordinal for month in months), after), size)


def size_of_years(room: int, events: int) -> CellSize:
    """Return the cell size for axes of one year."""
    most = min(room, max(_FEWEST, events))
    if most >= 53:
        return CellSize(1, "week")
    return CellSize(1 if most >= 12 else 3, "month")


def _sizes(by_second: bool) -> Iterator[CellSize]:
    if by_second:
        yield from (CellSize(number, "minute") for number in (1, 5, 10, 15, 30))
        yield from (CellSize(number, "hour") for number in (1, 2, 3, 6, 12))
        yield from (CellSize(1 << power, "day") for power in count())
    yield from (CellSize(1, "day"), CellSize(1, "week"))
    yield from (CellSize(number, "month") for number in (1, 3, 6))
    for power in count():
        yield from (CellSize(number * 10**power, "year") for number in (1, 2, 5))


def _multiples(size: int, low: int, high: int, origin: int) -> list[int]:
    first = (low - origin) // size * size + origin
    last = (high - origin) // size * size + origin
    return list(range(first, last + size + 1, size))


def _month(ordinal: int) -> int:
    day = Day.from_ordinal(ordinal)
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> int:
    return Day(month // 12, month % 12 + 1, 1).ordinal

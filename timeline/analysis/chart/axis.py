"""The axis of a chart: a span of time divided into whole units of the calendar."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from timeline.dates import SECONDS_OF_DAY, Day

_FEWEST = 24
"""So many cells are no more than suit any number of events."""


class CellSize(NamedTuple):
    """How long the cells of an axis are: so many of a unit.

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
        """Return where cells begin that hold two positions and all between, and the last ends.

        Positions are ordinals of days, or seconds since the start of day 0; by the second, no unit
        is longer than a day.
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
        """Return how many positions a cell has at least."""
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
    """The time from the first of some edges up to the last, a cell between each and the next.

    Edges and other positions are ordinals of days, or seconds since the start of day 0 where it is
    an axis `by_second`.
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
        """The position after the last."""
        return self.edges[-1]

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self.edges) - 1

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The first and the last position of each cell."""
        return [(self.edges[cell], self.edges[cell + 1] - 1) for cell in range(self.cells)]

    def cell(self, position: int) -> int:
        """Return the cell in which a position lies: -1 before the axis, `cells` after it."""
        return bisect_right(self.edges, position) - 1

    def middle(self, cell: int) -> int:
        """Return the position in the middle of a cell."""
        return (self.edges[cell] + self.edges[cell + 1]) // 2

    def column(self, position: int, width: int) -> int:
        """Return the column in which a position lies, where each cell has a width in columns."""
        cell = self.cell(position)
        if not 0 <= cell < self.cells:
            return cell * width
        first, after = self.edges[cell], self.edges[cell + 1]
        return cell * width + (position - first) * width // (after - first)


def axis_between(low: int, high: int, room: int, events: int, *, by_second: bool = False) -> Axis:
    """Return the axis with the finest cells that have room, from one position to another.

    There are no more cells than suit so many events: with many empty cells nothing has a shape.
    """
    # Two times that lie on either side of a round year need two cells of any size.
    most = max(2, min(room, max(_FEWEST, events)))
    for size in _sizes(by_second):
        # Cells that are far too short are not even counted.
        if (high - low) > 2 * most * size.least(by_second=by_second):
            continue
        edges = size.edges(low, high, by_second=by_second)
        if len(edges) - 1 <= most:
            return Axis(tuple(edges), size, by_second)
    raise AssertionError("some cell is long enough")


def axis_of_year(year: int, size: CellSize) -> Axis:
    """Return the axis of one year; its weeks begin on 1 January."""
    first, after = Day(year, 1, 1).ordinal, Day(year + 1, 1, 1).ordinal
    if size.unit == "week":
        return Axis((*range(first, after, 7), after), size)
    months = range(1, 13, size.number)
    return Axis((*(Day(year, month, 1).ordinal for month in months), after), size)


def size_of_years(room: int, events: int) -> CellSize:
    """Return the size of the cells of axes of single years."""
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

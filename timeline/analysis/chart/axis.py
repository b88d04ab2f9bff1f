"""An axis of time: a span of days, or of seconds, divided into cells of the same length."""

from typing import NamedTuple

from timeline.dates.event_date import Day

DAY = 86_400
"""How many seconds a day has."""


class Axis(NamedTuple):
    """The time from the start of day `first` to the end of day `last`, in `cells` equal cells.

    Positions are day numbers, or seconds since the start of day 0 where it is an axis `by_second`.
    That may reach some seconds further, to times of day which in UTC are of another day.
    """

    first: int
    last: int
    cells: int
    by_second: bool = False
    seconds_before: int = 0
    seconds_after: int = 0

    @property
    def start(self) -> int:
        """The first position."""
        return self.first * DAY - self.seconds_before if self.by_second else self.first

    @property
    def stop(self) -> int:
        """The position after the last."""
        return (self.last + 1) * DAY + self.seconds_after if self.by_second else self.last + 1

    @property
    def reach(self) -> int:
        """How many positions lie at least between two that are more than a cell apart."""
        return max(1, -(-(self.stop - self.start) // self.cells))

    def cell(self, position: int) -> int:
        """Return the cell of a position: -1 before the axis, `cells` after it.

        A day longer than a cell lies in the cell of its noon.
        """
        if position < self.start:
            return -1
        if position >= self.stop:
            return self.cells
        return (2 * (position - self.start) + 1) * self.cells // (2 * (self.stop - self.start))

    def edge(self, position: int) -> int:
        """Return the cell in which a position begins, which may lie outside of the axis."""
        return (position - self.start) * self.cells // (self.stop - self.start)

    def opening(self, cell: int) -> int:
        """Return the first position that lies in a cell or in one after it."""
        span = 2 * (self.stop - self.start)
        return self.start - (self.cells - cell * span) // (2 * self.cells)

    def middle(self, cell: int) -> int:
        """Return the position in the middle of a cell."""
        return self.start + (2 * cell + 1) * (self.stop - self.start) // (2 * self.cells)

    def by_day(self) -> "Axis":
        """Return the axis with no cell shorter than a day, unless it is one of seconds."""
        if self.by_second:
            return self
        return self._replace(cells=min(self.cells, self.last - self.first + 1))

    def columns(self, number: int) -> "Axis":
        """Return the axis with each cell divided into so many."""
        return self._replace(cells=self.cells * number)

    def year(self, year: int) -> "Axis":
        """Return the axis of one year, with cells of which there are as many."""
        first, after = Day(year, 1, 1).ordinal, Day(year + 1, 1, 1).ordinal
        return Axis(first, after - 1, self.cells)

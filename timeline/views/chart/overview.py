"""The time axis above a list: when events began, and the part of it that is in view."""

from collections.abc import Iterator
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis import events_by_day
from timeline.analysis.chart import Axis, Extent, axis_between, ticks
from timeline.chronology import Timeline
from timeline.dates import SECONDS_OF_DAY, Day
from timeline.search import Selection
from timeline.views.chart.drawing import Drawing
from timeline.views.layout import Look

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

HEIGHT = 6
"""The number of lines of an overview."""

_LEAST_CELLS = 8
_WIDEST_CELL = 6


class Overview:
    """A histogram of the events of a selection over a part of time, and its axis.

    `width` is the width to draw in, in cells.
    """

    def __init__(
        self,
        timeline: Timeline,
        selection: Selection,
        extent: Extent,
        today: Day,
        width: int,
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._today = today
        self._total = f"{len(selection):,}"
        self._margin = max(len(self._total), len("all")) + 1
        room = max(_LEAST_CELLS, width - self._margin - 3)
        self.axis: Axis = axis_between(
            extent.first, extent.last, room, len(selection), by_second=extent.by_second
        )
        self._wide = max(1, min(room // self.axis.cells, _WIDEST_CELL))
        self._shown: tuple[int, int] | None = None
        self._chosen: tuple[int, int] | None = None

    def marked(self, shown: tuple[int, int] | None, chosen: tuple[int, int] | None) -> "Overview":
        """Return the same overview with other marks.

        `shown` are the first and the last position of what is in view, `chosen` those of one event;
        positions are as in `Extent`.
        """
        other = copy(self)
        other._shown, other._chosen = shown, chosen
        return other

    @cached_property
    def counts(self) -> list[int]:
        """The number of events that began in each cell of the axis."""
        if self.axis.by_second:
            # Most axes show days, and need none of this.
            from timeline.analysis.chart import Placement

            return Placement(self._selection, self._today).began(self.axis)
        return list(map(len, events_by_day(self._selection, self.axis.spans)))

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        axis = self.axis
        draw = Drawing(axis, self._wide, look.glyphs, self._margin, max(self.counts))
        yield from draw.histogram(self.counts, None, self._total)
        yield from draw.scale(
            ticks(axis, self._wide, of_any_year=False),
            self._columns(self._shown),
            self._columns(self._chosen),
        )

    def day_at(self, column: int) -> int:
        """Return the ordinal of the day at a column of the lines, or the nearest on the axis."""
        cell, part = divmod(column - self._margin - 2, self._wide)
        cell = max(0, min(cell, self.axis.cells - 1))
        first, after = self.axis.edges[cell], self.axis.edges[cell + 1]
        position = first + (after - first) * part // self._wide
        return position // SECONDS_OF_DAY if self.axis.by_second else position

    def _columns(self, positions: tuple[int, int] | None) -> range:
        """Return the columns between two positions; none if they are not on the axis."""
        if positions is None:
            return range(0)
        first, last = positions
        if last < self.axis.start or first >= self.axis.stop:
            return range(0)
        low = self.axis.column(max(first, self.axis.start), self._wide)
        high = self.axis.column(min(last, self.axis.stop - 1), self._wide)
        return range(low, high + 1)

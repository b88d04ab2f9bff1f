"""The lanes of a chart by year, each of which has an axis of its own."""

from collections.abc import Sequence

from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.cells import Cells, overlaps, paint
from timeline.analysis.chart.lanes import Lane, Lanes
from timeline.analysis.chart.scope import Scope
from timeline.analysis.chart.stretches import stretch
from timeline.dates.event_date import Day, EventDate
from timeline.dates.units import YEAR, key_sql
from timeline.index.order import ORDER, REVERSED
from timeline.index.schema import LONG, LONGEST_SHORT
from timeline.query.facet import Grouping
from timeline.search.found import run

_MOST_EMPTY = 2_000
"""Of a longer axis only the years have lanes in which events begin."""


class YearLanes(Lanes):
    """A lane for each year of the axis, or for those in which most events begin, in time."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        if not scope.everything:
            # As the index has them for all events: each year is looked for in them.
            for key in ("in_order ON found (earliest, latest, time)", "by_day ON found (day)"):
                run(self._index, f"CREATE INDEX IF NOT EXISTS temp.found_{key}")

    def lanes(self, top: int) -> list[Lane]:
        """Return the lanes of at most `top` years."""
        first, last = self._years()
        every = last - first < min(top, _MOST_EMPTY)
        years = list(range(first, last + 1)) if every else self._most(top, first, last)
        return [Lane((str(year),)) for year in years]

    def left_out(self, lanes: Sequence[Lane]) -> int:
        """Return how many years of the axis have none of the lanes."""
        first, last = self._years()
        return last - first + 1 - len(lanes)

    def _years(self) -> tuple[int, int]:
        """Return the first and the last year of the axis."""
        axis = self._scope.axis(1)
        return Day.from_ordinal(axis.first).year, Day.from_ordinal(axis.last).year

    def _most(self, top: int, first: int, last: int) -> list[int]:
        key = key_sql(Grouping.YEAR)
        rows = self._index.rows(
            f"SELECT {key}, count(*) FROM event e WHERE {self._scope.within('number', 'e')} "
            "GROUP BY 1"
        )
        counts = {
            key // 96: count
            for key, count in rows
            if key is not None and key % 8 >= YEAR and first <= key // 96 <= last
        }
        return sorted(sorted(counts, key=lambda year: (-counts[year], year))[:top])

    def count(self, lane: Lane) -> int:
        """Return how many events may lie in the year of a lane."""
        events, (low, high) = self._scope.events, _days(lane)
        short = (
            f"SELECT count(*) FROM {events} WHERE earliest BETWEEN ? AND ? AND latest >= ? "
            f"AND latest - earliest <= {LONGEST_SHORT}"
        )
        long = f"SELECT count(*) FROM {events} WHERE day = {LONG} AND earliest <= ? AND latest >= ?"
        return int(self._index.value(short, low - LONGEST_SHORT, high, low)) + int(
            self._index.value(long, high, low)
        )

    def axes(self, axis: Axis, lanes: Sequence[Lane]) -> list[Axis]:
        """Return the axis of each year."""
        return [axis.year(int(lane.ids[0])) for lane in lanes]

    def cells(self, axis: Axis, lanes: Sequence[Lane]) -> list[Cells]:
        """Return what lies in the cells of each year."""
        axes = self.axes(axis, lanes)
        found = [
            Cells(self.count(lane), self._scope.counted(year), [0] * (axis.cells + 2))
            for lane, year in zip(lanes, axes, strict=True)
        ]
        smallest = min(axes, key=lambda axis: axis.last - axis.first)
        for wide in self._scope.wide(smallest):
            lies = stretch(wide.date, self._scope.today)
            for year, cells in zip(axes, found, strict=True):
                if overlaps(lies, year):
                    paint(cells, year, lies, wide.number, short=wide.short)
        return found

    def ends(self, lane: Lane) -> tuple[EventDate, EventDate]:
        """Return the dates of the first and the last event that may lie in the year of a lane."""
        events, (low, high) = self._scope.events, _days(lane)
        first, last = (
            self._index.value(
                "SELECT e.date FROM event e WHERE e.number IN (SELECT number FROM (SELECT e.number "
                f"FROM {events} e WHERE e.earliest BETWEEN ? AND ? AND e.latest >= ? "
                f"ORDER BY {order} LIMIT 1) UNION ALL SELECT number FROM {events} "
                f"WHERE day = {LONG} AND earliest <= ? AND latest >= ?) ORDER BY {order} LIMIT 1",
                low - LONGEST_SHORT,
                high,
                low,
                high,
                low,
            )
            for order in (ORDER, REVERSED)
        )
        return EventDate.parse(first), EventDate.parse(last)


def _days(lane: Lane) -> tuple[int, int]:
    """Return the day numbers of the first and the last day of a lane's year."""
    year = int(lane.ids[0])
    return Day(year, 1, 1).ordinal, Day(year, 12, 31).ordinal

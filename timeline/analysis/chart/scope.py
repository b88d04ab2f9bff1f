"""What a chart is of: the events found, to be counted by the cells of an axis, and their time."""

import json
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise, starmap
from typing import NamedTuple

from timeline.analysis.bins import Bins
from timeline.analysis.chart.axis import DAY, Axis
from timeline.analysis.occurrences import named_counts
from timeline.dates.event_date import Day, EventDate
from timeline.index.bitmaps import Bitmaps
from timeline.index.schema import DOCUMENT, LONG, LONGEST_SHORT, NO_END, NO_START
from timeline.search.found import among_found, events_found
from timeline.search.selection import Selection

_LONGEST_BY_SECOND = 7
_AROUND = 3
_YEAR = 365
_HOUR = 3600


class Wide(NamedTuple):
    """So many events of one date that are longer than a cell, and in which lane they are.

    `short` ones are counted by their day as well.
    """

    lane: int
    date: EventDate
    short: bool
    number: int


class Scope:
    """The events of a selection; where they are not all, their numbers are kept while it is used.

    `events` is a table with the day, bounds, time and number of each, `count` is how many there
    are, `everything` tells that none was left out, and `today` how far what goes on has come.
    """

    def __init__(self, selection: Selection, today: Day) -> None:
        self.index = selection.index
        self.today = today
        self.everything = selection.asked.finds_all
        self._asked = selection.asked
        self._any_wide: dict[str, bool] = {}
        self.count = len(selection)
        self.events = events_found(self.index, selection.asked)
        self._span = self._bounds()

    @cached_property
    def bitmaps(self) -> Bitmaps:
        """The bitmaps of the index."""
        return Bitmaps(self.index)

    @cached_property
    def found(self) -> int:
        """The bitmap of the events."""
        return self.bitmaps.found(self._asked)

    def named_counts(self, kind: str) -> dict[str, int]:
        """Return how many of the events have each name of a kind."""
        if self.everything:
            return named_counts(self.index, kind, self._asked)
        return self.bitmaps.counts(kind, self.found)

    def within(self, column: str, table: str) -> str:
        """Return the SQL by which the event of this column is in the scope."""
        return among_found(self.index, self._asked, f"{table}.{column}")

    def bins(self, axis: Axis) -> Bins:
        """Return the cells of an axis as bins."""
        openings = [axis.opening(cell) for cell in range(axis.cells + 1)]
        return Bins(self.bitmaps, [(first, after - 1) for first, after in pairwise(openings)])

    def counted(self, axis: Axis) -> list[int]:
        """Return how many events lie in each cell by their day."""
        return self.bins(axis).counts(self.found)

    def wide(self, axis: Axis) -> list[Wide]:
        """Return the events that cannot be counted by their day, as those of one lane.

        They are longer than a cell, or begin before the axis; where it is one of seconds that is
        all of them. Those that are not short may be no longer than a cell, and were not counted.
        """
        wide = self._is_wide(axis)
        if wide is None:
            return []
        rows = self.index.rows(
            f"SELECT 0, e.date, e.day <> {LONG}, count(*) FROM event e WHERE {wide} GROUP BY 2"
        )
        return list(starmap(_wide, rows))

    def wide_by_name(self, axis: Axis, kind: str, lanes: Sequence[Sequence[str]]) -> list[Wide]:
        """Return the events that `wide` does, once for each lane of which they have a name.

        Each lane is told by its names; one without any is of what has none.
        """
        wide = self._is_wide(axis)
        if wide is None:
            return []
        places = [(name, place) for place, names in enumerate(lanes) for name in names or ("",)]
        rows = self.index.rows(
            "WITH lane (name, place) AS MATERIALIZED "
            "(SELECT value ->> 0, value ->> 1 FROM json_each(?)) "
            "SELECT place, date, short, count(*) FROM (SELECT DISTINCT lane.place, e.number, "
            f"e.date, e.day <> {LONG} AS short FROM event e "
            f"LEFT JOIN json_each({DOCUMENT}, '$.{kind}s') k "
            f"JOIN lane ON lane.name = ifnull(k.value, '') WHERE {wide}) GROUP BY 1, 2",
            json.dumps(places),
        )
        return list(starmap(_wide, rows))

    def _is_wide(self, axis: Axis) -> str | None:
        """Return the SQL that an event `e` cannot be counted by its day, None where each can."""
        # What is not short is never counted by its day.
        reach = 0 if axis.by_second else min(axis.reach, LONGEST_SHORT + 1)
        wide = f"FROM {self.events} WHERE latest - earliest >= {reach} OR earliest < {axis.first}"
        if wide not in self._any_wide:
            self._any_wide[wide] = bool(self.index.value(f"SELECT 1 {wide} LIMIT 1"))
        return f"e.number IN (SELECT number {wide})" if self._any_wide[wide] else None

    def axis(self, cells: int) -> Axis:
        """Return the axis of the time asked for; a side that is not goes to where events end.

        What goes on counts up to today. Few days with times of day are told in seconds.
        """
        low, high = self._span
        first = low if self._asked.opens is None else self._asked.opens
        last = high if self._asked.closes is None else self._asked.closes
        if first > last:
            # One side is asked for beyond all that has a bound: what goes on fills a year.
            given = self._asked.opens is not None
            first, last = (first, first + _YEAR) if given else (last - _YEAR, last)
        if last - first < _LONGEST_BY_SECOND and (times := self._times(first, last)):
            before, after = first * DAY - times[0], times[1] + 1 - (last + 1) * DAY
            return Axis(first, last, cells, True, _whole_hours(before), _whole_hours(after))
        asked = self._asked.opens is not None or self._asked.closes is not None
        if last - first < _AROUND and not asked:
            first, last = _months_around(first, last)
        return Axis(first, last, cells)

    def has_zones(self) -> bool:
        """Tell whether any time of day is written with its zone."""
        times = ("*T??:??", "*T??:??:??")
        zoned = " OR ".join(f"e.date GLOB '{time}[Z+-]*'" for time in times)
        where = self.within("number", "e")
        return bool(
            self.index.value(
                f"SELECT 1 FROM event e WHERE e.time IS NOT NULL AND ({zoned}) AND {where} LIMIT 1"
            )
        )

    def _bounds(self) -> tuple[int, int]:
        """Return the first and the last bound of the events, today where there is none."""
        value, events, today = self.index.value, self.events, self.today.ordinal
        latest = f"SELECT max(latest) FROM {events} WHERE latest < {NO_END}"
        begun = value(f"SELECT max(earliest) FROM {events} WHERE earliest > {NO_START}")
        bounds = [
            value(f"SELECT min(earliest) FROM {events} WHERE earliest > {NO_START}"),
            begun,
            # No short event that began much before the last can end after it.
            value(f"{latest} AND earliest >= ?", (begun or 0) - LONGEST_SHORT),
            value(f"{latest} AND day = {LONG}"),
            value(
                f"SELECT min(latest) FROM {events} "
                f"WHERE earliest = {NO_START} AND latest < {NO_END}"
            ),
        ]
        ongoing = (
            f"SELECT 1 FROM event e WHERE e.day = {LONG} AND e.latest = {NO_END} "
            f"AND e.date LIKE '%/..' AND {self.within('number', 'e')} LIMIT 1"
        )
        if value(ongoing):
            bounds.append(today)
        known = [bound for bound in bounds if bound is not None] or [today]
        return min(known), max(known)

    def _times(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the first and last second of the times of day that begin in these days."""
        second = f"earliest * {DAY} + time"
        sql = (
            f"SELECT min({second}), max({second}) FROM event e WHERE e.time IS NOT NULL "
            f"AND e.earliest BETWEEN ? AND ? AND {self.within('number', 'e')}"
        )
        low, high = next(self.index.rows(sql, first, last))
        return None if low is None else (low, high)


def _whole_hours(seconds: int) -> int:
    return max(0, -(-seconds // _HOUR) * _HOUR)


def _wide(lane: int, date: str, short: int, number: int) -> Wide:
    return Wide(lane, EventDate.parse(date), bool(short), number)


def _months_around(first: int, last: int) -> tuple[int, int]:
    """Return the days of the whole months around two days."""
    start, end = Day.from_ordinal(first), Day.from_ordinal(last)
    after = Day(end.year, end.month, 1).months_later(1)
    return Day(start.year, start.month, 1).ordinal, after.ordinal - 1

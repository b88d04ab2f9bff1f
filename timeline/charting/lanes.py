"""The events found as lanes along an axis: how many lie in each cell, and what goes on where."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from timeline.charting.axis import Axis
from timeline.charting.cells import Cells, is_narrow, kept_in, overlaps, paint
from timeline.charting.scope import Scope
from timeline.charting.stretches import Stretch, stretch
from timeline.dates import Day, EventDate
from timeline.grouping import By
from timeline.index import DOCUMENT, LONG, LONGEST_SHORT
from timeline.order import ORDER, REVERSED

_LINKS = {By.TAG: "event_tag", By.ACTOR: "event_actor", By.PLACE: "event_place"}


class Lane(msgspec.Struct, frozen=True):
    """Those of the events found that have something in common.

    `ids` are the tags, actors, places or years that it is for; empty where there is none. `rest`
    tells that it is for those which have no lane of their own.
    """

    ids: tuple[str, ...]
    count: int
    rest: bool = False


class Beginnings(msgspec.Struct, frozen=True):
    """How many of the events found begin in each cell.

    `unplaced` are those that may do so but are not known closely enough.
    """

    counts: list[int]
    unplaced: int


class Lanes:
    """The lanes of what is in a scope, by tag, actor, place or year."""

    def __init__(self, scope: Scope, by: By, today: Day) -> None:
        self._scope = scope
        self._by = by
        self._today = today
        self._index = scope.index
        self._occurs: dict[str, bool] = {}
        if by is not By.YEAR:
            self._link, self._name = scope.link(_LINKS[by], str(by))

    def lanes(self, top: int) -> list[Lane]:
        """Return at most `top` lanes, those with most events; then one of the rest, and of none.

        Lanes of years follow in time, and there is none of the rest.
        """
        if self._by is By.YEAR:
            return [
                Lane((str(year),), self._may_lie_in(self._scope.axis(1).year(year)))
                for year in self._years(top)
            ]
        counts = self._counts()
        # A lane of the rest takes as much room as the only one that is left.
        own = counts if len(counts) <= top + 1 else counts[:top]
        rest = counts[len(own) :]
        lanes = [Lane((name,), count) for name, count in own]
        if rest:
            names = tuple(name for name, _ in rest)
            where, parameter = self._named(names)
            count = self._index.value(f"SELECT count(DISTINCT event) FROM {where}", parameter)
            lanes.append(Lane(names, count, rest=True))
        if without := self._without():
            lanes.append(Lane((), without))
        return lanes

    def cells(self, axis: Axis, lanes: Sequence[Lane]) -> list[Cells]:
        """Return what lies in the cells of each lane; those of years have axes of their own."""
        if self._by is By.YEAR:
            return self._cells_of_years([axis.year(int(lane.ids[0])) for lane in lanes])
        found = [self._marked(axis, lane.ids) for lane in lanes]
        cells_of = {
            name: cells
            for lane, cells in zip(lanes, found, strict=True)
            for name in lane.ids or (None,)
        }
        for name, date, short, number in self._wide(axis, named=True):
            lies = stretch(date, self._today, by_second=axis.by_second)
            paint(cells_of[name], axis, lies, number, short=short)
        return found

    def _counts(self) -> list[tuple[str, int]]:
        """Return the names with how many of the events found have each, the most first."""
        rows: Iterator[tuple[str, int]] = self._index.rows(
            f"SELECT {self._name}, count(*) FROM {self._link} GROUP BY 1"
        )
        return sorted(rows, key=lambda row: (-row[1], row[0].casefold(), row[0]))

    def _without(self) -> int:
        where = self._scope.within("event", "event_without")
        return int(
            self._index.value(
                f"SELECT count(*) FROM event_without WHERE kind = ? AND {where}", str(self._by)
            )
        )

    def _named(self, names: Sequence[str]) -> tuple[str, str]:
        """Return the SQL for the rows of some names, or of none, and its parameter."""
        table, name = self._link, self._name
        if not names:
            table, name, names = "event_without", "kind", (str(self._by),)
        # What was found already holds no other events.
        within = self._scope.within("event", table) if table == "event_without" else "1"
        return (
            f"{table} WHERE {name} IN (SELECT value FROM json_each(?)) AND {within}",
            json.dumps(names),
        )

    def _marked(self, axis: Axis, names: Sequence[str]) -> Cells:
        cells = Cells.empty(axis)
        if not axis.by_second:
            # An event with several of the names is one all the same.
            what = "DISTINCT event" if len(names) > 1 else "*"
            cells.marks = self._counted(axis, *self._named(names), what=what)
        return cells

    def _counted(self, axis: Axis, rows: str, *parameters: Any, what: str = "*") -> list[int]:
        """Return how many of some rows with a `day` lie in each cell, also of wide events."""
        openings = [axis.opening(cell) for cell in range(axis.cells + 1)]
        bounds = json.dumps(list(pairwise(openings)))
        # Searches of a key, in place of sorting all rows by their cell.
        found = self._index.rows(
            "WITH bound (cell, low, high) AS MATERIALIZED (SELECT key, "
            "json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)) "
            f"SELECT (SELECT count({what}) FROM {rows} AND day >= low AND day < high) "
            "FROM bound ORDER BY cell",
            bounds,
            *parameters,
        )
        return [row[0] for row in found]

    def _wide(self, axis: Axis, *, named: bool) -> Iterator[tuple[Any, EventDate, bool, int]]:
        """Yield the events that marks cannot stand for: name, date, if short, how many of these.

        They are longer than a cell, or begin before the axis; where it is one of seconds that is
        all of them. Those that are not short may be no longer than a cell, and were not counted.
        """
        # What is not short is never counted by its day.
        reach = 0 if axis.by_second else min(axis.reach, LONGEST_SHORT + 1)
        wide = f"latest - earliest >= {reach} OR earliest < {axis.first}"
        if wide not in self._occurs:
            any_wide = f"SELECT 1 FROM {self._scope.events} WHERE {wide} LIMIT 1"
            self._occurs[wide] = bool(self._index.value(any_wide))
        if not self._occurs[wide]:
            return
        name, names = "NULL", ""
        if named:
            name, names = "k.value", f"LEFT JOIN json_each({DOCUMENT}, '$.{self._by}s') k"
        rows = self._index.rows(
            f"SELECT {name}, e.date, e.day <> {LONG}, count(*) FROM event e {names} WHERE e.number "
            f"IN (SELECT number FROM {self._scope.events} WHERE {wide}) GROUP BY 1, 2"
        )
        for name, text, short, number in rows:
            yield name, EventDate.parse(text), bool(short) and not axis.by_second, number

    def beginnings(self, axes: Sequence[Axis]) -> Beginnings:
        """Return how many events begin in each cell, of all the axes together."""
        counts, unplaced = [0] * axes[0].cells, 0
        for axis in axes:
            if not axis.by_second:
                own = self._counted(axis, f"{self._scope.events} WHERE 1")
                counts = [count + more for count, more in zip(counts, own, strict=True)]
        smallest = min(axes, key=lambda axis: axis.last - axis.first)
        for _, date, short, number in self._wide(smallest, named=False):
            lies = stretch(date, self._today, by_second=smallest.by_second)
            for axis in axes:
                first = lies.first
                if first is None or not 0 <= axis.cell(kept_in(axis, first)) < axis.cells:
                    continue
                counts[axis.cell(kept_in(axis, first))] += (
                    number * _begins_there(lies, axis) - number * short
                )
            if not _begins_there(lies, smallest) and _may_begin_in(lies, axes):
                unplaced += number
        return Beginnings(counts, unplaced)

    def _years(self, top: int) -> list[int]:
        """Return the years that have lanes: all of the axis, or those in which most begin."""
        axis = self._scope.axis(1)
        first, last = Day.from_ordinal(axis.first).year, Day.from_ordinal(axis.last).year
        if last - first < top:
            return list(range(first, last + 1))
        counts = self._scope.by_year(first, last)
        return sorted(sorted(counts, key=lambda year: (-counts[year], year))[:top])

    def _cells_of_years(self, axes: Sequence[Axis]) -> list[Cells]:
        found = [
            Cells(self._counted(axis, f"{self._scope.events} WHERE 1"), [0] * (axis.cells + 2))
            for axis in axes
        ]
        smallest = min(axes, key=lambda axis: axis.last - axis.first)
        for _, date, short, number in self._wide(smallest, named=False):
            lies = stretch(date, self._today)
            for axis, cells in zip(axes, found, strict=True):
                if overlaps(lies, axis):
                    paint(cells, axis, lies, number, short=short)
        return found

    def _may_lie_in(self, axis: Axis) -> int:
        events, low, high = self._scope.events, axis.first, axis.last
        short = (
            f"SELECT count(*) FROM {events} WHERE earliest BETWEEN ? AND ? AND latest >= ? "
            f"AND latest - earliest <= {LONGEST_SHORT}"
        )
        long = f"SELECT count(*) FROM {events} WHERE day = {LONG} AND earliest <= ? AND latest >= ?"
        return int(self._index.value(short, low - LONGEST_SHORT, high, low)) + int(
            self._index.value(long, high, low)
        )

    def ends(self, lane: Sequence[str]) -> tuple[EventDate, EventDate]:
        """Return the dates of the first and the last event that has one of some names, or none."""
        if self._by is By.YEAR:
            return self._ends_of_year(int(lane[0]))
        rows, names = self._named(lane)
        dates = []
        for least, order in (("min", ORDER), ("max", REVERSED)):
            # The first in order is long, or of those with the first day.
            day = f"(SELECT {least}(day) FROM {rows} AND day > {LONG})"
            dates.append(
                self._index.value(
                    "SELECT e.date FROM event e WHERE e.number IN "
                    f"(SELECT event FROM {rows} AND day IN ({LONG}, {day})) "
                    f"ORDER BY {order} LIMIT 1",
                    names,
                    names,
                )
            )
        return EventDate.parse(dates[0]), EventDate.parse(dates[1])

    def _ends_of_year(self, year: int) -> tuple[EventDate, EventDate]:
        events, low, high = self._scope.events, Day(year, 1, 1).ordinal, Day(year, 12, 31).ordinal
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


def _begins_there(lies: Stretch, axis: Axis) -> bool:
    """Tell whether the beginning of a stretch is known within the length of a cell."""
    if lies.first is None or lies.sure_from is None:
        return is_narrow(lies, axis)
    return lies.sure_from - lies.first < axis.reach


def _may_begin_in(lies: Stretch, axes: Sequence[Axis]) -> bool:
    last = lies.last if lies.sure_from is None else lies.sure_from
    return any(overlaps(lies._replace(last=last), axis) for axis in axes)

"""The lanes of a chart by tag, actor or place."""

import json
from collections.abc import Sequence
from functools import cached_property

from timeline.charting.axis import Axis
from timeline.charting.cells import Cells, paint
from timeline.charting.lanes import Lane, Lanes
from timeline.charting.scope import Scope
from timeline.charting.stretches import stretch
from timeline.conditions import EVERY_EVENT
from timeline.dates import EventDate
from timeline.index import LONG
from timeline.occurrences import named_counts
from timeline.order import ORDER, REVERSED
from timeline.ranking import ranked


class NameLanes(Lanes):
    """A lane for each name of a kind: `tag`, `actor` or `place`.

    An event is in the lane of each name that it has itself.
    """

    def __init__(self, scope: Scope, kind: str) -> None:
        super().__init__(scope)
        self._kind = kind
        self._link, self._name = scope.link(f"event_{kind}", kind)

    def lanes(self, top: int) -> list[Lane]:
        """Return the lanes of at most `top` names, one of the rest, and one of those without."""
        names = [one.name for one in ranked(self._index, self._kind, self._counts)]
        # A lane of the rest takes as much room as the only one that is left.
        own = names if len(names) <= top + 1 else names[:top]
        lanes = [Lane((name,)) for name in own]
        if len(own) < len(names):
            lanes.append(Lane(tuple(names[top:]), rest=True))
        if self._without:
            lanes.append(Lane(()))
        return lanes

    @cached_property
    def _counts(self) -> dict[str, int]:
        """How many of the events found have each of the names."""
        if self._scope.everything:
            return named_counts(self._index, self._kind, EVERY_EVENT)
        rows = self._index.rows(f"SELECT {self._name}, count(*) FROM {self._link} GROUP BY 1")
        return dict(rows)

    @cached_property
    def _without(self) -> int:
        rows, parameter = self._named(())
        return int(self._index.value(f"SELECT count(*) FROM {rows}", parameter))

    def count(self, lane: Lane) -> int:
        """Return how many events have one of the names of a lane, or none."""
        if not lane.ids:
            return self._without
        if not lane.rest:
            return self._counts[lane.ids[0]]
        rows, parameter = self._named(lane.ids)
        return int(self._index.value(f"SELECT count(DISTINCT event) FROM {rows}", parameter))

    def axes(self, axis: Axis, lanes: Sequence[Lane]) -> list[Axis]:
        """Return the axis, which all lanes share."""
        return [axis]

    def cells(self, axis: Axis, lanes: Sequence[Lane]) -> list[Cells]:
        """Return what lies in the cells of each of the lanes that `lanes` returned."""
        found: list[Cells] = []
        for lane in lanes:
            cells = Cells.empty(axis)
            if axis.by_second:
                cells.count = self.count(lane)
            elif lane.rest:
                cells.count, cells.marks = self._rest(axis, lane, lanes)
            else:
                cells.count = self.count(lane)
                cells.marks = self._scope.counted(axis, *self._named(lane.ids))
            found.append(cells)
        for wide in self._scope.wide_by_name(axis, self._kind, [lane.ids for lane in lanes]):
            lies = stretch(wide.date, self._scope.today, by_second=axis.by_second)
            short = wide.short and not axis.by_second
            paint(found[wide.lane], axis, lies, wide.number, short=short)
        return found

    def _rest(self, axis: Axis, rest: Lane, lanes: Sequence[Lane]) -> tuple[int, list[int]]:
        """Return how many events have one of the names of the rest, and how many by their day."""
        own = [lane.ids[0] for lane in lanes if lane.ids and not lane.rest]
        if self._links(rest.ids) <= self._links(own):
            marks, count = self._scope.counted_once(axis, *self._named(rest.ids))
            return count, marks
        # Those that have none of these names cost less to count.
        all_of = self._scope.counted(axis)
        without = self._scope.counted(axis, *self._named(()))
        only = [0] * axis.cells
        count = self._scope.count - self._without
        for day, number in self._having_only(own):
            count -= number
            if 0 <= axis.cell(day) < axis.cells:
                only[axis.cell(day)] += number
        return count, [
            every - none - own for every, none, own in zip(all_of, without, only, strict=True)
        ]

    def _links(self, names: Sequence[str]) -> int:
        return sum(self._counts[name] for name in names)

    def _having_only(self, names: Sequence[str]) -> list[tuple[int, int]]:
        """Return the days of the events that have some names and no other, with their numbers."""
        rows, parameter = self._named(names)
        return list(
            self._index.rows(
                "SELECT k.day, count(*) FROM "
                f"(SELECT event, day, count(*) AS names FROM {rows} GROUP BY event) k "
                f"JOIN event e ON e.number = k.event AND e.{self._kind}_count = k.names GROUP BY 1",
                parameter,
            )
        )

    def _named(self, names: Sequence[str]) -> tuple[str, str]:
        """Return the SQL for the rows of some names, or of none, and its parameter."""
        table, name, within = self._link, self._name, "1"
        if not names:
            table, name, names = "event_without", "kind", (self._kind,)
            # What was found already holds no other events.
            within = self._scope.within("event", table)
        return (
            f"{table} WHERE {name} IN (SELECT value FROM json_each(?)) AND {within}",
            json.dumps(names),
        )

    def ends(self, lane: Lane) -> tuple[EventDate, EventDate]:
        """Return the dates of the first and the last event that has one of the names, or none."""
        rows, names = self._named(lane.ids)
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

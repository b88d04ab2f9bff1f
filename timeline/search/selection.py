"""The events that a question finds: iterate over them, group them and count them."""

from collections.abc import Iterator
from copy import copy
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec

from timeline.dates import NO_END, NO_START, CalendarUnit, Day, EventDate
from timeline.index import DOCUMENT, LONG, LONGEST_SHORT, ORDER, REVERSED, Index, with_neighbours
from timeline.model import Event, Facet, Neighbour
from timeline.query import Query
from timeline.search.matches import Matches
from timeline.search.sql import condition_of

if TYPE_CHECKING:
    from pyroaring import BitMap


class Group(msgspec.Struct, frozen=True):
    """A heading, the number of events found under it, and those events, which can be read once.

    The events include the neighbours of those found, if requested; `count` does not. `of` is the
    name or id that the group is for, None if it is not for a name. `continuing` marks the group of
    events that began before the time that the question asks about.
    """

    label: str
    count: int
    events: Iterator[Event]
    of: str | None = None
    continuing: bool = False


# The largest integer in SQLite.
_NO_LIMIT = (1 << 63) - 1

_FEW = 50
"""If fewer than one in this many events is found, finding each one's neighbours is faster."""


class Selection:
    """The events that a question finds. Iterate over it to get them in chronological order.

    Events are not kept in memory: each iteration queries the index again. `asked` is the question
    as SQL.
    """

    def __init__(
        self,
        index: Index,
        query: Query,
        today: date,
        *,
        reverse: bool = False,
        limit: int | None = None,
        context: int = 0,
    ) -> None:
        self.index = index
        self.query = query
        self.descending = reverse
        self._order = REVERSED if reverse else ORDER
        self._descending = " DESC" if reverse else ""
        self._matching = asked = condition_of(index, query, today)
        if limit is not None:
            asked = asked._replace(
                sql=f"e.number IN (SELECT e.number FROM event e WHERE {asked.sql} "
                f"ORDER BY {self._order} LIMIT {min(limit, _NO_LIMIT)})"
            )
        self.asked = asked
        self._matches = Matches(index, asked)
        # If all events are found, there are no other neighbours.
        self._context = 0 if asked.finds_all else min(context, _NO_LIMIT)

    def through(self, index: Index) -> "Selection":
        """Return the same events, read through another connection to the same index."""
        other = copy(self)
        other.index = index
        other._matches = self._matches.through(index)
        return other

    def __len__(self) -> int:
        return self._matches.count

    def __bool__(self) -> bool:
        return bool(self._matches.count)

    def __iter__(self) -> Iterator[Event]:
        return self._events("{found}")

    @cached_property
    def positions(self) -> "BitMap":
        """The events found as a set of positions in chronological order."""
        if self.asked.finds_all:
            return self.index.bitmaps.every_event()
        return self.index.bitmaps.of(self._numbers("{found}"))

    @cached_property
    def continuing(self) -> "BitMap":
        """The events found that began before the time asked about, as a set of positions."""
        from pyroaring import BitMap

        continues = self.asked.continues
        if continues is None:
            return BitMap()
        return self.index.bitmaps.of(self._numbers(f"{{found}} AND {continues}"))

    def _numbers(self, found: str) -> Iterator[int]:
        return (number for (number,) in self._matches.rows(f"SELECT e.number {found}"))

    def has_ongoing(self) -> bool:
        """Return whether any of the events found is ongoing (`2022/..`)."""
        return bool(self._matches.value("SELECT 1 {found} AND e.ongoing LIMIT 1"))

    @cached_property
    def matching(self) -> int:
        """The number of events that match the question, without the limit."""
        if self.asked == self._matching:
            return self._matches.count
        matching = self._matching
        sql = f"SELECT count(*) FROM event e WHERE {matching.sql}"
        return int(self.index.value(sql, *matching.parameters))

    @cached_property
    def undated(self) -> int:
        """The number of events that match but for `known-by:`, as they have no dated source."""
        if (unknown := self._matching.unknown) is None:
            return 0
        sql = f"SELECT count(*) FROM event e WHERE {unknown.sql}"
        return int(self.index.value(sql, *unknown.parameters))

    @property
    def total(self) -> int:
        """The number of events in the chronology."""
        return self.index.event_count()

    def documents(self) -> Iterator[bytes]:
        """Yield the events found, each as a line of JSON from the index."""
        return map(self.index.intact, self._documents("{found}"))

    def _documents(self, found: str) -> Iterator[bytes]:
        # Sort the numbers rather than the documents.
        numbers = f"SELECT e.number {found} ORDER BY {self._order} LIMIT -1"
        rows = self._matches.rows(f"SELECT {DOCUMENT} FROM ({numbers}) e")
        return (row[0] for row in rows)

    def _events(self, found: str) -> Iterator[Event]:
        return self.index.decoded(self._documents(found), Event)

    def span(self) -> tuple[EventDate, EventDate] | None:
        """Return the dates of the first and the last event found, or None if there are none."""
        first, last = (
            self._matches.value(f"SELECT e.date {{found}} ORDER BY {order} LIMIT 1")
            for order in (ORDER, REVERSED)
        )
        return None if first is None else (EventDate.parse(first), EventDate.parse(last))

    def extent(self) -> tuple[EventDate, EventDate] | None:
        """Return the dates of the first event to begin and the last to end, None if none is found.

        Among events without an end, an ongoing one is the last.
        """
        if "positions" in self.__dict__:
            from timeline.search.extents import extent_of

            return extent_of(self.index, self.positions)
        first = self._matches.value(f"SELECT e.date {{found}} ORDER BY {ORDER} LIMIT 1")
        if first is None:
            return None
        # A short event that began long before the last one cannot end after it.
        begun = self._matches.value("SELECT max(e.day) {found}")
        last = self._matches.value(
            f"SELECT e.date {{found}} AND (e.day = {LONG} OR e.day >= ?) "
            "ORDER BY e.latest DESC, e.ongoing DESC, e.number LIMIT 1",
            begun - LONGEST_SHORT,
        )
        return EventDate.parse(first), EventDate.parse(last)

    def bounds(self) -> tuple[int | None, int | None]:
        """Return the earliest and the latest day number of the events found, None if open."""
        low = self._matches.value("SELECT min(e.earliest) {found}")
        high = self._matches.value("SELECT max(e.latest) {found}")
        return (
            None if low in (None, NO_START) else low,
            None if high in (None, NO_END) else high,
        )

    def reaches_beyond(self, first: Day, last: Day) -> bool:
        """Return whether any known first or last day of the events found is outside this time."""
        return any(
            self._matches.value(
                f"SELECT 1 {{found}} AND {day} NOT BETWEEN ? AND ? AND {day} <> {unknown} LIMIT 1",
                first.ordinal,
                last.ordinal,
            )
            for day, unknown in (("e.earliest", NO_START), ("e.latest", NO_END))
        )

    def groups(self, facet: Facet | None) -> Iterator[Group]:
        """Yield the events in groups with headings. Read each group's events before the next group.

        Grouped by time, events that continue from before the time asked about have a group of
        their own, and requested neighbours are sorted in with the others. Grouped by names, an
        event is in the group of each of its names; the largest groups come first, and events
        without a name last. The group of an actor includes the events of all who act for it.
        Grouped by lag, the shortest come first, and those not known last. Without a facet, all
        events are in one group.
        """
        if facet is None:
            yield Group("", len(self), (event for _, event in self._rows_in_time("NULL", "1")))
        elif facet.unit is None:
            yield from self._groups_by_value(facet)
        else:
            yield from self._groups_by_time(facet)

    def _groups_by_time(self, facet: Facet) -> Iterator[Group]:
        continues = self.asked.continues
        if continues is None:
            yield from self._groups_in_time(facet, "1")
            return
        others = self._groups_in_time(facet, f"NOT {continues}")
        if self.descending:
            yield from others
        where = f"{{found}} AND {continues}"
        count = int(self._matches.value(f"SELECT count(*) {where}"))
        if count:
            yield Group("Continuing", count, self._events(where), continuing=True)
        if not self.descending:
            yield from others

    def _groups_in_time(self, facet: Facet, which: str) -> Iterator[Group]:
        key = f"e.{facet}"
        if self.asked.finds_all:
            sql = "SELECT value, events FROM bitmap WHERE facet = ?"
            counts = dict(self.index.rows(sql, facet))
        else:
            sql = f"SELECT {key}, count(*) {{found}} AND {which} GROUP BY 1"
            counts = dict(self._matches.rows(sql))
        for found, group in groupby(self._rows_in_time(key, which), key=_first):
            label = "Open start" if found is None else CalendarUnit(found).label
            yield Group(label, counts.get(found, 0), (event for _, event in group))

    def _rows_in_time(self, key: str, which: str) -> Iterator[tuple[Any, Event]]:
        """Yield the events to show, each with its key, in the order of the keys."""
        order = f"ORDER BY {key}{self._descending}, {self._order} LIMIT -1"
        if not self._context:
            inner = f"SELECT {key} AS key, e.number {{found}} AND {which} {order}"
            rows = self._matches.rows(f"SELECT key, {DOCUMENT} FROM ({inner}) e")
            return ((key, self.index.decode(document, Event)) for key, document in rows)
        few = self._matches.count * _FEW < self.total
        near = with_neighbours("SELECT number FROM found", self._context, few=few)
        matches = "e.number IN (SELECT number FROM found)"
        rows = self._matches.rows(
            "WITH found AS MATERIALIZED (SELECT e.number {found}) "
            f"SELECT key, {DOCUMENT}, matches FROM ("
            f"SELECT {key} AS key, e.number, {matches} AS matches FROM event e "
            f"WHERE {near} AND ({which} OR NOT {matches}) {order}) e"
        )
        return (
            (key, self.index.decode(document, Event if matches else Neighbour))
            for key, document, matches in rows
        )

    def _groups_by_value(self, facet: Facet) -> Iterator[Group]:
        from timeline.search.by_value import by_value

        each = by_value(self.index, facet, self.positions, certain=self.query.certain)
        for label, events, name in each:
            yield Group(label, len(events), self.index.events(self._in_order(events)), name)

    def _in_order(self, events: "BitMap") -> Iterator[int]:
        numbers = self.index.columns.numbers
        positions = reversed(events) if self.descending else iter(events)
        return (numbers[position] for position in positions)

    def names(self, facet: Facet) -> list[str]:
        """Return the ids of the actors or tags of the events found, in registry order."""
        return [
            row[0]
            for row in self._matches.rows(
                f"SELECT id FROM {facet} WHERE id IN (SELECT n.name FROM name n "
                f"WHERE n.kind = '{facet}' AND EXISTS (SELECT 1 FROM event_name o "
                "WHERE o.name = n.number AND o.event IN (SELECT e.number {found}))) "
                "ORDER BY rowid"
            )
        ]


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]

"""What a question found: events in order, under headings, counted."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec

from timeline.dates import NO_END, NO_START, CalendarUnit, EventDate
from timeline.index import DOCUMENT, LONG, LONGEST_SHORT, ORDER, REVERSED, Index, with_neighbours
from timeline.model import Event, Facet, Neighbour
from timeline.query import Query
from timeline.search.condition import condition

if TYPE_CHECKING:
    from pyroaring import BitMap


class Group(msgspec.Struct, frozen=True):
    """A heading, how many of the found events stand under it, and those events, to be read once.

    Among the events are the neighbours of those found, where they were asked for. `of` is the id of
    the actor or tag that the group is for, else None; `continuing` are those that began before.
    """

    label: str
    count: int
    events: Iterator[Event]
    of: str | None = None
    continuing: bool = False


# The largest number that SQLite counts to.
_NO_LIMIT = (1 << 63) - 1

_FEW = 50
"""One in so many events are few: then it costs less to look for the neighbours of each."""


class Selection:
    """The events that a question finds, in chronological order; iterate it to get them.

    No event is held in memory: each reading asks the index again. `asked` is the question as SQL.
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
        self._matching = asked = condition(index, query, today)
        if limit is not None:
            asked = asked._replace(
                sql=f"e.number IN (SELECT e.number FROM event e WHERE {asked.sql} "
                f"ORDER BY {self._order} LIMIT {min(limit, _NO_LIMIT)})"
            )
        self.asked = asked
        self._where, self._parameters = asked.sql, asked.parameters
        # Where all is found, nothing stands beside it.
        self._context = 0 if asked.finds_all else min(context, _NO_LIMIT)

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        return int(self._value("SELECT count(*) {found}"))

    def __bool__(self) -> bool:
        return bool(self._count)

    def __iter__(self) -> Iterator[Event]:
        return self.index.decoded(self.documents(), Event)

    @cached_property
    def positions(self) -> "BitMap":
        """The events found as a set of positions in chronological order."""
        if self.asked.finds_all:
            return self.index.bitmaps.every_event()
        rows = self.index.rows(f"SELECT e.number {self._found}", *self._parameters)
        return self.index.bitmaps.of(row[0] for row in rows)

    @cached_property
    def continuing(self) -> "BitMap":
        """The events found that began before the asked-for time, as a set of positions."""
        from pyroaring import BitMap

        continues = self.asked.continues
        if continues is None:
            return BitMap()
        rows = self.index.rows(f"SELECT e.number {self._found} AND {continues}", *self._parameters)
        return self.index.bitmaps.of(row[0] for row in rows)

    def has_ongoing(self) -> bool:
        """Tell whether any of the events found goes on (`2022/..`)."""
        return bool(self._value("SELECT 1 {found} AND e.ongoing LIMIT 1"))

    @property
    def _found(self) -> str:
        return f"FROM event e WHERE {self._where}"

    def _value(self, sql: str, *parameters: Any) -> Any:
        """Return the first value that a statement finds of `{found}`, the events found."""
        return self.index.value(sql.replace("{found}", self._found), *self._parameters, *parameters)

    @cached_property
    def matching(self) -> int:
        """How many events the question finds, of which a limit leaves the first."""
        if self.asked == self._matching:
            return self._count
        matching = self._matching
        sql = f"SELECT count(*) FROM event e WHERE {matching.sql}"
        return int(self.index.value(sql, *matching.parameters))

    @property
    def total(self) -> int:
        """How many events the chronology has."""
        return self.index.event_count()

    def documents(self) -> Iterator[bytes]:
        """Yield the events found, each as the line of JSON that the index holds."""
        return self._documents(self._found)

    def _documents(self, found: str) -> Iterator[bytes]:
        # What is sorted are numbers, and no documents.
        numbers = f"SELECT e.number {found} ORDER BY {self._order} LIMIT -1"
        rows = self.index.rows(f"SELECT {DOCUMENT} FROM ({numbers}) e", *self._parameters)
        return (row[0] for row in rows)

    def _events(self, found: str) -> Iterator[Event]:
        return self.index.decoded(self._documents(found), Event)

    def span(self) -> tuple[EventDate, EventDate] | None:
        """Return the dates of the first and the last event found, None where there is none."""
        first, last = (
            self._value(f"SELECT e.date {{found}} ORDER BY {order} LIMIT 1")
            for order in (ORDER, REVERSED)
        )
        return None if first is None else (EventDate.parse(first), EventDate.parse(last))

    def extent(self) -> tuple[EventDate, EventDate] | None:
        """Return the dates of what begins first and of what ends last, None where nothing is found.

        Of what has no end, that which goes on is the last.
        """
        first = self._value(f"SELECT e.date {{found}} ORDER BY {ORDER} LIMIT 1")
        if first is None:
            return None
        # What is short and began long before the last can end no later.
        begun = self._value("SELECT max(e.day) {found}")
        last = self._value(
            f"SELECT e.date {{found}} AND (e.day = {LONG} OR e.day >= ?) "
            "ORDER BY e.latest DESC, e.ongoing DESC, e.number LIMIT 1",
            begun - LONGEST_SHORT,
        )
        return EventDate.parse(first), EventDate.parse(last)

    def bounds(self) -> tuple[int | None, int | None]:
        """Return the earliest and the latest day number of the events found, None where open."""
        low = self._value("SELECT min(e.earliest) {found}")
        high = self._value("SELECT max(e.latest) {found}")
        return (
            None if low in (None, NO_START) else low,
            None if high in (None, NO_END) else high,
        )

    def groups(self, facet: Facet | None) -> Iterator[Group]:
        """Yield the events under their headings; read each group's events before the next group.

        Grouped by time, what began before the asked-for time and goes on stands in a group of its
        own, and the neighbours that were asked for stand with the others. Grouped by names, an
        event stands under each that it has, in groups with most events first; what has none stands
        last. Under an actor stand the events of all who act for it. Without a facet all are one
        group.
        """
        if facet is None:
            yield Group("", len(self), (event for _, event in self._rows_in_time("NULL", "1")))
        elif facet.unit is None:
            yield from self._groups_by_name(facet)
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
        where = f"{self._found} AND {continues}"
        count = int(self.index.value(f"SELECT count(*) {where}", *self._parameters))
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
            sql = f"SELECT {key}, count(*) {self._found} AND {which} GROUP BY 1"
            counts = dict(self.index.rows(sql, *self._parameters))
        for found, group in groupby(self._rows_in_time(key, which), key=_first):
            label = "Open start" if found is None else CalendarUnit(found).label
            yield Group(label, counts.get(found, 0), (event for _, event in group))

    def _rows_in_time(self, key: str, which: str) -> Iterator[tuple[Any, Event]]:
        """Yield the events to be shown, each with its key, in the order of the keys."""
        order = f"ORDER BY {key}{self._descending}, {self._order} LIMIT -1"
        if not self._context:
            inner = f"SELECT {key} AS key, e.number {self._found} AND {which} {order}"
            rows = self.index.rows(f"SELECT key, {DOCUMENT} FROM ({inner}) e", *self._parameters)
            return ((key, self._event(document, Event)) for key, document in rows)
        few = self._count * _FEW < self.total
        near = with_neighbours("SELECT number FROM found", self._context, few=few)
        matches = "e.number IN (SELECT number FROM found)"
        rows = self.index.rows(
            f"WITH found AS MATERIALIZED (SELECT e.number {self._found}) "
            f"SELECT key, {DOCUMENT}, matches FROM ("
            f"SELECT {key} AS key, e.number, {matches} AS matches FROM event e "
            f"WHERE {near} AND ({which} OR NOT {matches}) {order}) e",
            *self._parameters,
        )
        return (
            (key, self._event(document, Event if matches else Neighbour))
            for key, document, matches in rows
        )

    def _event(self, document: bytes, kind: type[Event]) -> Event:
        return next(self.index.decoded([document], kind))

    def _groups_by_name(self, facet: Facet) -> Iterator[Group]:
        from timeline.search.ranking import ranked

        sets = {name: events & self.positions for name, events in self.index.bitmaps.each(facet)}
        without = sets.pop(None, None)
        found = {str(name): events for name, events in sets.items() if events}
        for one in ranked(self.index, facet, {name: len(found[name]) for name in found}):
            events = self._in_order(found[one.name])
            yield Group(one.label, one.events, self.index.events(events), one.name)
        if without:
            yield Group(f"No {facet}", len(without), self.index.events(self._in_order(without)))

    def _in_order(self, events: "BitMap") -> Iterator[int]:
        numbers = self.index.columns.numbers
        positions = reversed(events) if self.descending else iter(events)
        return (numbers[position] for position in positions)

    def names(self, facet: Facet) -> list[str]:
        """Return the ids of the actors, or the tags, named at the events found, in their order.

        The order is that of the registry.
        """
        return [
            row[0]
            for row in self.index.rows(
                f"SELECT id FROM {facet} WHERE id IN (SELECT n.name FROM event_name n "
                f"WHERE n.kind = '{facet}' AND n.event IN (SELECT e.number {self._found})) "
                "ORDER BY rowid",
                *self._parameters,
            )
        ]


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]

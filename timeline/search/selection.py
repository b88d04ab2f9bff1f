"""What a question found: events in order, under headings, counted."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec

from timeline.dates.event_date import EventDate
from timeline.dates.units import key_sql, label
from timeline.index.database import Index
from timeline.index.order import ORDER, REVERSED, with_neighbours
from timeline.index.schema import DOCUMENT, LONG, LONGEST_SHORT, NO_END, NO_START, numbers_without
from timeline.model import Event, from_json, neighbour_from_json
from timeline.query.facet import Grouping
from timeline.query.parser import Query
from timeline.search.condition import condition
from timeline.search.found import events_found

if TYPE_CHECKING:
    from timeline.analysis.calendar_steps import Steps
    from timeline.analysis.occurrences import Occurrences


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

    Nothing is held in memory: each reading asks the index again. `asked` is the question as SQL,
    for whoever counts otherwise than is done here.
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
        return int(self.index.value(f"SELECT count(*) FROM {self._kept}"))

    def __bool__(self) -> bool:
        return bool(self._count)

    def __iter__(self) -> Iterator[Event]:
        return map(from_json, self.documents())

    @property
    def _found(self) -> str:
        return f"FROM event e WHERE {self._where}"

    @property
    def _kept(self) -> str:
        return events_found(self.index, self.asked)

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
        return int(self.index.value("SELECT count(*) FROM event"))

    def documents(self) -> Iterator[bytes]:
        """Yield the events found, each as the line of JSON that the index holds."""
        return self._documents(self._found)

    def _documents(self, found: str) -> Iterator[bytes]:
        # What is sorted are numbers, and no documents.
        numbers = f"SELECT e.number {found} ORDER BY {self._order} LIMIT -1"
        rows = self.index.rows(f"SELECT {DOCUMENT} FROM ({numbers}) e", *self._parameters)
        return (row[0] for row in rows)

    def span(self) -> tuple[EventDate, EventDate] | None:
        """Return the dates of the first and the last event found, None where there is none."""
        sql = f"SELECT e.date FROM {self._kept} e ORDER BY {{}} LIMIT 1"
        first, last = (self.index.value(sql.format(order)) for order in (ORDER, REVERSED))
        return None if first is None else (EventDate.parse(first), EventDate.parse(last))

    def extent(self) -> tuple[EventDate, EventDate] | None:
        """Return the dates of what begins first and of what ends last, None where nothing is found.

        Of what has no end, that which goes on is the last.
        """
        events = f"FROM {self._kept} e"
        first = self.index.value(f"SELECT e.date {events} ORDER BY {ORDER} LIMIT 1")
        if first is None:
            return None
        # What is short and began long before the last can end no later.
        latest = self.index.value(f"SELECT max(e.day) {events}")
        last = self.index.value(
            f"SELECT e.date {events} WHERE e.day = {LONG} OR e.day >= ? "
            "ORDER BY e.latest DESC, e.date NOT LIKE '%/..', e.number LIMIT 1",
            latest - LONGEST_SHORT,
        )
        return EventDate.parse(first), EventDate.parse(last)

    def bounds(self) -> tuple[int | None, int | None]:
        """Return the earliest and the latest day number of the events found, None where open."""
        sql = f"SELECT min(earliest), max(latest) FROM {self._kept}"
        low, high = next(self.index.rows(sql))
        return (
            None if low in (None, NO_START) else low,
            None if high in (None, NO_END) else high,
        )

    def groups(self, grouping: Grouping) -> Iterator[Group]:
        """Yield the events under their headings; read each group's events before the next group.

        Grouped by time, what began before the asked-for time and goes on stands in a group of its
        own, and the neighbours that were asked for stand with the others. Grouped by actor or tag,
        an event stands under each of its own, in groups with most events first; what has none
        stands last.
        """
        match grouping:
            case Grouping.NONE:
                events = (event for _, event in self._rows_in_time("NULL", "1"))
                yield Group("", len(self), events)
            case Grouping.ACTOR | Grouping.TAG:
                yield from self._groups_by_name(str(grouping))
            case _:
                yield from self._groups_by_time(grouping)

    def _groups_by_time(self, grouping: Grouping) -> Iterator[Group]:
        continues = self.asked.continues
        if continues is None:
            yield from self._groups_in_time(grouping, "1")
            return
        others = self._groups_in_time(grouping, f"NOT {continues}")
        if self.descending:
            yield from others
        where = f"{self._found} AND {continues}"
        count = int(self.index.value(f"SELECT count(*) {where}", *self._parameters))
        if count:
            yield Group(
                "Continuing", count, map(from_json, self._documents(where)), continuing=True
            )
        if not self.descending:
            yield from others

    def _groups_in_time(self, grouping: Grouping, which: str) -> Iterator[Group]:
        key, where = key_sql(grouping), f"{self._found} AND {which}"
        counts: dict[int | None, int] = {}
        one_by_one = grouping is Grouping.YEAR and self.asked.finds_all
        if not one_by_one:
            counts = dict(
                self.index.rows(f"SELECT {key}, count(*) {where} GROUP BY 1", *self._parameters)
            )
        for found, group in groupby(self._rows_in_time(key, which), key=_first):
            if one_by_one:
                # By its key each year is counted in no time, and the first before the last.
                same = f"SELECT count(*) {where} AND ({key}) IS ?"
                counts[found] = int(self.index.value(same, *self._parameters, found))
            yield Group(label(found), counts.get(found, 0), (event for _, event in group))

    def _rows_in_time(self, key: str, which: str) -> Iterator[tuple[Any, Event]]:
        """Yield the events to be shown, each with its key, in the order of the keys."""
        order = f"ORDER BY {key}{self._descending}, {self._order} LIMIT -1"
        if not self._context:
            inner = f"SELECT {key} AS key, e.number {self._found} AND {which} {order}"
            rows = self.index.rows(f"SELECT key, {DOCUMENT} FROM ({inner}) e", *self._parameters)
            return ((found, from_json(document)) for found, document in rows)
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
            (found, from_json(document) if matches else neighbour_from_json(document))
            for found, document, matches in rows
        )

    def _groups_by_name(self, kind: str) -> Iterator[Group]:
        from timeline.analysis.occurrences import named_counts
        from timeline.analysis.ranking import ranked

        counts = named_counts(self.index, kind, self.asked)
        for name, called, count in ranked(self.index, kind, counts):
            # The question is not answered anew for each name; what is kept is to be read at once.
            rows = self.index.rows(
                f"SELECT e.number FROM event_{kind} k JOIN {self._kept} e ON e.number = k.event "
                f"WHERE k.{kind} = ? ORDER BY {self._order}",
                name,
            )
            events = self.index.events([row[0] for row in rows])
            yield Group(called, count, events, name)
        without = f"{self._found} AND e.number IN {numbers_without(kind)}"
        count = int(self.index.value(f"SELECT count(*) {without}", *self._parameters))
        if count:
            yield Group(f"No {kind}", count, map(from_json, self._documents(without)))

    def actors(self) -> "list[Occurrences]":
        """Return who occurs in the events found, as the question `actor:ID` would count them.

        An actor occurs where it, or one who acts for it, is named. Most events first.
        """
        from timeline.analysis.occurrences import occurrences

        return occurrences(self.index, "actor", self.asked)

    def tags(self) -> "list[Occurrences]":
        """Return the tags of the events found, as `actors` does."""
        from timeline.analysis.occurrences import occurrences

        return occurrences(self.index, "tag", self.asked)

    def steps(self) -> "Steps | None":
        """Return the steps in which `actors` and `tags` count, None where no start is known."""
        from timeline.analysis.occurrences import steps_of

        return steps_of(self.index, self.asked)

    def names(self, kind: str) -> list[str]:
        """Return the ids of the actors, or the tags, named at the events found, in their order.

        `kind` is `actor` or `tag`; the order is that of the registry.
        """
        sql = (
            f"SELECT id FROM {kind} WHERE id IN (SELECT k.value FROM event e, "
            f"{_named_at(kind)} k WHERE {self._where}) ORDER BY rowid"
        )
        return [row[0] for row in self.index.rows(sql, *self._parameters)]


def _named_at(kind: str) -> str:
    """Return the SQL of a table with the actors or tags of an event `e` as its `value`s."""
    return f"json_each({DOCUMENT}, '$.{kind}s')"


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]

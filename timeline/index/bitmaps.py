"""Sets of events as bitmaps: the index holds one for each value of each facet.

A bitmap (Roaring, by `pyroaring`) holds positions in chronological order. How many events two sets
have in common is counted at once, and the events of a time are close to each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from pyroaring import BitMap

from timeline.dates import CalendarUnit, Unit
from timeline.index.columns import store_columns
from timeline.index.database import Index
from timeline.index.schema import NO_NAME
from timeline.model import NAMES, Facet

NO_WEEKDAY = 7
"""The weekday of an event that is not known to the day; Monday is 0."""

Value = int | str | None
"""A value of a facet: of a time a `CalendarUnit` or a weekday, else a name; None for none."""

_decode = msgspec.json.Decoder(list[int]).decode

# Day 1 was a Monday; SQLite's remainder has the sign of what is divided.
_WEEKDAY = "((earliest - 1) % 7 + 7) % 7"
_TIME_COLUMNS = {
    Facet.DECADE: "decade",
    Facet.YEAR: "year",
    Facet.QUARTER: "quarter",
    Facet.MONTH: "month",
    Facet.WEEKDAY: f"CASE unit WHEN {Unit.DAY:d} THEN {_WEEKDAY} ELSE {NO_WEEKDAY} END",
}


class Bitmaps:
    """The bitmaps that an index holds, and others of its events.

    The events of an actor are those that name it or one who acts for it.
    """

    def __init__(self, index: Index) -> None:
        self._index = index

    def every_event(self) -> BitMap:
        """Return the set of all events."""
        return BitMap(range(len(self._index.columns.numbers)))

    def of(self, numbers: Iterable[int]) -> BitMap:
        """Return the set of the events with these numbers."""
        return BitMap(self._index.columns.positions(numbers))

    def count(self, facet: Facet) -> dict[Value, int]:
        """Return how many of all events have each value of a facet."""
        rows = self._index.rows("SELECT value, events FROM bitmap WHERE facet = ?", facet)
        return {_value(facet, value): events for value, events in rows}

    def each(self, facet: Facet) -> Iterator[tuple[Value, BitMap]]:
        """Yield the values of a facet, each with the set of its events."""
        return self._read(facet, "SELECT value, bits FROM bitmap WHERE facet = ?", facet)

    def some(self, facet: Facet, values: Collection[Value]) -> Iterator[tuple[Value, BitMap]]:
        """Yield some of the values of a facet, each with the set of its events."""
        if facet.is_time:
            return ((value, events) for value, events in self.each(facet) if value in values)
        asked = [NO_NAME if value is None else value for value in values]
        return self._read(
            facet,
            "SELECT value, bits FROM bitmap WHERE facet = ? "
            "AND value IN (SELECT value FROM json_each(?))",
            facet,
            msgspec.json.encode(asked).decode(),
        )

    def union(self, facet: Facet, values: Collection[Value]) -> BitMap:
        """Return the set of the events that have one of some values of a facet."""
        return BitMap().union(*(events for _, events in self.some(facet, values)))

    def _read(self, facet: Facet, sql: str, *parameters: str) -> Iterator[tuple[Value, BitMap]]:
        try:
            for value, bits in self._index.rows(sql, *parameters):
                yield _value(facet, value), BitMap.deserialize(bits)
        except ValueError as error:
            raise self._index.damaged(error) from error


def _value(facet: Facet, stored: Any) -> Value:
    if facet.unit is not None:
        return None if stored is None else CalendarUnit(stored)
    return None if stored == NO_NAME else stored


def store_bitmaps(index: Index) -> None:
    """Store the columns and the bitmaps of an index, in place of those it has."""
    store_columns(index)
    # What was read of the old ones counts no longer.
    index.__dict__.pop("columns", None)
    index.connection.execute("DELETE FROM bitmap")
    for facet, column in _TIME_COLUMNS.items():
        rows = index.rows(f"SELECT {column}, group_concat(number) FROM event GROUP BY 1")
        _insert(index, facet, _sets(index, rows))
    for facet in NAMES:
        rows = index.rows(
            "SELECT name, group_concat(event) FROM event_name WHERE kind = ? GROUP BY 1", facet
        )
        sets = _sets(index, rows)
        _insert(index, facet, _with_members(index, dict(sets)) if facet is Facet.ACTOR else sets)


def _sets(index: Index, rows: Iterable[tuple[Value, str]]) -> Iterator[tuple[Value, BitMap]]:
    for value, numbers in rows:
        yield value, index.bitmaps.of(_decode(f"[{numbers}]"))


def _insert(index: Index, facet: Facet, sets: Iterable[tuple[Value, BitMap]]) -> None:
    def rows() -> Iterator[tuple[str, Value, int, bytes]]:
        for value, events in sets:
            events.run_optimize()
            yield facet, value, len(events), events.serialize()

    index.connection.executemany("INSERT INTO bitmap VALUES (?, ?, ?, ?)", rows())


def _with_members(index: Index, sets: dict[Value, BitMap]) -> Iterable[tuple[Value, BitMap]]:
    """Return the sets of actors, those of an organisation with the events of all its members."""
    members: dict[str, list[str]] = defaultdict(list)
    for organisation, actor in index.rows("SELECT organisation, actor FROM member_of"):
        members[organisation].append(actor)
    order = _members_first(members)
    changed = True
    # Members come before those they act for: only where some act for each other is one not enough.
    while changed:
        changed = False
        for name in order:
            own = sets.get(name, BitMap())
            events = own.union(*(sets[one] for one in members[name] if one in sets))
            changed |= len(events) != len(own)
            if events:
                sets[name] = events
    return sets.items()


def _members_first(members: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the organisations, each after those of its members that are organisations too."""
    order: list[str] = []
    seen: set[str] = set()
    waiting = [(name, False) for name in members]
    while waiting:
        name, followed = waiting.pop()
        if followed:
            order.append(name)
        elif name in members and name not in seen:
            seen.add(name)
            waiting += [(name, True), *((one, False) for one in members[name])]
    return order

"""Sets of events as bitmaps: the index holds one for each value of each facet.

A bitmap (Roaring, by `pyroaring`) holds positions in chronological order. How many events two sets
have in common is counted at once, and the events of a time are close to each other.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec
from pyroaring import BitMap

from timeline.dates import CalendarUnit
from timeline.index.columns import Columns
from timeline.index.database import Database
from timeline.index.schema import NO_NAME
from timeline.model import Facet

NO_WEEKDAY = 7
"""The weekday of an event that is not known to the day; Monday is 0."""

Value = int | str | None
"""A value of a facet: of a time a `CalendarUnit` or a weekday, else a name; None for none."""


class Bitmaps:
    """The bitmaps that an index holds, and others of its events.

    The events of an actor are those that name it or one who acts for it.
    """

    def __init__(self, database: Database, columns: Columns) -> None:
        self._database = database
        self._columns = columns

    def every_event(self) -> BitMap:
        """Return the set of all events."""
        return BitMap(range(len(self._columns.numbers)))

    def of(self, numbers: Iterable[int]) -> BitMap:
        """Return the set of the events with these numbers."""
        return BitMap(self._columns.positions(numbers))

    def count(self, facet: Facet) -> dict[Value, int]:
        """Return how many of all events have each value of a facet."""
        rows = self._database.rows("SELECT value, events FROM bitmap WHERE facet = ?", facet)
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
            for value, bits in self._database.rows(sql, *parameters):
                yield _value(facet, value), BitMap.deserialize(bits)
        except ValueError as error:
            raise self._database.damaged(error) from error


def _value(facet: Facet, stored: Any) -> Value:
    if facet.unit is not None:
        return None if stored is None else CalendarUnit(stored)
    return None if stored == NO_NAME else stored

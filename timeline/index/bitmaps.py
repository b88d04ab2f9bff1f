"""Sets of events as bitmaps. The index stores one for each value of each facet.

The items of a bitmap (a Roaring bitmap from `pyroaring`) are positions in chronological order.
Bitmaps make it fast to count the events that two sets share, and events of the same time have
neighbouring positions, so they compress well.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
from pyroaring import BitMap

from timeline.dates import CalendarUnit
from timeline.index.columns import Columns
from timeline.index.database import Database
from timeline.index.schema import NO_NAME
from timeline.model import Facet

NO_WEEKDAY = 7
"""The weekday of an event whose exact day is not known; Monday is 0."""

LONGER = "longer"
"""The `facet` in the table `bitmap` for the set of events that may last longer than a day."""

_PART = 10_000

Value = int | str | None
"""A value of a facet: a `CalendarUnit` or weekday for times, a name otherwise; None if missing."""


class Bitmaps:
    """The bitmaps stored in an index, and new ones made from event numbers.

    The set of an actor contains its own events and those of all actors who act for it.
    """

    def __init__(self, database: Database, columns: Columns) -> None:
        self._database = database
        self._columns = columns

    def every_event(self) -> BitMap:
        """Return the set of all events."""
        return BitMap(range(len(self._columns.numbers)))

    def longer(self) -> BitMap:
        """Return the set of the events whose earliest and latest days differ."""
        rows = self._stored("SELECT value, bits FROM bitmap WHERE facet = ?", LONGER)
        return next((events for _, events in rows), BitMap())

    def of(self, numbers: Iterable[int]) -> BitMap:
        """Return the set of the events with these numbers."""
        found, remaining = BitMap(), iter(numbers)
        # In parts, because a list of a million numbers would take 40 MB.
        while part := list(islice(remaining, _PART)):
            found.update(self._columns.positions(part))
        return found

    def count(self, facet: Facet) -> dict[Value, int]:
        """Return the number of events for each value of a facet."""
        rows = self._database.rows("SELECT value, events FROM bitmap WHERE facet = ?", facet)
        return {_value(facet, value): events for value, events in rows}

    def each(self, facet: Facet) -> Iterator[tuple[Value, BitMap]]:
        """Yield each value of a facet with the set of its events."""
        return self._read(facet, "SELECT value, bits FROM bitmap WHERE facet = ?", facet)

    def some(self, facet: Facet, values: Collection[Value]) -> Iterator[tuple[Value, BitMap]]:
        """Yield each of the given values that the facet has, with the set of its events."""
        missing = None if facet.is_time else NO_NAME
        stored = [missing if value is None else value for value in values]
        without = "OR value IS NULL" if None in stored else ""
        return self._read(
            facet,
            "SELECT value, bits FROM bitmap WHERE facet = ? "
            f"AND (value IN (SELECT value FROM json_each(?)) {without})",
            facet,
            msgspec.json.encode(stored, enc_hook=int).decode(),
        )

    def union(self, facet: Facet, values: Collection[Value]) -> BitMap:
        """Return the set of the events that have any of the given values of a facet."""
        return BitMap().union(*(events for _, events in self.some(facet, values)))

    def _read(self, facet: Facet, sql: str, *parameters: str) -> Iterator[tuple[Value, BitMap]]:
        for value, events in self._stored(sql, *parameters):
            yield _value(facet, value), events

    def _stored(self, sql: str, *parameters: str) -> Iterator[tuple[Any, BitMap]]:
        try:
            for value, bits in self._database.rows(sql, *parameters):
                yield value, BitMap.deserialize(self._database.intact(bits))
        except ValueError as error:
            raise self._database.damaged(error) from error


def _value(facet: Facet, stored: Any) -> Value:
    if facet.unit is not None:
        return None if stored is None else CalendarUnit(stored)
    return None if stored == NO_NAME else stored

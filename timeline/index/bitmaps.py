"""Sets of events as bitmaps. The index stores one for each value of each facet.

The items of a bitmap (a Roaring bitmap from `pyroaring`) are positions in chronological order.
Bitmaps make it fast to count the events that two sets share, and events of the same time have
neighbouring positions, so they compress well.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from pyroaring import BitMap

from timeline.dates import NO_END, CalendarUnit
from timeline.index.columns import Columns
from timeline.index.database import Database
from timeline.index.schema import NO_NAME
from timeline.model import Facet

if TYPE_CHECKING:
    from timeline.dates import Spans

NO_WEEKDAY = 7
"""The weekday of an event whose exact day is not known; Monday is 0."""

LONGER = "longer"
"""The `facet` in the table `bitmap` for the set of events that may last longer than a day."""

CERTAIN = "certain"
"""What is appended to a facet for the sets of events that certainly have a value.

They are stored only for the actors for whom that makes a difference, through memberships with
dates.
"""

_PART = 10_000

Value = int | str | None
"""A value of a facet: a `CalendarUnit` or weekday for times, a name otherwise; None if missing."""


class Bitmaps:
    """The bitmaps stored in an index, and new ones made from event numbers.

    The set of an actor contains its own events and those of all actors who may act for it at the
    date of the event or, with `certain`, surely do.
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

    def count(self, facet: Facet, *, certain: bool = False) -> dict[Value, int]:
        """Return the number of events for each value of a facet."""
        sql = f"SELECT value, events FROM bitmap WHERE {_which(facet, certain=certain)}"
        rows = self._database.rows(sql)
        return {_value(facet, value): events for value, events in rows if events}

    def each(self, facet: Facet, *, certain: bool = False) -> Iterator[tuple[Value, BitMap]]:
        """Yield each value of a facet with the set of its events."""
        sql = f"SELECT value, bits FROM bitmap WHERE {_which(facet, certain=certain)}"
        return self._read(facet, sql)

    def some(
        self, facet: Facet, values: Collection[Value], *, certain: bool = False
    ) -> Iterator[tuple[Value, BitMap]]:
        """Yield each of the given values that the facet has, with the set of its events."""
        missing = None if facet.is_time else NO_NAME
        stored = [missing if value is None else value for value in values]
        without = "OR value IS NULL" if None in stored else ""
        return self._read(
            facet,
            f"SELECT value, bits FROM bitmap WHERE {_which(facet, certain=certain)} "
            f"AND (value IN (SELECT value FROM json_each(?)) {without})",
            msgspec.json.encode(stored, enc_hook=int).decode(),
        )

    def union(self, facet: Facet, values: Collection[Value]) -> BitMap:
        """Return the set of the events that have any of the given values of a facet."""
        return BitMap().union(*(events for _, events in self.some(facet, values)))

    def on(self, days: "Spans", events: BitMap, *, certain: bool = False) -> BitMap:
        """Return those of some events that may lie on one of these days.

        With `certain`, return those of which each day on which they may lie is one of these.
        """
        from timeline.dates import cover, overlap

        columns, longer = self._columns, self._longer
        start, earliest, latest = columns.start, columns.earliest, columns.latest
        test = cover if certain else overlap
        found = BitMap()
        for low, high in days:
            # The start is in UTC, and can be a day off the earliest day.
            inside = events & BitMap(range(bisect_left(start, low + 1), bisect_left(start, high)))
            clear = inside - longer if certain and high != NO_END else inside
            first = bisect_left(start, low - 1)
            unclear = (events & BitMap(range(first, bisect_right(start, high + 1)))) - clear
            if not certain:
                unclear |= events & longer & BitMap(range(first))
            found |= clear
            span = ((low, high),)
            found.update(one for one in unclear if test(span, earliest[one], latest[one]))
        return found

    @cached_property
    def _longer(self) -> BitMap:
        return self.longer()

    def _read(self, facet: Facet, sql: str, *parameters: str) -> Iterator[tuple[Value, BitMap]]:
        for value, events in self._stored(sql, *parameters):
            yield _value(facet, value), events

    def _stored(self, sql: str, *parameters: str) -> Iterator[tuple[Any, BitMap]]:
        try:
            for value, bits in self._database.rows(sql, *parameters):
                yield value, BitMap.deserialize(self._database.intact(bits))
        except ValueError as error:
            raise self._database.damaged(error) from error


def _which(facet: Facet, *, certain: bool) -> str:
    """Return the SQL condition for the rows of a facet."""
    if not certain or facet is not Facet.ACTOR:
        return f"facet = '{facet}'"
    sure = f"facet = '{facet} {CERTAIN}'"
    return f"({sure} OR facet = '{facet}' AND value NOT IN (SELECT value FROM bitmap WHERE {sure}))"


def _value(facet: Facet, stored: Any) -> Value:
    if facet.unit is not None:
        return None if stored is None else CalendarUnit(stored)
    return None if stored == NO_NAME else stored

"""Sets of events as bitmaps, which the index keeps for each name that events have.

A bitmap is a whole number with a bit for each event: how many events two sets have in common is
counted at once. The bits of long events come first, then those of short ones, both in chronological
order: what lies in a span of days is bits in a row.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from timeline.dates.event_date import EventDate
from timeline.index.database import Index
from timeline.index.order import ORDER, REVERSED
from timeline.index.schema import LONGEST_SHORT, SPACING
from timeline.search.condition import Condition
from timeline.search.found import events_found

TABLE_OF = {
    "actor": "event_actor",
    "tag": "event_tag",
    "place": "event_place",
    "publisher": "event_source",
}
"""The table of the names of each kind, with the `day` and `event` of each."""

_WITHOUT = "no "

_SPARSE = 16
"""With fewer events than one in so many bytes of a bitmap, it is kept as their places."""

_decode = msgspec.json.Decoder(list[int]).decode


def keep_bitmaps(index: Index) -> None:
    """Keep the bitmaps of all names that the events of an index have, in place of those kept."""
    _keep_order(index)
    index.connection.execute("DELETE FROM bitmap")
    bitmaps = Bitmaps(index)
    for kind, table in TABLE_OF.items():
        rows = index.rows(f"SELECT {kind}, group_concat(event) FROM {table} GROUP BY 1")
        _insert(index, (bitmaps.kept(kind, name, _numbers(text)) for name, text in rows))
    rows = index.rows("SELECT kind, group_concat(event) FROM event_without GROUP BY 1")
    _insert(index, (bitmaps.kept(_WITHOUT + kind, "", _numbers(text)) for kind, text in rows))


def _keep_order(index: Index) -> None:
    numbers, shorts, days = array("q"), array("q"), array("q")
    sql = f"SELECT e.number, e.earliest, e.latest - e.earliest FROM event e ORDER BY {ORDER}"
    for number, day, length in index.rows(sql):
        if length > LONGEST_SHORT:
            numbers.append(number)
        else:
            shorts.append(number)
            days.append(day)
    numbers += shorts
    index.connection.execute("DELETE FROM bit_order")
    index.connection.execute(
        "INSERT INTO bit_order VALUES (?, ?, ?)", (numbers, _by_rank(numbers), days)
    )


def _by_rank(numbers: Sequence[int]) -> "array[int] | None":
    """Return the place of each number by its rank, None where there are gaps between them."""
    places = array("I", bytes(4 * len(numbers)))
    for place, number in enumerate(numbers):
        rank, beyond = divmod(number, SPACING)
        if beyond or rank > len(numbers):
            return None
        places[rank - 1] = place
    return places


Row = tuple[str, str, int, bool, bytes]


def _insert(index: Index, rows: Iterable[Row]) -> None:
    index.connection.executemany("INSERT INTO bitmap VALUES (?, ?, ?, ?, ?)", rows)


def _numbers(text: str) -> list[int]:
    return _decode(f"[{text}]")


class Bitmaps:
    """The bitmaps that an index keeps, and others of its events."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._size, shorts = next(
            index.rows("SELECT length(numbers) / 8, length(days) / 8 FROM bit_order")
        )
        self._longs = self._size - shorts

    def kept(self, kind: str, name: str, numbers: Sequence[int]) -> Row:
        """Return the row of the table `bitmap` for the events with these numbers."""
        if len(numbers) * _SPARSE < self._size // 8:
            bits = array("I", self._places(numbers)).tobytes()
            return kind, name, len(numbers), True, bits
        bitmap = self.of(numbers)
        bits = bitmap.to_bytes(-(-bitmap.bit_length() // 8), "little")
        return kind, name, len(numbers), False, bits

    @property
    def all_events(self) -> int:
        """The bitmap of every event."""
        return int((1 << self._size) - 1)

    @cached_property
    def days(self) -> "array[int]":
        """The days of all short events, in their order."""
        return self._of_order("q", "days")

    @cached_property
    def _in_order(self) -> "array[int]":
        return self._of_order("q", "numbers")

    @cached_property
    def _place_of(self) -> dict[int, int] | None:
        """The place of the event with each number, None where it follows from the number."""
        if not self._index.value("SELECT places IS NULL FROM bit_order"):
            return None
        return {number: place for place, number in enumerate(self._in_order)}

    @cached_property
    def _place_by_rank(self) -> "array[int]":
        return self._of_order("I", "places")

    def _places(self, numbers: Iterable[int]) -> list[int]:
        if self._place_of is not None:
            return [self._place_of[number] for number in numbers]
        places = self._place_by_rank
        return [places[number // SPACING - 1] for number in numbers]

    def _of_order(self, kind: Literal["q", "I"], column: str) -> "array[int]":
        return array(kind, self._index.value(f"SELECT {column} FROM bit_order"))

    def found(self, condition: Condition) -> int:
        """Return the bitmap of the events that meet a condition."""
        if condition.finds_all:
            return self.all_events
        rows = self._index.rows(f"SELECT number FROM {events_found(self._index, condition)}")
        return self.of(row[0] for row in rows)

    def of(self, numbers: Iterable[int]) -> int:
        """Return the bitmap of the events with these numbers."""
        return self._bitmap(self._places(numbers))

    def named(self, kind: str, name: str) -> int:
        """Return the bitmap of the events that have a name."""
        return self.union(kind, [name])

    def without(self, kind: str) -> int:
        """Return the bitmap of the events that have no name of a kind."""
        return self.named(_WITHOUT + kind, "")

    def each(self, kind: str, only: Collection[str] | None = None) -> Iterator[tuple[str, int]]:
        """Yield the names of a kind, or only some of them, each with the bitmap of its events."""
        for name, sparse, bits in self._rows(kind, only):
            yield name, self._read(sparse, bits)

    def counts(self, kind: str, events: int) -> dict[str, int]:
        """Return how many of some events have each name of a kind, without those of none."""
        counts = ((name, (own & events).bit_count()) for name, own in self.each(kind))
        return {name: count for name, count in counts if count}

    def union(self, kind: str, names: Collection[str]) -> int:
        """Return the bitmap of the events that have one of these names."""
        found, places = 0, array("I")
        for _, sparse, bits in self._rows(kind, names):
            if sparse:
                places.frombytes(bits)
            else:
                found |= int.from_bytes(bits, "little")
        return found | self._bitmap(places) if places else found

    def in_days(self, span: tuple[int, int]) -> range:
        """Return which bits are those of the short events of a span of days, by their `day`."""
        first, last = span
        low, high = bisect_left(self.days, first), bisect_right(self.days, last)
        return range(self._longs + low, self._longs + max(low, high))

    def ends(self, events: int) -> tuple[EventDate, EventDate]:
        """Return the dates of the first and the last of some events, in chronological order."""
        longs = events & (1 << self._longs) - 1
        both = [part for part in (longs, events ^ longs) if part]
        firsts = [(part & -part).bit_length() - 1 for part in both]
        lasts = [part.bit_length() - 1 for part in both]
        return self._date(firsts, ORDER), self._date(lasts, REVERSED)

    def _date(self, places: Sequence[int], order: str) -> EventDate:
        numbers = ",".join(str(self._in_order[place]) for place in places)
        sql = f"SELECT e.date FROM event e WHERE e.number IN ({numbers}) ORDER BY {order} LIMIT 1"
        return EventDate.parse(self._index.value(sql))

    def _rows(self, kind: str, names: Collection[str] | None) -> Iterator[tuple[str, bool, bytes]]:
        sql, asked = "SELECT name, sparse, bits FROM bitmap WHERE kind = ?", [kind]
        if names is not None:
            sql += " AND name IN (SELECT value FROM json_each(?))"
            asked.append(msgspec.json.encode(list(names)).decode())
        return self._index.rows(sql, *asked)

    def _read(self, sparse: bool, bits: bytes) -> int:
        return self._bitmap(array("I", bits)) if sparse else int.from_bytes(bits, "little")

    def _bitmap(self, places: Iterable[int]) -> int:
        bits = bytearray(self._size // 8 + 1)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")

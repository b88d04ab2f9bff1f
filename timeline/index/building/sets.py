"""Store the columns of the events and the bitmaps of the facets, which make counting fast."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import compress, groupby, islice
from operator import ne

import msgspec
from pyroaring import BitMap

from timeline.dates import Unit
from timeline.index import (
    CERTAIN,
    LONGER,
    NO_WEEKDAY,
    ORDER,
    SPACING,
    Index,
    Value,
    with_checksum,
)
from timeline.index.building.members import certainly_with_members, with_members
from timeline.model import NAMES, Facet

_COLUMNS = ("number", "start", "earliest", "latest", "begins_by")

# Day 1 was a Monday; a remainder in SQLite has the sign of the dividend.
_WEEKDAY = "((earliest - 1) % 7 + 7) % 7"
_TIME_COLUMNS = {
    Facet.DECADE: "decade",
    Facet.YEAR: "year",
    Facet.QUARTER: "quarter",
    Facet.MONTH: "month",
    Facet.LAG: "lag",
    Facet.WEEKDAY: f"CASE unit WHEN {Unit.DAY:d} THEN {_WEEKDAY} ELSE {NO_WEEKDAY} END",
}
_CHUNK = 1_000
"""The number of events to read at a time."""

_decode = msgspec.json.Decoder(list[int]).decode


def store_sets(index: Index) -> None:
    """Store the columns and bitmaps of an index, replacing the old ones."""
    times, longer = _store_columns(index)
    index.forget_sets()
    index.connection.execute("DELETE FROM bitmap")
    _insert(index, LONGER, [(None, longer)])
    for facet, sets in times.items():
        _insert(index, facet, sets.items())
    for facet in NAMES:
        rows = index.rows(
            "SELECT n.name, json_group_array(o.event) FROM name n "
            "JOIN event_name o ON o.name = n.number WHERE n.kind = ? GROUP BY n.number",
            facet,
        )
        named = _sets(index, rows)
        if facet is not Facet.ACTOR:
            _insert(index, facet, named)
            continue
        own = dict(named)
        _insert(index, facet, with_members(index, own))
        _insert(index, f"{facet} {CERTAIN}", certainly_with_members(index, own))


def _sets(index: Index, rows: Iterable[tuple[Value, str]]) -> Iterator[tuple[Value, BitMap]]:
    for value, numbers in rows:
        yield value, index.bitmaps.of(_decode(numbers))


def _insert(index: Index, facet: str, sets: Iterable[tuple[Value, BitMap]]) -> None:
    def rows() -> Iterator[tuple[str, Value, int, bytes]]:
        for value, events in sets:
            events.run_optimize()
            yield facet, value, len(events), with_checksum(events.serialize())

    index.connection.executemany("INSERT INTO bitmap VALUES (?, ?, ?, ?)", rows())


def _store_columns(index: Index) -> tuple[dict[Facet, dict[Value, BitMap]], BitMap]:
    """Store the days of all events in chronological order.

    Returns the sets of the time facets, and the set of the events that may last longer than a day.
    """
    columns = {name: array("q") for name in _COLUMNS}
    times: dict[Facet, dict[Value, BitMap]] = {facet: {} for facet in _TIME_COLUMNS}
    selected = ", ".join([*(f"e.{name}" for name in _COLUMNS), *_TIME_COLUMNS.values()])
    rows = index.rows(f"SELECT {selected} FROM event e ORDER BY {ORDER}")
    first = 0
    while chunk := list(islice(rows, _CHUNK)):
        each_column = zip(*chunk, strict=True)
        # The time columns come after these.
        for column, values in zip(columns.values(), each_column, strict=False):
            column.extend(values)
        for sets, values in zip(times.values(), each_column, strict=True):
            _add_runs(sets, values, first)
        first += len(chunk)
    longer = BitMap(compress(range(first), map(ne, columns["earliest"], columns["latest"])))
    columns["position"] = _by_rank(columns["number"])
    index.connection.execute("DELETE FROM event_column")
    while columns:
        # Each column is large, so it is released as soon as it is stored.
        name, numbers = columns.popitem()
        row = (name, with_checksum(numbers))
        index.connection.execute("INSERT INTO event_column VALUES (?, ?)", row)
        del numbers, row
    return times, longer


def _add_runs(sets: dict[Value, BitMap], values: Iterable[Value], position: int) -> None:
    """Add the positions from `position` on to the sets of their values, run by run."""
    for value, run in groupby(values):
        end = position + sum(1 for _ in run)
        sets.setdefault(value, BitMap()).add_range(position, end)
        position = end


def _by_rank(numbers: "array[int]") -> "array[int]":
    """Return the positions of the events in file order; empty if their numbers have gaps."""
    last = SPACING * len(numbers)
    if any(number % SPACING or number > last for number in numbers):
        return array("q")
    positions = array("q", bytes(8 * len(numbers)))
    for position, number in enumerate(numbers):
        positions[number // SPACING - 1] = position
    return positions

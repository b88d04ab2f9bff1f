"""The events found, counted by two facets at once."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, product
from typing import NamedTuple

from timeline.bitmaps import TABLES, Bitmaps
from timeline.facets import TIMES, Count, Key, counts, key_in_time
from timeline.found import among_found
from timeline.grouping import Facet, Grouping
from timeline.groups import UNIT, bounds
from timeline.index import LONG
from timeline.links import Links
from timeline.selection import Selection

Pair = tuple[Key, Key]

_FEW_PAIRS = 50_000
"""So many pairs are counted one by one, of more those that each event has."""


class Table(NamedTuple):
    """Events counted by two facets at once: the values of each, and the counts of their pairs.

    `left_out` is how many more columns there are.
    """

    rows: list[Count]
    columns: list[Count]
    left_out: int
    counts: Mapping[Pair, int]


class Values(NamedTuple):
    """Some of the values of a facet."""

    facet: Facet
    keys: Collection[Key]


def table(selection: Selection, first: Facet, second: Facet, most: int | None = None) -> Table:
    """Return how many of the events found there are of each pair of values of two facets.

    Of the second facet there are at most as many values as `most`: those with most events.
    """
    rows = counts(selection, first)
    columns = [one for one in counts(selection, second) if one.events]
    if most is not None and most < len(columns):
        kept = {one.key for one in sorted(columns, key=lambda one: -one.events)[:most]}
    else:
        kept = {one.key for one in columns}
    of_rows = Values(first, {one.key for one in rows if one.events})
    of_columns = Values(second, kept)
    if first in TIMES and second in TIMES:
        pairs = _pairs_of_times(selection, first, of_columns)
    elif len(of_rows.keys) * len(kept) <= _FEW_PAIRS:
        pairs = _pairs_one_by_one(selection, of_rows, of_columns)
    else:
        pairs = _pairs_by_event(selection, of_rows, of_columns)
    shown = [one for one in columns if one.key in kept]
    return Table(rows, shown, len(columns) - len(shown), pairs)


def _pairs_of_times(selection: Selection, first: Facet, columns: Values) -> dict[Pair, int]:
    condition = selection.asked
    found = selection.index.rows(
        f"SELECT {key_in_time(selection, first)}, {key_in_time(selection, columns.facet)}, "
        f"count(*) FROM event e WHERE {condition.sql} GROUP BY 1, 2",
        *condition.parameters,
    )
    return {(row, column): count for row, column, count in found if column in columns.keys}


def _pairs_one_by_one(selection: Selection, rows: Values, columns: Values) -> dict[Pair, int]:
    """Count for each pair what the events of the two have in common."""
    if len(rows.keys) < len(columns.keys):
        # The fewer are held.
        turned = _pairs_one_by_one(selection, columns, rows)
        return {(row, column): count for (column, row), count in turned.items()}
    held = list(_bitmaps(selection, columns))
    return {
        (row, column): count
        for row, events in _bitmaps(selection, rows)
        for column, others in held
        if (count := (events & others).bit_count())
    }


def _pairs_by_event(selection: Selection, rows: Values, columns: Values) -> dict[Pair, int]:
    """Count the pairs of each event."""
    of_rows, of_columns = _keys_of_events(selection, rows), _keys_of_events(selection, columns)
    return Counter(
        pair for event, keys in of_rows.items() for pair in product(keys, of_columns.get(event, ()))
    )


def _bitmaps(selection: Selection, values: Values) -> Iterator[tuple[Key, int]]:
    """Yield values of a facet, each with the bitmap of the events found that have it."""
    facet, asked = values
    if facet is Facet.WEEKDAY:
        days = defaultdict(list)
        for key, number in _numbers_in_time(selection, facet):
            days[key].append(number)
        bitmaps = Bitmaps(selection.index)
        yield from ((key, bitmaps.of(days[key])) for key in asked)
    elif facet in TIMES:
        yield from _bitmaps_in_time(selection, values)
    else:
        links = Links(selection.index, str(facet), selection.asked)
        yield from links.events(_texts(asked))
        if None in asked:
            yield None, links.without()


def _texts(names: Collection[Key]) -> set[str]:
    return {name for name in names if isinstance(name, str)}


def _bitmaps_in_time(selection: Selection, values: Values) -> Iterator[tuple[Key, int]]:
    condition, (facet, asked) = selection.asked, values
    fineness = UNIT[Grouping(str(facet))]
    # The key of days holds all that the inner question asks.
    astray = (
        f"e.number IN (SELECT number FROM event WHERE day = {LONG} OR grain < {fineness}) "
        f"OR {condition.continues or 0}"
    )
    strays = defaultdict(list)
    for key, number in _numbers_in_time(selection, facet, astray):
        strays[key].append(number)
    bitmaps = Bitmaps(selection.index)
    found = bitmaps.found(condition) & ~bitmaps.of(chain.from_iterable(strays.values()))
    units = [key for key in asked if isinstance(key, int) and key % 8 == fineness]
    for key, events in zip(units, bitmaps.in_days([bounds(key) for key in units]), strict=True):
        yield key, events & found | bitmaps.of(strays.get(key, ()))
    for key in set(asked).difference(units):
        yield key, bitmaps.of(strays[key])


def _numbers_in_time(
    selection: Selection, facet: Facet, which: str = "1"
) -> Iterator[tuple[Key, int]]:
    """Yield the events found for which some SQL holds, by their value of a facet of time."""
    condition = selection.asked
    return selection.index.rows(
        f"SELECT {key_in_time(selection, facet)}, e.number FROM event e "
        f"WHERE {condition.sql} AND ({which})",
        *condition.parameters,
    )


def _keys_of_events(selection: Selection, values: Values) -> Mapping[int, Collection[Key]]:
    """Return which values of a facet each event found has, by the event's number."""
    facet, asked = values
    if facet in TIMES:
        # Most events share their value with others: one list of each is enough.
        shared: dict[Key, list[Key]] = {key: [key] for key in asked}
        rows = _numbers_in_time(selection, facet)
        return {number: shared[key] for key, number in rows if key in shared}
    keys: dict[int, set[Key]] = defaultdict(set)
    for key, number in _numbers_by_name(selection, values):
        keys[number].add(key)
    return keys


def _numbers_by_name(selection: Selection, values: Values) -> Iterator[tuple[Key, int]]:
    """Yield the events found that have one of some names, some more than once."""
    index, condition, (facet, asked) = selection.index, selection.asked, values
    links = Links(index, str(facet), condition)
    asked_by = defaultdict(list)
    for name in _texts(asked):
        for one in links.named_for(name):
            asked_by[one].append(name)
    found = among_found(index, condition, "event")
    for name, number in index.rows(f"SELECT {facet}, event FROM {TABLES[facet]} WHERE {found}"):
        yield from ((one, number) for one in asked_by.get(name, ()))
    if None in asked:
        without = index.rows(f"SELECT event FROM event_without WHERE kind = '{facet}' AND {found}")
        yield from ((None, number) for (number,) in without)

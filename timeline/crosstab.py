"""The events found, counted by two facets at once."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from timeline.facets import TIMES, Count, Key, counts, counts_in_time, key_in_time
from timeline.grouping import Facet, Grouping
from timeline.groups import UNIT, bounds
from timeline.index import LONG, numbers_without
from timeline.links import Bins, Links
from timeline.selection import Selection

Pair = tuple[Key, Key]

_FEW_PAIRS = 10_000
"""So many pairs, or as many as events, are looked for one by one, else the time of each event."""


class Table(NamedTuple):
    """Events counted by two facets at once: the values of each, and the counts of their pairs.

    `left_out` is how many more columns there are.
    """

    rows: list[Count]
    columns: list[Count]
    left_out: int
    counts: Mapping[Pair, int]


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
    keys = {one.key for one in rows if one.events}
    if first in TIMES and second in TIMES:
        pairs = _pairs_of_times(selection, first, second, kept)
    elif second in TIMES:
        pairs = _pairs(selection, first, keys, second, kept)
    else:
        turned = _pairs(selection, second, kept, first, keys)
        pairs = {(row, column): count for (column, row), count in turned.items()}
    shown = [one for one in columns if one.key in kept]
    return Table(rows, shown, len(columns) - len(shown), pairs)


def _pairs_of_times(
    selection: Selection, first: Facet, second: Facet, kept: Collection[Key]
) -> dict[Pair, int]:
    condition = selection.asked
    rows = selection.index.rows(
        f"SELECT {key_in_time(selection, first)}, {key_in_time(selection, second)}, count(*) "
        f"FROM event e WHERE {condition.sql} GROUP BY 1, 2",
        *condition.parameters,
    )
    return {(row, column): count for row, column, count in rows if column in kept}


def _pairs(
    selection: Selection,
    named: Facet,
    names: Collection[Key],
    other: Facet,
    keys: Collection[Key],
) -> dict[Pair, int]:
    """Count the events of some of the names by some values of another facet."""
    few = len(keys) * len(names) < max(len(selection), _FEW_PAIRS)
    if few and other in TIMES and other is not Facet.WEEKDAY:
        in_order, bins = _bins_in_time(selection, other, keys)
        links = Links(selection.index, str(named), selection.asked, bins, _texts(names))
        pairs: dict[Pair, int] = {
            (name, key): count
            for name, in_bins in links.in_bins()
            for key, count in zip(in_order, in_bins, strict=True)
            if count
        }
        if None not in names:
            return pairs
        without = counts_in_time(selection, other, f"e.number IN {numbers_without(named)}")
        return pairs | {(None, key): without[key] for key in without.keys() & set(keys)}
    if few and other not in TIMES:
        columns = [(key, set(events)) for key, events in _events_by_name(selection, other, keys)]
        return {
            (name, key): count
            for name, events in _events_by_name(selection, named, names)
            for own in (set(events),)
            for key, others in columns
            if (count := len(own & others))
        }
    values = _keys_of_events(selection, other, keys)
    return {
        (name, key): count
        for name, events in _events_by_name(selection, named, names)
        for key, count in Counter(chain.from_iterable(map(values.__getitem__, set(events)))).items()
    }


def _texts(names: Collection[Key]) -> set[str]:
    return {name for name in names if isinstance(name, str)}


def _bins_in_time(
    selection: Selection, facet: Facet, found: Collection[Key]
) -> tuple[list[Key], Bins]:
    """Return some values found of a facet of time, in some order, as the bins of events."""
    condition, fineness = selection.asked, UNIT[Grouping(str(facet))]
    units = [key for key in found if isinstance(key, int) and key % 8 == fineness]
    keys = [*units, *(key for key in found if key not in units)]
    numbers = {key: number for number, key in enumerate(keys)}
    # The key of days holds all that the inner question asks.
    astray = (
        f"e.number IN (SELECT number FROM event WHERE day = {LONG} OR grain < {fineness}) "
        f"OR {condition.continues or 0}"
    )
    rows = selection.index.rows(
        f"SELECT e.number, e.day, {key_in_time(selection, facet)} FROM event e "
        f"WHERE {condition.sql} AND ({astray})",
        *condition.parameters,
    )
    strays: dict[int, int | None] = {}
    days: set[int] = set()
    for event, day, key in rows:
        strays[event] = numbers.get(key)
        if day != LONG and key in numbers:
            days.add(day)
    spans = [bounds(key) for key in units]
    # A stray may lie on a day of none of the units; what else lies there is not asked for.
    alone = [day for day in days if not any(low <= day <= high for low, high in spans)]
    rows = selection.index.rows(
        f"SELECT e.number FROM event e WHERE {condition.sql} "
        "AND e.day IN (SELECT value FROM json_each(?))",
        *condition.parameters,
        json.dumps(alone),
    )
    strays.update((event, None) for (event,) in rows if event not in strays)
    return keys, Bins([*spans, *((day, day) for day in alone)], len(keys), strays)


def _keys_of_events(
    selection: Selection, facet: Facet, asked: Collection[Key]
) -> Mapping[int, list[Key]]:
    """Return which of some values of a facet each event has, by the event's number."""
    keys: dict[int, list[Key]] = defaultdict(list)
    if facet not in TIMES:
        for name, events in _events_by_name(selection, facet, asked):
            for event in set(events):
                keys[event].append(name)
        return keys
    condition = selection.asked
    rows = selection.index.rows(
        f"SELECT {key_in_time(selection, facet)}, e.number FROM event e WHERE {condition.sql}",
        *condition.parameters,
    )
    # Most events share their value with others: one list of each is enough.
    shared: dict[Key, list[Key]] = {key: [key] for key in asked}
    keys.update((number, shared[key]) for key, number in rows if key in shared)
    return keys


def _events_by_name(
    selection: Selection, facet: Facet, asked: Collection[Key]
) -> Iterator[tuple[Key, Iterable[int]]]:
    """Yield some of the names, None for what has none, with the numbers of their events.

    A number may come more than once.
    """
    links = Links(selection.index, str(facet), selection.asked, only=_texts(asked))
    for name, named in links.names.items():
        yield name, links.events(named)
    if None not in asked:
        return
    condition = selection.asked
    rows = selection.index.rows(
        f"SELECT e.number FROM event e WHERE e.number IN {numbers_without(facet)} "
        f"AND {condition.sql}",
        *condition.parameters,
    )
    yield None, (row[0] for row in rows)

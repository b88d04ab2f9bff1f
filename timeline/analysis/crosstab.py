"""The events found, counted by two facets at once."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from timeline.analysis.bins import Bins
from timeline.analysis.facets import TIMES, Count, Key, counts, key_in_time
from timeline.analysis.links import Links
from timeline.dates.units import UNIT, bounds
from timeline.index.bitmaps import TABLE_OF, Bitmaps
from timeline.index.schema import LONG
from timeline.query.facet import Facet, Grouping
from timeline.search.found import among_found
from timeline.search.selection import Selection

Pair = tuple[Key, Key]

_FEW_PAIRS = 50_000
"""So many pairs are counted one by one, of more those that each event has."""

_NO_DAYS = (1, 0)


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
    elif len(of_rows.keys) * len(kept) > _FEW_PAIRS:
        pairs = _pairs_by_event(selection, of_rows, of_columns)
    elif first in TIMES:
        pairs = _pairs_in_time(selection, of_rows, of_columns)
    elif second in TIMES:
        pairs = _turned(_pairs_in_time(selection, of_columns, of_rows))
    else:
        pairs = _pairs_of_names(selection, of_rows, of_columns)
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


def _pairs_of_names(selection: Selection, rows: Values, columns: Values) -> dict[Pair, int]:
    """Count for each pair what the events of the two have in common."""
    if len(rows.keys) < len(columns.keys):
        # The fewer are held.
        return _turned(_pairs_of_names(selection, columns, rows))
    held = list(_bitmaps(selection, columns))
    return {
        (row, column): count
        for row, events in _bitmaps(selection, rows)
        for column, others in held
        if (count := (events & others).bit_count())
    }


def _turned(pairs: Mapping[Pair, int]) -> dict[Pair, int]:
    return {(row, column): count for (column, row), count in pairs.items()}


def _pairs_by_event(selection: Selection, rows: Values, columns: Values) -> dict[Pair, int]:
    """Count the pairs of each event."""
    of_rows, of_columns = _keys_of_events(selection, rows), _keys_of_events(selection, columns)
    return Counter(
        pair for event, keys in of_rows.items() for pair in product(keys, of_columns.get(event, ()))
    )


def _pairs_in_time(selection: Selection, times: Values, names: Values) -> dict[Pair, int]:
    """Count for each name its events in each unit of time."""
    keys, bins = _bins(selection, times)
    return {
        (key, name): count
        for name, events in _bitmaps(selection, names)
        for key, count in zip(keys, bins.counts(events), strict=True)
        if count
    }


def _bitmaps(selection: Selection, names: Values) -> Iterator[tuple[Key, int]]:
    """Yield names, each with the bitmap of the events found that have it."""
    links = Links(selection.index, str(names.facet), selection.asked)
    yield from links.events(_texts(names.keys))
    if None in names.keys:
        yield None, links.without()


def _texts(names: Collection[Key]) -> set[str]:
    return {name for name in names if isinstance(name, str)}


def _bins(selection: Selection, times: Values) -> tuple[list[Key], Bins]:
    """Return values of a facet of time in some order, and the bins that are theirs."""
    condition, (facet, asked) = selection.asked, times
    units, astray = list[int](), "1"
    if facet is not Facet.WEEKDAY:
        fineness = UNIT[Grouping(str(facet))]
        units = [key for key in asked if isinstance(key, int) and key % 8 == fineness]
        # The key of days holds all that the inner question asks.
        astray = (
            f"e.number IN (SELECT number FROM event WHERE day = {LONG} OR grain < {fineness}) "
            f"OR {condition.continues or 0}"
        )
    keys = [*units, *set(asked).difference(units)]
    places = {key: place for place, key in enumerate(keys)}
    strays = defaultdict(list)
    for key, number in _numbers_in_time(selection, facet, astray):
        strays[places.get(key)].append(number)
    spans = [*map(bounds, units), *[_NO_DAYS] * (len(keys) - len(units))]
    return keys, Bins(Bitmaps(selection.index), spans, strays)


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
    for name, number in index.rows(f"SELECT {facet}, event FROM {TABLE_OF[facet]} WHERE {found}"):
        yield from ((one, number) for one in asked_by.get(name, ()))
    if None in asked:
        without = index.rows(f"SELECT event FROM event_without WHERE kind = '{facet}' AND {found}")
        yield from ((None, number) for (number,) in without)

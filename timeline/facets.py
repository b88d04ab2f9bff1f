"""The events found, counted by facets: by time, by who acts, by theme, place or publisher."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from timeline.found import events_found
from timeline.grouping import Facet, Grouping
from timeline.groups import DAY, UNIT, bounds, key_of, key_sql, label, number_of
from timeline.index import LONG
from timeline.links import Bins, Links
from timeline.model import Actor
from timeline.occurrences import counts_by_name
from timeline.selection import Selection

Key = int | str | None
"""What tells the values of one facet apart: the key of a group, the id of an actor, a name."""

Pair = tuple[Key, Key]

_FEW_PAIRS = 10_000
"""So many pairs, or as many as events, are looked for one by one, else the time of each event."""

LONGEST_SHOWN = 5
"""How many empty units in a row are counts of their own; more are told as one."""

TIMES = (Facet.YEAR, Facet.MONTH, Facet.QUARTER, Facet.DECADE, Facet.WEEKDAY)
"""The facets by which each event is counted once: by when it began."""

_WITHOUT = "SELECT event FROM event_without WHERE kind = '{}'"

_CONTINUING = "continuing"
_NO_DAY = 7
_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "No single day",
)


class Count(NamedTuple):
    """One value of a facet, how it is called, and how many events it has.

    `skipped` is how many units in a row are told as one because they have no event, else 0.
    """

    key: Key
    label: str
    events: int
    skipped: int = 0


class Table(NamedTuple):
    """Events counted by two facets at once: the values of each, and the counts of their pairs.

    `left_out` is how many more columns there are.
    """

    rows: list[Count]
    columns: list[Count]
    left_out: int
    counts: Mapping[Pair, int]


def counts(selection: Selection, facet: Facet) -> list[Count]:
    """Return how many of the events found there are of each value of a facet.

    By time they are in its order, with the units that have no event; a date that is less precise
    than the unit counts for itself. By names those with most events are first, and what has none
    is last.
    """
    if facet in TIMES:
        return _in_time(facet, _counts_in_time(selection, facet))
    return _by_name(selection, facet)


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


def _key_in_time(selection: Selection, facet: Facet) -> str:
    """Return the SQL of an event's value of a facet of time."""
    continues = selection.asked.continues
    key = _key_of_start(facet)
    return f"CASE WHEN {continues} THEN '{_CONTINUING}' ELSE {key} END" if continues else key


def _key_of_start(facet: Facet) -> str:
    if facet is not Facet.WEEKDAY:
        return key_sql(Grouping(str(facet)))
    # Day 1 was a Monday; SQLite's remainder has the sign of what is divided.
    return f"CASE grain WHEN {DAY} THEN ((earliest - 1) % 7 + 7) % 7 ELSE {_NO_DAY} END"


def _counts_in_time(selection: Selection, facet: Facet, which: str = "1") -> dict[Key, int]:
    """Return how many of the events found, of those for which some SQL holds, have each value."""
    condition = selection.asked
    key, count, found = _key_in_time(selection, facet), "count(*)", "event e"
    where, continues = f"{condition.sql} AND {which}", condition.continues
    if facet is not Facet.WEEKDAY:
        # A key is costly: it is made once for all that began in the same month.
        found = (
            f"(SELECT year, month, grain, {continues or 0} AS continues, count(*) AS events "
            f"FROM event e WHERE {where} GROUP BY 1, 2, 3, 4)"
        )
        if condition.finds_all and which == "1":
            found = "(SELECT *, 0 AS continues FROM beginning)"
        key = f"CASE WHEN continues THEN '{_CONTINUING}' ELSE {_key_of_start(facet)} END"
        count, where = "sum(events)", "1"
    rows = selection.index.rows(
        f"SELECT {key}, {count} FROM {found} WHERE {where} GROUP BY 1", *condition.parameters
    )
    return dict(rows)


def _pairs_of_times(
    selection: Selection, first: Facet, second: Facet, kept: Collection[Key]
) -> dict[Pair, int]:
    condition = selection.asked
    rows = selection.index.rows(
        f"SELECT {_key_in_time(selection, first)}, {_key_in_time(selection, second)}, count(*) "
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
    has_units = other in TIMES and other is not Facet.WEEKDAY
    if has_units and len(keys) * len(names) < max(len(selection), _FEW_PAIRS):
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
        without = _counts_in_time(selection, other, f"e.number IN ({_WITHOUT.format(named)})")
        return pairs | {(None, key): without[key] for key in without.keys() & set(keys)}
    values = _keys_of_events(selection, other, keys)
    return {
        (name, key): count
        for name, events in _events_by_name(selection, named, names)
        for key, count in Counter(chain.from_iterable(map(values.__getitem__, events))).items()
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
        f"SELECT e.number, e.day, {_key_in_time(selection, facet)} FROM event e "
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
            for event in events:
                keys[event].append(name)
        return keys
    condition = selection.asked
    rows = selection.index.rows(
        f"SELECT {_key_in_time(selection, facet)}, e.number FROM event e WHERE {condition.sql}",
        *condition.parameters,
    )
    # Most events share their value with others: one list of each is enough.
    shared: dict[Key, list[Key]] = {key: [key] for key in asked}
    keys.update((number, shared[key]) for key, number in rows if key in shared)
    return keys


def _events_by_name(
    selection: Selection, facet: Facet, asked: Collection[Key]
) -> Iterator[tuple[Key, set[int]]]:
    """Yield some of the names, None for what has none, with the numbers of their events."""
    links = Links(selection.index, str(facet), selection.asked, only=_texts(asked))
    for name, named in links.names.items():
        yield name, links.events(named)
    if None not in asked:
        return
    condition = selection.asked
    rows = selection.index.rows(
        f"SELECT e.number FROM event e WHERE e.number IN ({_WITHOUT.format(facet)}) "
        f"AND {condition.sql}",
        *condition.parameters,
    )
    yield None, {row[0] for row in rows}


def _by_name(selection: Selection, facet: Facet) -> list[Count]:
    index, condition = selection.index, selection.asked
    names: Mapping[str, Actor] = index.actors() if facet is Facet.ACTOR else {}
    found = [
        Count(name, names[name].name if names else name, count)
        for name, count in counts_by_name(index, str(facet), condition)
    ]
    found.sort(key=lambda one: (-one.events, str(one.key)))
    without = index.value(
        f"SELECT count(*) FROM {events_found(index, condition)} "
        f"WHERE number IN ({_WITHOUT.format(facet)})"
    )
    return [*found, Count(None, f"no {facet}", without)] if without else found


def _in_time(facet: Facet, found: Mapping[Key, int]) -> list[Count]:
    """Return the counts in the order of time, with those of the units without an event."""
    rows = [
        Count(key, name, found[key])
        for key, name in ((_CONTINUING, "Continuing"), (None, label(None)))
        if key in found
    ]
    keys = sorted(key for key in found if isinstance(key, int))
    if facet is Facet.WEEKDAY:
        days = [*range(_NO_DAY), *(key for key in keys if key == _NO_DAY)] if keys else []
        return rows + [Count(key, _WEEKDAYS[key], found.get(key, 0)) for key in days]
    unit = UNIT[Grouping(str(facet))]
    surely = "" if all(key % 8 == unit for key in keys) else "surely "
    for key, empty in _with_empty(keys, unit):
        if empty > LONGEST_SHOWN:
            rows.append(Count(key, f"{empty:,} {facet}s in which nothing {surely}began", 0, empty))
        else:
            rows.append(Count(key, label(key), found.get(key, 0)))
    return rows


def _with_empty(keys: list[int], fineness: int) -> Iterator[tuple[int, int]]:
    """Yield the keys, and from the first unit on those of the empty units between them.

    Each comes with 0; a longer run of empty units is told by the key of its first and its length.
    """
    following: int | None = None
    for key in keys:
        is_unit = key % 8 == fineness
        number = number_of(key // 8 * 8 + fineness)
        if following is not None:
            empty = number - following
            if empty > LONGEST_SHOWN:
                yield key_of(following, fineness), empty
            else:
                for one in range(following, number):
                    yield key_of(one, fineness), 0
            following = max(following, number)
        yield key, 0
        if is_unit:
            following = number + 1

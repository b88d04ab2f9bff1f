"""The events found, counted by facets: by time, by who acts, by theme, place or publisher."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.analysis.occurrences import counts_by_name
from timeline.analysis.ranking import ranked
from timeline.dates.units import DAY, UNIT, key_of, key_sql, label, number_of
from timeline.index.schema import numbers_without
from timeline.query.facet import Facet, Grouping
from timeline.search.found import events_found
from timeline.search.selection import Selection

Key = int | str | None
"""What tells the values of one facet apart: the key of a group, the id of an actor, a name."""

LONGEST_SHOWN = 5
"""How many empty units in a row are counts of their own; more are told as one."""

TIMES = (Facet.YEAR, Facet.MONTH, Facet.QUARTER, Facet.DECADE, Facet.WEEKDAY)
"""The facets by which each event is counted once: by when it began."""

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


def counts(selection: Selection, facet: Facet) -> list[Count]:
    """Return how many of the events found there are of each value of a facet.

    By time they are in its order, with the units that have no event; a date that is less precise
    than the unit counts for itself. By names those with most events are first, and what has none
    is last.
    """
    if facet in TIMES:
        return _in_time(facet, _counts_in_time(selection, facet))
    return _by_name(selection, facet)


def largest(found: Sequence[Count], most: int) -> list[Count]:
    """Return the values with the most events, at most so many, in the order that they have."""
    kept = sorted((one for one in found if one.events), key=lambda one: -one.events)[:most]
    keys = {one.key for one in kept}
    return [one for one in found if one.key in keys]


def every_unit(found: Iterable[Count]) -> Iterator[Count]:
    """Yield counts with each empty unit on its own, also where several are told as one."""
    for one in found:
        if not one.skipped:
            yield one
            continue
        assert isinstance(one.key, int)
        first, fineness = number_of(one.key), one.key % 8
        for number in range(first, first + one.skipped):
            key = key_of(number, fineness)
            yield Count(key, label(key), 0)


def key_in_time(selection: Selection, facet: Facet) -> str:
    """Return the SQL of an event's value of a facet of time."""
    continues = selection.asked.continues
    key = _key_of_start(facet)
    return f"CASE WHEN {continues} THEN '{_CONTINUING}' ELSE {key} END" if continues else key


def _key_of_start(facet: Facet) -> str:
    if facet is not Facet.WEEKDAY:
        return key_sql(Grouping(str(facet)))
    # Day 1 was a Monday; SQLite's remainder has the sign of what is divided.
    return f"CASE grain WHEN {DAY} THEN ((earliest - 1) % 7 + 7) % 7 ELSE {_NO_DAY} END"


def _counts_in_time(selection: Selection, facet: Facet) -> dict[Key, int]:
    """Return how many of the events found have each value of a facet of time."""
    condition = selection.asked
    key, count, found = key_in_time(selection, facet), "count(*)", "event e"
    where, continues = condition.sql, condition.continues
    if facet is not Facet.WEEKDAY:
        # A key is costly: it is made once for all that began in the same month.
        found = (
            f"(SELECT year, month, grain, {continues or 0} AS continues, count(*) AS events "
            f"FROM event e WHERE {where} GROUP BY 1, 2, 3, 4)"
        )
        if condition.finds_all:
            found = "(SELECT *, 0 AS continues FROM beginning)"
        key = f"CASE WHEN continues THEN '{_CONTINUING}' ELSE {_key_of_start(facet)} END"
        count, where = "sum(events)", "1"
    rows = selection.index.rows(
        f"SELECT {key}, {count} FROM {found} WHERE {where} GROUP BY 1", *condition.parameters
    )
    return dict(rows)


def _by_name(selection: Selection, facet: Facet) -> list[Count]:
    index, condition = selection.index, selection.asked
    events = counts_by_name(index, str(facet), condition)
    found = [Count(*one) for one in ranked(index, str(facet), events)]
    without = index.value(
        f"SELECT count(*) FROM {events_found(index, condition)} "
        f"WHERE number IN {numbers_without(facet)}"
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

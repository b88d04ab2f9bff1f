"""The events found, counted by one facet or by two: by time, actor, tag, place or publisher."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pyroaring import BitMap

from timeline.dates import CalendarUnit, Unit
from timeline.index import NO_WEEKDAY, Value
from timeline.model import Facet
from timeline.search import Selection, ranked

LONGEST_SHOWN = 5
"""How many empty units in a row are counts of their own; more are told as one."""

CONTINUING = "continuing"
"""The value, in facets of time, of what began before the asked-for time and goes on."""

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

    value: Value
    label: str
    events: int
    skipped: int = 0


class Table(NamedTuple):
    """Events counted by two facets at once: the values of each, and the counts of their pairs.

    Pairs without events are left out. `left_out` is how many more columns there are.
    """

    rows: list[Count]
    columns: list[Count]
    left_out: int
    counts: Mapping[tuple[Value, Value], int]


def facet_counts(selection: Selection, facet: Facet) -> list[Count]:
    """Return how many of the events found there are of each value of a facet.

    By time they are in its order, with the units that have no event; a date that is less precise
    than the unit counts for itself. By names those with most events are first, and what has none
    is last. An actor has the events of all who act for it.
    """
    if selection.asked.finds_all:
        counts = selection.index.bitmaps.count(facet)
    else:
        counts = {value: len(events) for value, events in events_by_value(selection, facet)}
    if facet.is_time:
        return list(_in_time(facet, counts))
    names = {str(name): count for name, count in counts.items() if name is not None}
    found = [Count(*one) for one in ranked(selection.index, facet, names)]
    without = counts.get(None)
    return [*found, Count(None, f"no {facet}", without)] if without else found


def largest(found: Sequence[Count], most: int) -> list[Count]:
    """Return the values with the most events, at most so many, in the order that they have."""
    kept = sorted((one for one in found if one.events), key=lambda one: -one.events)[:most]
    values = {one.value for one in kept}
    return [one for one in found if one.value in values]


def every_unit(found: Iterable[Count]) -> Iterator[Count]:
    """Yield counts with each empty unit on its own, also where several are told as one."""
    for one in found:
        if not one.skipped:
            yield one
            continue
        assert isinstance(one.value, CalendarUnit)
        first, unit = one.value.number, one.value.unit
        for number in range(first, first + one.skipped):
            empty = CalendarUnit.numbered(number, unit)
            yield Count(empty, empty.label, 0)


def crosstab(selection: Selection, first: Facet, second: Facet, most: int | None = None) -> Table:
    """Return how many of the events found there are of each pair of values of two facets.

    Of the second facet there are at most as many values as `most`: those with most events.
    """
    rows = facet_counts(selection, first)
    columns = [one for one in facet_counts(selection, second) if one.events]
    shown = columns if most is None else largest(columns, most)
    kept = {one.value for one in shown}
    held = list(events_by_value(selection, second, kept))
    pairs = {
        (row, column): count
        for row, events in events_by_value(selection, first)
        for column, others in held
        if (count := events.intersection_cardinality(others))
    }
    return Table(rows, shown, len(columns) - len(shown), pairs)


def events_by_value(
    selection: Selection, facet: Facet, only: Collection[Value] | None = None
) -> Iterator[tuple[Value, BitMap]]:
    """Yield the values of a facet that events found have, or only some, each with their set."""
    bitmaps, found = selection.index.bitmaps, selection.positions
    if facet.is_time and selection.continuing:
        found = found - selection.continuing
        if only is None or CONTINUING in only:
            yield CONTINUING, selection.continuing
    for value, events in bitmaps.each(facet) if only is None else bitmaps.some(facet, only):
        events &= found
        if events:
            yield value, events


def _in_time(facet: Facet, counts: Mapping[Value, int]) -> Iterator[Count]:
    """Yield counts in the order of time, with those of the units without an event."""
    for value, label in ((CONTINUING, "Continuing"), (None, "Open start")):
        if value in counts:
            yield Count(value, label, counts[value])
    values = sorted(value for value in counts if isinstance(value, int))
    if facet.unit is None:
        days = [*range(NO_WEEKDAY), *(day for day in values if day == NO_WEEKDAY)] if values else []
        yield from (Count(day, _WEEKDAYS[day], counts.get(day, 0)) for day in days)
        return
    units = [CalendarUnit(value) for value in values]
    surely = "" if all(one.unit is facet.unit for one in units) else "surely "
    for one, empty in _with_empty(units, facet.unit):
        if empty > LONGEST_SHOWN:
            yield Count(one, f"{empty:,} {facet}s in which nothing {surely}began", 0, empty)
        else:
            yield Count(one, one.label, counts.get(one, 0))


def _with_empty(units: list[CalendarUnit], unit: Unit) -> Iterator[tuple[CalendarUnit, int]]:
    """Yield the units, and from the first whole one on the empty ones between them.

    Each comes with 0; a longer run of empty units is its first and its length.
    """
    following: int | None = None
    for one in units:
        number = CalendarUnit.starting(one.year, one.month, unit).number
        if following is not None:
            empty = number - following
            if empty > LONGEST_SHOWN:
                yield CalendarUnit.numbered(following, unit), empty
            else:
                for between in range(following, number):
                    yield CalendarUnit.numbered(between, unit), 0
            following = max(following, number)
        yield one, 0
        if one.unit is unit:
            following = number + 1

"""Count the events found by one or two facets: time, lag, actor, tag, place or publisher."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pyroaring import BitMap

from timeline.analysis.tallied import CONTINUING, Tallied
from timeline.dates import CalendarUnit, LagRange, Unit
from timeline.index import NO_WEEKDAY, Value
from timeline.model import Facet
from timeline.search import Selection, ranked

LONGEST_SHOWN = 5
"""The longest run of empty units listed one by one; a longer run is merged into one count."""

_LONGEST_EXPANDED = 10_000
"""The longest run of empty units that `every_unit` expands; longer runs are left out."""

_NEARLY_ALL = 0.8
"""The fraction of the events found that must have an actor for it to be in nearly all of them."""

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
    """One value of a facet, its label and its number of events.

    `skipped` is the number of consecutive empty units merged into this count, otherwise 0.
    """

    value: Value
    label: str
    events: int
    skipped: int = 0


class Table(NamedTuple):
    """A cross-tabulation: the values of two facets, and the number of events of each pair.

    Pairs without events are left out. `left_out` is the number of columns that are not included.
    """

    rows: list[Count]
    columns: list[Count]
    left_out: int
    counts: Mapping[tuple[Value, Value], int]


def facet_counts(selection: Selection, facet: Facet) -> list[Count]:
    """Count the events found by the values of a facet.

    Times are in chronological order and include empty units; a date less precise than the unit is
    counted separately. Lags are sorted, and those that are not known come last. Names are sorted by
    number of events, highest first; events without a name come last. The count of an actor includes
    the events of all who act for it: of those who may or, if the question is about certain ones,
    surely do at the date of the event.
    """
    if isinstance(selection, Tallied):
        counts = selection.counts(facet)
    elif selection.asked.finds_all:
        counts = selection.index.bitmaps.count(facet, certain=selection.query.certain)
    else:
        counts = {value: len(events) for value, events in events_by_value(selection, facet)}
    if facet.is_time:
        return list(_in_time(facet, counts))
    if facet is Facet.LAG:
        return [Count(lag, lag.label, counts.get(lag, 0)) for lag in _shown_lags(counts)]
    names = {str(name): count for name, count in counts.items() if name is not None}
    found = [Count(*one) for one in ranked(selection.index, facet, names)]
    without = counts.get(None)
    return [*found, Count(None, f"no {facet}", without)] if without else found


def actors_in_nearly_all(selection: Selection) -> tuple[str, ...]:
    """Return the ids of the actors in nearly all events found, those in the most events first."""
    least = _NEARLY_ALL * len(selection)
    if isinstance(selection, Tallied):
        counted = selection.counts(Facet.ACTOR).items()
        found = {str(name): count for name, count in counted if name is not None and count >= least}
        return tuple(one.name for one in ranked(selection.index, Facet.ACTOR, found))
    # Few actors have that many events at all.
    certain = selection.query.certain
    known = selection.index.bitmaps.count(Facet.ACTOR, certain=certain).items()
    frequent = [name for name, events in known if name is not None and events >= least]
    sets = events_by_value(selection, Facet.ACTOR, frequent)
    found = {str(name): len(events) for name, events in sets if len(events) >= least}
    return tuple(one.name for one in ranked(selection.index, Facet.ACTOR, found))


def largest(found: Sequence[Count], most: int) -> list[Count]:
    """Return the `most` values with the most events, in their original order."""
    by_size = sorted((count for count in found if count.events), key=lambda count: -count.events)
    values = {count.value for count in by_size[:most]}
    return [count for count in found if count.value in values]


def every_unit(found: Iterable[Count], left_out: list[str]) -> Iterator[Count]:
    """Yield counts in which merged runs of empty units are expanded to one count per unit.

    Runs that are too long are left out, and their labels added to `left_out`.
    """
    for count in found:
        if not count.skipped:
            yield count
            continue
        if count.skipped > _LONGEST_EXPANDED:
            left_out.append(count.label)
            continue
        assert isinstance(count.value, CalendarUnit)
        first, unit = count.value.number, count.value.unit
        for number in range(first, first + count.skipped):
            empty = CalendarUnit.numbered(number, unit)
            yield Count(empty, empty.label, 0)


def crosstab(selection: Selection, first: Facet, second: Facet, most: int | None = None) -> Table:
    """Count the events found by each pair of values of two facets.

    Include at most `most` values of the second facet: those with the most events.
    """
    rows = facet_counts(selection, first)
    columns = [one for one in facet_counts(selection, second) if one.events]
    shown = columns if most is None else largest(columns, most)
    values = {one.value for one in shown}
    if isinstance(selection, Tallied):
        every = selection.pairs(first, second)
        counted = {pair: count for pair, count in every.items() if pair[1] in values}
        return Table(rows, shown, len(columns) - len(shown), counted)
    column_sets = list(events_by_value(selection, second, values))
    pairs = {
        (row, column): count
        for row, events in events_by_value(selection, first)
        for column, others in column_sets
        if (count := events.intersection_cardinality(others))
    }
    return Table(rows, shown, len(columns) - len(shown), pairs)


def events_by_value(
    selection: Selection, facet: Facet, only: Collection[Value] | None = None
) -> Iterator[tuple[Value, BitMap]]:
    """Yield each value of a facet, or only those in `only`, with the set of the events found.

    Values without events are left out.
    """
    bitmaps, found = selection.index.bitmaps, selection.positions
    if facet.is_time and selection.continuing:
        found = found - selection.continuing
        if only is None or CONTINUING in only:
            yield CONTINUING, selection.continuing
    certain = selection.query.certain
    sets = (
        bitmaps.each(facet, certain=certain)
        if only is None
        else bitmaps.some(facet, only, certain=certain)
    )
    for value, events in sets:
        events &= found
        if events:
            yield value, events


def _shown_lags(counts: Collection[Value]) -> list[LagRange]:
    """Return the lags; of those that are not known, only the ones that occur."""
    known = counts and range(LagRange.NOT_EXACT)
    return [lag for lag in LagRange if lag in known or lag in counts]


def _in_time(facet: Facet, counts: Mapping[Value, int]) -> Iterator[Count]:
    """Yield counts in chronological order, including empty units."""
    for value, label in ((CONTINUING, "Continuing"), (None, "Open start")):
        if value in counts:
            yield Count(value, label, counts[value])
    values = sorted(value for value in counts if isinstance(value, int))
    if facet.unit is None:
        days = [*range(NO_WEEKDAY), *(day for day in values if day == NO_WEEKDAY)] if values else []
        yield from (Count(day, _WEEKDAYS[day], counts.get(day, 0)) for day in days)
        return
    units = [CalendarUnit(value) for value in values]
    is_exact = all(unit.unit is facet.unit for unit in units)
    began = "began" if is_exact else "is known to have begun"
    for one, empty in _with_empty(units, facet.unit):
        if empty > LONGEST_SHOWN:
            yield Count(one, f"{empty:,} {facet}s in which nothing {began}", 0, empty)
        else:
            yield Count(one, one.label, counts.get(one, 0))


def _with_empty(units: list[CalendarUnit], unit: Unit) -> Iterator[tuple[CalendarUnit, int]]:
    """Yield the units with the empty ones between them, starting at the first exact one.

    Each comes with 0. A long run of empty units is yielded as its first unit and its length.
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

"""The lanes of a chart: the events found that share a name or a year."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pyroaring import BitMap

from timeline.analysis import actors_in_nearly_all, events_by_value, facet_counts
from timeline.analysis.chart.axis import Axis, axis_of_year, size_of_years
from timeline.dates import CalendarUnit, Day, Unit
from timeline.model import Facet
from timeline.search import Selection, ranked

_FEWEST_LANES = 3
"""With fewer other lanes than this, actors in nearly all events get lanes too."""


class Lane(NamedTuple):
    """A lane: the events found that have something in common, and the axis to place them on.

    `names` holds the tags, actors, places or years of the lane; it is empty for events without
    any. `rest` marks the lane for all names without a lane of their own.
    """

    names: tuple[str, ...]
    events: BitMap
    axis: Axis
    rest: bool = False


class Lanes(NamedTuple):
    """The lanes of a chart.

    `in_nearly_all` holds the actors without a lane because they are in nearly all events.
    `left_out` is the number of years without a lane because fewer events begin in them.
    """

    lanes: list[Lane]
    in_nearly_all: tuple[str, ...] = ()
    left_out: int = 0


def lanes_of_names(
    selection: Selection, facet: Facet, axis: Axis, top: int, *, distinct: bool
) -> Lanes:
    """Return lanes for the `top` names with the most events, and a lane for all others.

    With `distinct`, leave out actors that are in nearly all the events found.
    """
    sets = dict(events_by_value(selection, facet))
    without = sets.pop(None, None)
    counts = {str(name): len(events) for name, events in sets.items()}
    names = [one.name for one in ranked(selection.index, facet, counts)]
    in_nearly_all: tuple[str, ...] = ()
    # A lane for an actor in nearly all the events would not be informative.
    if distinct and facet is Facet.ACTOR:
        in_nearly_all = actors_in_nearly_all(selection)
        if len(names) - len(in_nearly_all) < _FEWEST_LANES:
            in_nearly_all = ()
        names = names[len(in_nearly_all) :]
    # If only one name is left, its own lane takes no more room than a lane for the rest.
    own = names if len(names) <= top + 1 else names[:top]
    lanes = [Lane((name,), sets[name], axis) for name in own]
    if rest := tuple(names[len(own) :]):
        lanes.append(Lane(rest, BitMap().union(*(sets[name] for name in rest)), axis, rest=True))
    if without:
        lanes.append(Lane((), without, axis))
    return Lanes(lanes, in_nearly_all)


def lanes_of_years(selection: Selection, first: Day, last: Day, top: int, room: int) -> Lanes:
    """Return a lane for each year between two days, or for the `top` years with the most events.

    Each lane has its own axis, with at most `room` cells.
    """
    every = range(first.year, last.year + 1)
    years = list(every) if len(every) <= top else _most(selection, every, top)
    size = size_of_years(room, len(selection))
    lanes = [
        Lane((str(year),), events, axis_of_year(year, size))
        for year, events in zip(years, _events_by_year(selection, years), strict=True)
    ]
    return Lanes(lanes, left_out=len(every) - len(lanes))


def _most(selection: Selection, every: range, top: int) -> list[int]:
    """Return the `top` years in which the most events begin, in ascending order."""
    began = {
        one.value.year: one.events
        for one in facet_counts(selection, Facet.YEAR)
        if isinstance(one.value, CalendarUnit) and one.value.unit is Unit.YEAR and one.events
    }
    known = sorted(year for year in began if year in every)
    return sorted(sorted(known, key=lambda year: -began[year])[:top])


def _events_by_year(selection: Selection, years: Sequence[int]) -> list[BitMap]:
    """Return, for each year, the set of the events that may lie in it. `years` must be sorted."""
    columns, found = selection.index.columns, selection.positions
    openings = [Day(year, 1, 1).ordinal for year in years]
    sets = []
    for year, opening in zip(years, openings, strict=True):
        low = bisect_left(columns.start, opening)
        high = bisect_left(columns.start, Day(year + 1, 1, 1).ordinal)
        sets.append(found & BitMap(range(low, high)))
    for position in found & selection.index.bitmaps.longer():
        first, last = columns.earliest[position], columns.latest[position]
        for place in range(bisect_right(openings, first), bisect_right(openings, last)):
            sets[place].add(position)
    return sets

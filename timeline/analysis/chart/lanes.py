"""The lanes of a chart: the events found that have a name in common, or are of a year."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pyroaring import BitMap

from timeline.analysis import events_by_value, facet_counts
from timeline.analysis.chart.axis import Axis, axis_of_year, size_of_years
from timeline.dates import CalendarUnit, Day, Unit
from timeline.model import Facet
from timeline.search import Selection, ranked

_NEARLY_ALL = 0.8
"""Which part of the events found an actor has that tells nothing apart."""

_FEWEST_LANES = 3
"""With fewer other lanes than these, those of nearly all events are shown as well."""


class Lane(NamedTuple):
    """Those of the events found that have something in common, on an axis.

    `names` are the tags, actors, places or years that it is for; empty where it is for events
    without any. `rest` tells that it is for all that have no lane of their own.
    """

    names: tuple[str, ...]
    events: BitMap
    axis: Axis
    rest: bool = False


class Lanes(NamedTuple):
    """The lanes of a chart.

    `in_nearly_all` are actors that have none, for they are in nearly all events; `left_out` is how
    many years have none, for fewer events begin in them.
    """

    lanes: list[Lane]
    in_nearly_all: tuple[str, ...] = ()
    left_out: int = 0


def lanes_of_names(
    selection: Selection, facet: Facet, axis: Axis, top: int, *, distinct: bool
) -> Lanes:
    """Return lanes of at most `top` names, those with most events, and those of all others.

    Where they are to be `distinct`, actors that have nearly all events found are left out.
    """
    sets = dict(events_by_value(selection, facet))
    without = sets.pop(None, None)
    counts = {str(name): len(events) for name, events in sets.items()}
    names = [one.name for one in ranked(selection.index, facet, counts)]
    in_nearly_all: list[str] = []
    if distinct and facet is Facet.ACTOR:
        most = _NEARLY_ALL * len(selection)
        in_nearly_all = [name for name in names if counts[name] >= most]
        if len(names) - len(in_nearly_all) < _FEWEST_LANES:
            in_nearly_all = []
        names = names[len(in_nearly_all) :]
    # A lane of the rest takes as much room as the only one that is left.
    own = names if len(names) <= top + 1 else names[:top]
    lanes = [Lane((name,), sets[name], axis) for name in own]
    if rest := tuple(names[len(own) :]):
        lanes.append(Lane(rest, BitMap().union(*(sets[name] for name in rest)), axis, rest=True))
    if without:
        lanes.append(Lane((), without, axis))
    return Lanes(lanes, tuple(in_nearly_all))


def lanes_of_years(selection: Selection, first: Day, last: Day, top: int, room: int) -> Lanes:
    """Return a lane for each year between two days, or for those in which most events begin.

    Each has an axis of its own, with as many cells as there is `room` for.
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
    """Return the years in which most events begin, in order."""
    began = {
        one.value.year: one.events
        for one in facet_counts(selection, Facet.YEAR)
        if isinstance(one.value, CalendarUnit) and one.value.unit is Unit.YEAR and one.events
    }
    known = sorted(year for year in began if year in every)
    return sorted(sorted(known, key=lambda year: -began[year])[:top])


def _events_by_year(selection: Selection, years: Sequence[int]) -> list[BitMap]:
    """Return the sets of the events that may lie in each of some years, which are in order."""
    columns, found = selection.index.columns, selection.positions
    openings = [Day(year, 1, 1).ordinal for year in years]
    sets = []
    for year, opening in zip(years, openings, strict=True):
        low = bisect_left(columns.start, opening)
        high = bisect_left(columns.start, Day(year + 1, 1, 1).ordinal)
        sets.append(found & BitMap(range(low, high)))
    for position in found:
        first, last = columns.earliest[position], columns.latest[position]
        if first != last:
            for place in range(bisect_right(openings, first), bisect_right(openings, last)):
                sets[place].add(position)
    return sets

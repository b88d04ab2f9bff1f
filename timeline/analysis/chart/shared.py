"""Several chronologies on one axis: the period that they cover, and when their events began."""

from collections.abc import Sequence

from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.extent import Extent, extent_of
from timeline.analysis.chart.placement import Histogram, Placement
from timeline.dates import Day
from timeline.search import Selection


def shared_extent(selections: Sequence[Selection], today: Day) -> Extent:
    """Return the period that the answers cover together, without those that found nothing.

    It is measured in seconds if each is. Raises ValueError if nothing was found at all.
    """
    extents = [extent_of(one, today) for one in selections if one]
    if all(one.by_second for one in extents):
        first, last = min(one.first for one in extents), max(one.last for one in extents)
        return Extent(first, last, by_second=True)
    days = [one.days for one in extents]
    return Extent(min(first for first, _ in days).ordinal, max(last for _, last in days).ordinal)


def shared_histogram(placements: Sequence[Placement], axis: Axis) -> Histogram:
    """Return the number of events of all chronologies that began in each cell of an axis."""
    each = [one.histogram([axis]) for one in placements]
    counts = [sum(cells) for cells in zip(*(one.counts for one in each), strict=True)]
    return Histogram(counts, sum(one.unplaced for one in each))

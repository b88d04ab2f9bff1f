"""When most of what a chart shows began, told by the calendar: the same at every width."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.analysis import Count, facet_counts
from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.extent import Extent
from timeline.dates import CalendarUnit
from timeline.model import Facet
from timeline.search import Selection

_YEAR = 365
_LEAST = ((Facet.DECADE, 100 * _YEAR), (Facet.YEAR, 3 * _YEAR), (Facet.MONTH, 90))
"""How many days a time has at least for its peak to be told by a unit."""


class Peak(NamedTuple):
    """The units of time in which most events began, each of them so many."""

    unit: Facet
    events: int
    units: Sequence[Count]

    @property
    def names(self) -> list[str]:
        """What the units are called where it is said which unit they are."""
        return [one.label.removesuffix(f" ({self.unit})") for one in self.units]

    def cells(self, axis: Axis) -> Iterator[int]:
        """Yield the cells of an axis of days that are the peak's, at least one for each unit.

        Those are of which most lies in it.
        """
        for one in self.units:
            if isinstance(one.value, CalendarUnit):
                low, high = one.value.days
                within = range(axis.cell(low), axis.cell(high) + 1)
                yield from [cell for cell in within if low <= axis.middle(cell) <= high] or within


def peak(selection: Selection, extent: Extent) -> Peak | None:
    """Return when most of the events found began.

    None where the time is short, or where as many began in each of the units that have any.
    """
    days = extent.last - extent.first + 1
    facet = next((facet for facet, least in _LEAST if days >= least), None)
    if facet is None or extent.by_second:
        return None
    units = [
        one
        for one in facet_counts(selection, facet)
        if one.events and isinstance(one.value, CalendarUnit) and one.value.unit is facet.unit
    ]
    most = max((one.events for one in units), default=0)
    highest = [one for one in units if one.events == most]
    return Peak(facet, most, highest) if len(highest) < len(units) else None

"""The calendar units in which the most events of a chart began, whatever the chart's width."""

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
"""The units for a peak, each with the minimum length of the chart's period in days."""


class Peak(NamedTuple):
    """The calendar units in which the most events began; `events` is the number in each of them."""

    unit: Facet
    events: int
    units: Sequence[Count]

    @property
    def names(self) -> list[str]:
        """The labels of the units, without the name of the unit in brackets."""
        return [one.label.removesuffix(f" ({self.unit})") for one in self.units]

    def cells(self, axis: Axis) -> Iterator[int]:
        """Yield the cells of the peak on an axis of days, at least one for each unit.

        A cell belongs to a unit if its middle lies in it.
        """
        for one in self.units:
            if isinstance(one.value, CalendarUnit):
                low, high = one.value.days
                within = range(axis.cell(low), axis.cell(high) + 1)
                yield from [cell for cell in within if low <= axis.middle(cell) <= high] or within


def peak(selection: Selection, extent: Extent) -> Peak | None:
    """Return the calendar units in which the most events found began.

    Returns None if the period is short, or if the same number of events began in every unit that
    has any.
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

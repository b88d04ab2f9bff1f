"""The lanes of a chart by tag, actor or place."""

from collections.abc import Sequence
from functools import lru_cache

from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.cells import Cells, paint
from timeline.analysis.chart.lanes import Lane, Lanes
from timeline.analysis.chart.scope import Scope
from timeline.analysis.chart.stretches import stretch
from timeline.analysis.ranking import ranked
from timeline.dates.event_date import EventDate

_MOST_KEPT = 100


class NameLanes(Lanes):
    """A lane for each name of a kind: `tag`, `actor` or `place`.

    An event is in the lane of each name that it has itself.
    """

    def __init__(self, scope: Scope, kind: str) -> None:
        super().__init__(scope)
        self._kind = kind
        self._counts = scope.named_counts(kind)
        # Off a terminal there may be a lane for each of many names.
        self._events = lru_cache(_MOST_KEPT)(self._bitmap)

    def lanes(self, top: int) -> list[Lane]:
        """Return the lanes of at most `top` names, one of the rest, and one of those without."""
        names = [one.name for one in ranked(self._index, self._kind, self._counts)]
        # A lane of the rest takes as much room as the only one that is left.
        own = names if len(names) <= top + 1 else names[:top]
        lanes = [Lane((name,)) for name in own]
        if len(own) < len(names):
            lanes.append(Lane(tuple(names[top:]), rest=True))
        if self.count(Lane(())):
            lanes.append(Lane(()))
        return lanes

    def count(self, lane: Lane) -> int:
        """Return how many events have one of the names of a lane, or none."""
        return self._events(lane).bit_count()

    def axes(self, axis: Axis, lanes: Sequence[Lane]) -> list[Axis]:
        """Return the axis, which all lanes share."""
        return [axis]

    def cells(self, axis: Axis, lanes: Sequence[Lane]) -> list[Cells]:
        """Return what lies in the cells of each of the lanes that `lanes` returned."""
        found = [Cells.empty(axis) for _ in lanes]
        bins = None if axis.by_second else self._scope.bins(axis)
        for lane, cells in zip(lanes, found, strict=True):
            events = self._events(lane)
            cells.count = events.bit_count()
            if bins:
                cells.marks = bins.counts(events)
        for wide in self._scope.wide_by_name(axis, self._kind, [lane.ids for lane in lanes]):
            lies = stretch(wide.date, self._scope.today, by_second=axis.by_second)
            short = wide.short and not axis.by_second
            paint(found[wide.lane], axis, lies, wide.number, short=short)
        return found

    def _bitmap(self, lane: Lane) -> int:
        """Return the bitmap of the events of a lane."""
        kept, kind = self._scope.bitmaps, self._kind
        events = kept.union(kind, lane.ids) if lane.ids else kept.without(kind)
        return events & self._scope.found

    def ends(self, lane: Lane) -> tuple[EventDate, EventDate]:
        """Return the dates of the first and the last event that has one of the names, or none."""
        return self._scope.bitmaps.ends(self._events(lane))

"""When the events of a chart began: the counts of its histogram."""

from collections.abc import Sequence

import msgspec

from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.cells import is_narrow, overlaps
from timeline.analysis.chart.scope import Scope
from timeline.analysis.chart.stretches import Stretch, stretch


class Beginnings(msgspec.Struct, frozen=True):
    """How many of the events found begin in each cell.

    `unplaced` are those that may do so but are not known closely enough.
    """

    counts: list[int]
    unplaced: int


def beginnings(scope: Scope, axes: Sequence[Axis]) -> Beginnings:
    """Return how many events begin in each cell, of all the axes together."""
    counts, unplaced = [0] * axes[0].cells, 0
    for axis in axes:
        if not axis.by_second:
            own = scope.counted(axis)
            counts = [count + more for count, more in zip(counts, own, strict=True)]
    smallest = min(axes, key=lambda axis: axis.last - axis.first)
    for wide in scope.wide(smallest):
        lies = stretch(wide.date, scope.today, by_second=smallest.by_second)
        short = wide.short and not smallest.by_second
        for axis in axes:
            first = lies.first
            if first is None or not 0 <= axis.cell(first) < axis.cells:
                continue
            begins = _begins_there(lies, axis) - short
            counts[axis.cell(first)] += wide.number * begins
        if not _begins_there(lies, smallest) and _may_begin_in(lies, axes):
            unplaced += wide.number
    return Beginnings(counts, unplaced)


def _begins_there(lies: Stretch, axis: Axis) -> bool:
    """Tell whether the beginning of a stretch is known within the length of a cell."""
    if lies.first is None or lies.sure_from is None:
        return is_narrow(lies, axis)
    return lies.sure_from - lies.first < axis.reach


def _may_begin_in(lies: Stretch, axes: Sequence[Axis]) -> bool:
    last = lies.last if lies.sure_from is None else lies.sure_from
    return any(overlaps(lies._replace(last=last), axis) for axis in axes)

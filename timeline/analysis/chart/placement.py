"""Place the events found on the axes of a chart, and count when they began."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pyroaring import BitMap

from timeline.analysis import events_by_day
from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.cells import Cells, overlaps, paint
from timeline.analysis.chart.extent import dates_at
from timeline.analysis.chart.lanes import Lane
from timeline.analysis.chart.stretches import Side, Stretch, stretch
from timeline.dates import SECONDS_OF_DAY, Day, EventDate
from timeline.search import Selection


class Histogram(NamedTuple):
    """The number of the events found that certainly began in each cell.

    `unplaced` is the number of events that may have begun on the axis, but not certainly in any
    one cell.
    """

    counts: list[int]
    unplaced: int


class Placement:
    """Places events on axes. Ongoing events are certain up to `today`."""

    def __init__(self, selection: Selection, today: Day) -> None:
        self._selection = selection
        self._columns = selection.index.columns
        self._today = today
        # An event with an exact day fits into one cell of any axis of days.
        self._longer = selection.positions & selection.index.bitmaps.longer()
        self._stretches: dict[bool, list[tuple[Stretch, BitMap]]] = {}
        self._marks: dict[Axis, list[BitMap]] = {}

    def cells(self, lane: Lane) -> Cells:
        """Return the content of the cells of a lane."""
        axis, events = lane.axis, lane.events
        cells = Cells.empty(axis, len(events))
        if not axis.by_second:
            cells.marks = [events.intersection_cardinality(one) for one in self._in_one_cell(axis)]
        for span, number in self._dated(events, by_second=axis.by_second):
            if not overlaps(span, axis):
                continue
            cell = _only_cell(span, axis)
            if cell is None:
                paint(cells.parts, axis, span)
            elif 0 <= cell < axis.cells:
                cells.marks[cell] += number
        return cells

    def histogram(self, axes: Sequence[Axis]) -> Histogram:
        """Count the events that began in each cell. The axes must be in chronological order."""
        if axes[0].by_second:
            return self._histogram_by_second(axes[0])
        spans = [span for axis in axes for span in axis.spans]
        cells = [cell for axis in axes for cell in range(axis.cells)]
        counts = [0] * (max(cells) + 1)
        sets = events_by_day(self._selection, spans)
        for cell, events in zip(cells, sets, strict=True):
            counts[cell] += len(events)
        columns, rest = self._columns, self._selection.positions - BitMap().union(*sets)
        starts, stops = [axis.start for axis in axes], [axis.stop for axis in axes]
        unplaced = 0
        for one in rest:
            following = bisect_right(stops, columns.earliest[one])
            unplaced += following < len(axes) and columns.begins_by[one] >= starts[following]
        return Histogram(counts, unplaced)

    def began(self, axis: Axis) -> list[int]:
        """Return how many events certainly began in each cell of an axis of seconds.

        Unlike `histogram`, this reads only the events about the time of the axis.
        """
        # In UTC, an event can begin a day before or after the day that is written.
        first, last = axis.start // SECONDS_OF_DAY - 1, axis.stop // SECONDS_OF_DAY + 1
        start = self._columns.start
        near = BitMap(range(bisect_left(start, first), bisect_right(start, last)))
        dated = self._stretched(self._selection.positions & near, by_second=True)
        return _by_second(axis, ((span, len(holders)) for span, holders in dated)).counts

    def _histogram_by_second(self, axis: Axis) -> Histogram:
        return _by_second(axis, self._dated(self._selection.positions, by_second=True))

    def _in_one_cell(self, axis: Axis) -> list[BitMap]:
        """Return, for each cell of an axis, the set of events in it whose exact day is known."""
        if axis not in self._marks:
            start, found = self._columns.start, self._selection.positions - self._longer
            self._marks[axis] = [
                found & BitMap(range(bisect_left(start, first), bisect_right(start, last)))
                for first, last in axis.spans
            ]
        return self._marks[axis]

    def _dated(self, events: BitMap, *, by_second: bool) -> Iterator[tuple[Stretch, int]]:
        """Yield the stretches of the dates of events, each with the number of events that have it.

        Unless `by_second`, events whose exact day is known are left out.
        """
        if by_second not in self._stretches:
            dated = self._selection.positions if by_second else self._longer
            self._stretches[by_second] = self._stretched(dated, by_second=by_second)
        for span, holders in self._stretches[by_second]:
            if number := events.intersection_cardinality(holders):
                yield span, number

    def _stretched(self, events: BitMap, *, by_second: bool) -> list[tuple[Stretch, BitMap]]:
        """Return the stretches of the dates of events, each with the events that have it."""
        return [
            (stretch(EventDate.parse(text), self._today, by_second=by_second), BitMap(holders))
            for text, holders in dates_at(self._selection, events).items()
        ]


def _by_second(axis: Axis, dated: Iterable[tuple[Stretch, int]]) -> Histogram:
    """Count stretches by the cell of an axis of seconds in which they began."""
    counts, unplaced = [0] * axis.cells, 0
    for span, number in dated:
        if span.first is None:
            continue
        begins_by = span.last if span.sure_from is None else span.sure_from
        cell = axis.cell(span.first)
        if begins_by is not None and cell == axis.cell(begins_by):
            if 0 <= cell < axis.cells:
                counts[cell] += number
        elif span.first < axis.stop and (begins_by is None or begins_by >= axis.start):
            unplaced += number
    return Histogram(counts, unplaced)


def _only_cell(span: Stretch, axis: Axis) -> int | None:
    """Return the cell that contains a whole stretch, or None if it lies in several."""
    if span.first is None or span.last is None or span.after is Side.OPEN:
        return None
    cell = axis.cell(span.first)
    return cell if cell == axis.cell(span.last) else None

"""The content of cells: marks for dates that fit into one cell, parts of dates that are longer."""

from enum import IntFlag

import msgspec

from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.stretches import Side, Stretch


class Part(IntFlag):
    """The parts of a date, or of several, that a cell contains.

    A date may lie in a `MAY` cell, and certainly lies in a `SURE` cell. `BEGIN` and `END` are exact
    sides, and `BLURRED` is an approximate one. `EARLIER` and `LATER` mean that a date extends
    beyond the axis or is open, and `UNKNOWN` that its start or end is not known.
    """

    MAY = 1
    SURE = 2
    BEGIN = 4
    END = 8
    EARLIER = 16
    LATER = 32
    UNKNOWN = 64
    BLURRED = 128


class Cells(msgspec.Struct):
    """The content of the cells of an axis.

    `count` is the total number of events. `marks` holds, for each cell, the number of events whose
    dates fit into it. `parts` holds the `Part`s of longer dates, with an additional item before the
    first cell and another after the last.
    """

    count: int
    marks: list[int]
    parts: list[int]

    @classmethod
    def empty(cls, axis: Axis, count: int) -> "Cells":
        """Return empty cells for an axis with `count` events."""
        return cls(count, [0] * axis.cells, [0] * (axis.cells + 2))


def overlaps(stretch: Stretch, axis: Axis) -> bool:
    """Return whether a stretch overlaps an axis."""
    return (stretch.first is None or stretch.first < axis.stop) and (
        stretch.last is None or stretch.last >= axis.start
    )


def paint(parts: list[int], axis: Axis, stretch: Stretch) -> None:
    """Add a stretch that is longer than a cell to `parts`."""
    if stretch.after is Side.OPEN and stretch.last is not None and stretch.last < axis.start:
        # Whether it will still be ongoing by then is not known.
        stretch = stretch._replace(last=None, sure_from=None, sure_to=None)
    for first, last, part in (
        (stretch.first, stretch.last, Part.MAY),
        (stretch.sure_from, stretch.sure_to, Part.SURE),
    ):
        if part is Part.SURE and stretch.sure_to is None:
            continue
        low = 0 if first is None else max(0, axis.cell(first))
        high = axis.cells - 1 if last is None else min(axis.cells - 1, axis.cell(last))
        for cell in range(low, high + 1):
            parts[cell + 1] |= part
    _paint_start(parts, axis, stretch)
    _paint_end(parts, axis, stretch)


def _paint_start(parts: list[int], axis: Axis, stretch: Stretch) -> None:
    if stretch.first is None or stretch.first < axis.start:
        parts[0] |= Part.UNKNOWN if stretch.before is Side.UNKNOWN else Part.EARLIER
    elif stretch.sure_from is not None and axis.cell(stretch.sure_from) == axis.cell(stretch.first):
        is_blurred = stretch.before is Side.BLURRED
        parts[axis.cell(stretch.first) + 1] |= Part.BLURRED if is_blurred else Part.BEGIN


def _paint_end(parts: list[int], axis: Axis, stretch: Stretch) -> None:
    if stretch.last is None or stretch.last >= axis.stop:
        parts[-1] |= Part.UNKNOWN if stretch.after is Side.UNKNOWN else Part.LATER
    elif stretch.after is Side.OPEN:
        parts[axis.cell(stretch.last) + 2] |= Part.LATER
    elif stretch.sure_to is not None and axis.cell(stretch.sure_to) == axis.cell(stretch.last):
        is_blurred = stretch.after is Side.BLURRED
        parts[axis.cell(stretch.last) + 1] |= Part.BLURRED if is_blurred else Part.END

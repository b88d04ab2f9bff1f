"""What lies in the cells of an axis: marks for what fits into one, parts of what is longer."""

from enum import IntFlag

import msgspec

from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.stretches import Side, Stretch


class Part(IntFlag):
    """What a cell is a part of."""

    MAY = 1
    SURE = 2
    BEGIN = 4
    END = 8
    EARLIER = 16
    LATER = 32
    UNKNOWN = 64
    BLURRED = 128


class Cells(msgspec.Struct):
    """What lies in the cells of an axis.

    `count` is that of all events they are for, `marks` counts those that are no longer than a
    cell, and `parts` are the `Part`s of longer ones, with one more before the first cell and one
    after the last.
    """

    count: int
    marks: list[int]
    parts: list[int]

    @classmethod
    def empty(cls, axis: Axis, count: int) -> "Cells":
        """Return the cells of an axis, in which nothing lies yet, for so many events."""
        return cls(count, [0] * axis.cells, [0] * (axis.cells + 2))


def overlaps(found: Stretch, axis: Axis) -> bool:
    """Tell whether a stretch has a part in an axis."""
    return (found.first is None or found.first < axis.stop) and (
        found.last is None or found.last >= axis.start
    )


def paint(parts: list[int], axis: Axis, lies: Stretch) -> None:
    """Paint a stretch that is longer than a cell into the parts of cells."""
    if lies.after is Side.OPEN and lies.last is not None and lies.last < axis.start:
        # Nobody knows whether it still goes on by then.
        lies = lies._replace(last=None, sure_from=None, sure_to=None)
    for first, last, part in (
        (lies.first, lies.last, Part.MAY),
        (lies.sure_from, lies.sure_to, Part.SURE),
    ):
        if part is Part.SURE and lies.sure_to is None:
            continue
        low = 0 if first is None else max(0, axis.cell(first))
        high = axis.cells - 1 if last is None else min(axis.cells - 1, axis.cell(last))
        for cell in range(low, high + 1):
            parts[cell + 1] |= part
    _paint_start(parts, axis, lies)
    _paint_end(parts, axis, lies)


def _paint_start(parts: list[int], axis: Axis, lies: Stretch) -> None:
    if lies.first is None or lies.first < axis.start:
        parts[0] |= Part.UNKNOWN if lies.before is Side.UNKNOWN else Part.EARLIER
    elif lies.sure_from is not None and axis.cell(lies.sure_from) == axis.cell(lies.first):
        is_blurred = lies.before is Side.BLURRED
        parts[axis.cell(lies.first) + 1] |= Part.BLURRED if is_blurred else Part.BEGIN


def _paint_end(parts: list[int], axis: Axis, lies: Stretch) -> None:
    if lies.last is None or lies.last >= axis.stop:
        parts[-1] |= Part.UNKNOWN if lies.after is Side.UNKNOWN else Part.LATER
    elif lies.after is Side.OPEN:
        parts[axis.cell(lies.last) + 2] |= Part.LATER
    elif lies.sure_to is not None and axis.cell(lies.sure_to) == axis.cell(lies.last):
        is_blurred = lies.after is Side.BLURRED
        parts[axis.cell(lies.last) + 1] |= Part.BLURRED if is_blurred else Part.END

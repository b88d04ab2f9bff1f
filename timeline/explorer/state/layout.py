"""Where the panels are on a screen of a given size."""

from typing import NamedTuple

from timeline.explorer.state.state import Panel, panels
from timeline.views.chart import HEIGHT as AXIS_HEIGHT

_FIXED = 4
"""The lines for the question, the facts, the status and the keys."""

_LEAST_LIST = 6
"""The fewest lines of the list with the axis above it."""

GAP = 2
"""The number of cells between panels side by side."""


class Size(NamedTuple):
    """The width and the height of a panel, in cells."""

    width: int
    height: int


def arrange(width: int, height: int, focused: Panel) -> dict[Panel, Size]:
    """Return the sizes of the panels that are shown; the axis is above the list, a side beside."""
    shown = list(panels(width, focused))
    room = max(1, height - _FIXED)
    if Panel.AXIS in shown and Panel.LIST in shown and room < AXIS_HEIGHT + _LEAST_LIST:
        shown.remove(Panel.LIST if focused is Panel.AXIS else Panel.AXIS)
    sizes: dict[Panel, Size] = {}
    if Panel.AXIS in shown:
        tall = AXIS_HEIGHT if len(shown) > 1 else room
        sizes[Panel.AXIS] = Size(width, tall)
        room -= tall
    sides = [panel for panel in shown if panel in (Panel.CARD, Panel.FACETS)]
    left = width
    for side in sides:
        left = width if Panel.LIST not in shown else (width - GAP) * 11 // 20
        sizes[side] = Size(width - left - GAP if Panel.LIST in shown else width, room)
    if Panel.LIST in shown:
        sizes[Panel.LIST] = Size(left, room)
    return sizes


class PanelPosition(NamedTuple):
    """A column and a line of a panel."""

    panel: Panel
    column: int
    line: int


def position_at(sizes: dict[Panel, Size], column: int, line: int) -> PanelPosition | None:
    """Return the position in the panels of this arrangement; lines count from the top panel.

    Returns None if there is no panel.
    """
    above = sizes[Panel.AXIS].height if Panel.AXIS in sizes else 0
    if line < above:
        return PanelPosition(Panel.AXIS, column, line) if line >= 0 else None
    start = 0
    for panel in (Panel.LIST, Panel.CARD, Panel.FACETS):
        if (size := sizes.get(panel)) is None:
            continue
        if line - above < size.height and start <= column < start + size.width:
            return PanelPosition(panel, column - start, line - above)
        start += size.width + GAP
    return None

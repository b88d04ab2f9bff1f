"""What the mouse does on the main screen."""

from timeline.explorer.panes import Target, facet_at, value_at
from timeline.explorer.screen.frame import Frame
from timeline.explorer.screen.widgets import Lines
from timeline.explorer.state import (
    Panel,
    PanelPosition,
    Size,
    State,
    arrange,
    key_for,
    position_at,
    with_facet,
)

_WHEEL = 3
"""The number of steps for a turn of the wheel."""

_ABOVE = 1
"""The number of lines of the frame above the panels."""


def clicked(
    state: State, frame: Frame, screen: Size, event: Lines.Pressed
) -> tuple[State, str | Target]:
    """Return the state with what was clicked chosen, and what to do then.

    That is an action of the table of keys, or to go to a target on the card; empty is nothing.
    """
    sizes = arrange(*screen, state.panel)
    place = _position(sizes, event.column, event.line)
    if place is None:
        return state, ""
    match place.panel:
        case Panel.LIST if (rank := frame.list.rank_at(place.line)) is not None:
            return state.at(rank).having(panel=Panel.LIST), ""
        case Panel.AXIS:
            day = frame.axis.day_at(state, place.column, screen.width)
            return state.at(state.found.events.rank_from(day)), ""
        case Panel.CARD if frame.card is not None:
            return state, frame.card.target_at(place.column, place.line) or ""
        case Panel.FACETS:
            value = value_at(state, place.line, sizes[Panel.FACETS].height)
            if value is not None:
                action = "exclude" if event.is_other else "narrow"
                return state.having(value=value, named=""), action
            if place.line == 0 and (facet := facet_at(place.column)):
                return with_facet(state, facet), ""
    return state, ""


def scrolled(state: State, screen: Size, event: Lines.Scrolled) -> State:
    """Return the state after what is under the pointer was scrolled."""
    place = _position(arrange(*screen, state.panel), event.column, event.line)
    panel = Panel.LIST if place is None or place.panel is Panel.AXIS else place.panel
    found = key_for("down" if event.steps > 0 else "up", panel)
    assert found is not None
    assert not isinstance(found.does, str)
    before = state.panel
    for _ in range(_WHEEL):
        state = found.does(state.having(panel=panel))
    return state.having(panel=before)


def _position(sizes: dict[Panel, Size], column: int, line: int) -> PanelPosition | None:
    return position_at(sizes, column, line - _ABOVE)

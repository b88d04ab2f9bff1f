"""Moves among the events: functions from state to state."""

from typing import TYPE_CHECKING

from timeline.dates import NO_START, Day
from timeline.explorer.state.found import FACETS
from timeline.explorer.state.state import Panel, State, Visit
from timeline.model import Facet

if TYPE_CHECKING:
    from timeline.analysis import Gap


def down(state: State) -> State:
    """Choose the next event, the next value, or scroll the card."""
    return _by(state, 1)


def up(state: State) -> State:
    """Choose the previous event, the previous value, or scroll the card."""
    return _by(state, -1)


def page_down(state: State) -> State:
    """Move down by a page."""
    return _by(state, state.page)


def page_up(state: State) -> State:
    """Move up by a page."""
    return _by(state, -state.page)


def first(state: State) -> State:
    """Move to the first event."""
    return _by(state, -max(len(state.found), _values(state)))


def last(state: State) -> State:
    """Move to the last event."""
    return _by(state, max(len(state.found), _values(state)))


def _values(state: State) -> int:
    return state.found.number_of_values(state.facet) if state.panel is Panel.FACETS else 0


def _by(state: State, steps: int) -> State:
    if state.panel is Panel.CARD:
        return state.having(card_line=max(0, state.card_line + steps))
    if state.panel is Panel.FACETS:
        value = max(0, min(state.value + steps, _values(state) - 1))
        return state.having(value=value, named="")
    return state.at(state.chosen + steps)


def next_year(state: State) -> State:
    """Move to the first event of the next year in which any begins."""
    start = _start(state)
    if start is None:
        return state
    next_year = Day(Day.from_ordinal(start).year + 1, 1, 1).ordinal
    following = state.found.events.rank_from(next_year)
    if state.found.events.start(following) < next_year:
        return state.having(message="no later year")
    return state.at(following)


def previous_year(state: State) -> State:
    """Move to the first event of this year, or of the year before that has any."""
    start = _start(state)
    if start is None or state.chosen == 0:
        return state
    rank = _first_of_year(state, start)
    if rank >= state.chosen:
        before = state.found.events.start(state.chosen - 1)
        rank = 0 if before == NO_START else _first_of_year(state, before)
    return state.at(rank)


def _start(state: State) -> int | None:
    if not len(state.found):
        return None
    return state.found.events.start(state.chosen)


def _first_of_year(state: State, day: int) -> int:
    return state.found.events.rank_from(Day(Day.from_ordinal(day).year, 1, 1).ordinal)


def next_gap(state: State) -> State:
    """Move to the event after the next of the longest gaps."""
    later = [gap for rank, gap in _gaps(state) if rank > state.chosen]
    return _past(state, later[0] if later else None)


def previous_gap(state: State) -> State:
    """Move to the event after the previous one of the longest gaps."""
    earlier = [gap for rank, gap in _gaps(state) if rank < state.chosen]
    return _past(state, earlier[-1] if earlier else None)


def longest_gap(state: State) -> State:
    """Move to the event after the longest gap."""
    return _past(state, next(iter(state.found.longest_gaps), None))


def past_gap(state: State, number: int) -> State:
    """Move to the event after one of the longest gaps, given its number."""
    return _past(state, state.found.longest_gaps[number])


def _gaps(state: State) -> "list[tuple[int, Gap]]":
    """Return the gaps in chronological order, each with the rank of the event after it."""
    return [(state.found.events.rank_near(gap.after.id), gap) for gap in state.found.gaps]


def _past(state: State, gap: "Gap | None") -> State:
    if gap is None:
        return state.having(message="there is no such gap")
    from timeline.analysis import gap_length

    length = gap_length(gap.first, gap.last, gap.before.date, gap.after.date)
    before, after = (one.date.without_time().describe() for one in (gap.before, gap.after))
    there = state.at(state.found.events.rank_near(gap.after.id))
    return there.having(message=f"{length} without events, between {before} and {after}")


def next_panel(state: State) -> State:
    """Go to the next panel."""
    return _panel_after(state, 1)


def previous_panel(state: State) -> State:
    """Go to the previous panel."""
    return _panel_after(state, -1)


def _panel_after(state: State, steps: int) -> State:
    order = list(Panel)
    return state.having(panel=order[(order.index(state.panel) + steps) % len(order)])


def to_list(state: State) -> State:
    """Go back to the list."""
    return state.having(panel=Panel.LIST)


def to_axis(state: State) -> State:
    """Go to the time axis."""
    return state.having(panel=Panel.AXIS)


def to_card(state: State) -> State:
    """Go to the card of the chosen event."""
    return state.having(panel=Panel.CARD)


def to_facets(state: State) -> State:
    """Go to the facets."""
    return state.having(panel=Panel.FACETS)


def next_facet(state: State) -> State:
    """Show the next facet."""
    following = FACETS[(FACETS.index(state.facet) + 1) % len(FACETS)]
    return with_facet(state, following)


def with_facet(state: State, facet: Facet) -> State:
    """Show a facet."""
    return state.having(facet=facet, value=0, named="")


def remembered(state: State) -> State:
    """Add the chosen event to the trail."""
    event = state.event
    if event is None:
        return state
    return state.having(trail=(*state.trail, Visit(state.question, event.id)))

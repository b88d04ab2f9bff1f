"""Going to an event that was added."""

from timeline.chronology import Timeline
from timeline.explorer.state.moves import remembered
from timeline.explorer.state.state import State
from timeline.text import visible


def event_added(before: Timeline, after: Timeline) -> str | None:
    """Return the id of an event that only the second chronology has."""
    # The first screen needs none of this.
    from timeline.search import new_id

    return new_id(before.index, after.index)


def at_added(state: State, identifier: str) -> State:
    """Return the state at an event that was added, or the message that it is not shown."""
    rank = state.found.events.rank_of(identifier)
    shown = f"added {visible(identifier)}"
    if rank is None:
        return state.having(message=f"{shown}, which is not in this question; x shows all events")
    return remembered(state).at(rank).having(message=shown)

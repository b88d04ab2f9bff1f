"""Going to an event that was added."""

from timeline.chronology import Timeline
from timeline.explorer.state import State, remembered
from timeline.text import visible


def new_event(before: Timeline, after: Timeline) -> str | None:
    """Return the id of the first event in order of ids that only the second chronology has."""
    sql = "SELECT id FROM event ORDER BY id"
    known = (row[0] for row in before.index.rows(sql))
    one = next(known, None)
    for (identifier,) in after.index.rows(sql):
        while one is not None and one < identifier:
            one = next(known, None)
        if one != identifier:
            return str(identifier)
    return None


def at_added(state: State, identifier: str) -> State:
    """Return the state at an event that was added, or the message that it is not shown."""
    rank = state.found.events.rank_of(identifier)
    shown = f"added {visible(identifier)}"
    if rank is None:
        return state.having(message=f"{shown}, which is not in this question; x shows all events")
    return remembered(state).at(rank).having(message=shown)

"""Zooming and panning the time axis: functions from state to state."""

from timeline.analysis.chart import Extent
from timeline.dates import NO_END, NO_START, SECONDS_OF_DAY, EventDate
from timeline.explorer.state.state import State

_SHORTEST = 30 * 60
"""The shortest part of time that the axis shows around a time of day, in seconds."""

_BY_SECOND = 4 * SECONDS_OF_DAY
"""Below this length, in seconds, the axis shows times of day."""

_FACTOR = 3
_PART = 3


def zoom_in(state: State) -> State:
    """Show a third of the time, around the chosen event."""
    first, last = _seconds(state.extent)
    length = (last - first) // _FACTOR
    if length < _shortest(state):
        return state.having(message="the date of the event is no more precise than the axis")
    middle = _middle(state, (first + last) // 2)
    return state.having(window=_extent(middle - length // 2, middle - length // 2 + length))


def _shortest(state: State) -> int:
    """Return the shortest part of time to show, in seconds: the chosen date fills it at most."""
    event = state.event
    if event is None or event.date.earliest is None:
        return _BY_SECOND
    if event.date.time_of_day is not None:
        return _SHORTEST
    until = event.date.begins_by or event.date.earliest
    days = until.ordinal - event.date.earliest.ordinal + 1
    return max(_BY_SECOND, days * SECONDS_OF_DAY)


def zoom_out(state: State) -> State:
    """Show three times as much of time, at most the whole."""
    first, last = _seconds(state.extent)
    low, high = _seconds(state.found.whole)
    length = (last - first) * _FACTOR
    if length >= high - low:
        return zoom_whole(state)
    start = max(low, min((first + last - length) // 2, high - length))
    return state.having(window=_extent(start, start + length))


def zoom_whole(state: State) -> State:
    """Show the whole time."""
    return state.having(window=None)


def pan_later(state: State) -> State:
    """Show later times."""
    return _panned(state, 1)


def pan_earlier(state: State) -> State:
    """Show earlier times."""
    return _panned(state, -1)


def _panned(state: State, direction: int) -> State:
    if state.window is None:
        return state
    first, last = _seconds(state.window)
    low, high = _seconds(state.found.whole)
    step = max(low - first, min(direction * ((last - first) // _PART), high - last))
    return state.having(window=_extent(first + step, last + step))


def following(state: State) -> State:
    """Return the state with a window that contains the chosen event."""
    event, window = state.event, state.window
    if event is None or window is None:
        return state
    first, last = _seconds(window)
    middle = _middle(state, first)
    if first <= middle <= last:
        return state
    start = middle - (last - first) // 2
    return state.having(window=_extent(start, start + last - first))


def positions(date: EventDate, extent: Extent) -> tuple[int, int] | None:
    """Return the first and last position of a date on an axis, None if both are open."""
    first = NO_START if date.earliest is None else date.earliest.ordinal
    last = NO_END if date.latest is None else date.latest.ordinal
    if first == NO_START and last == NO_END:
        return None
    if not extent.by_second:
        return first, last
    if date.time_of_day is not None and date.earliest is not None:
        second = first * SECONDS_OF_DAY + date.time_of_day
        return second, second
    return first * SECONDS_OF_DAY, (last + 1) * SECONDS_OF_DAY - 1


def _middle(state: State, otherwise: int) -> int:
    """Return the middle of the chosen event in seconds."""
    event = state.event
    if event is None or event.date.earliest is None:
        return otherwise
    if event.date.time_of_day is not None:
        return event.date.earliest.ordinal * SECONDS_OF_DAY + event.date.time_of_day
    until = event.date.begins_by or event.date.earliest
    return (event.date.earliest.ordinal + until.ordinal) * SECONDS_OF_DAY // 2


def _seconds(extent: Extent) -> tuple[int, int]:
    """Return the first and the last second of a part of time."""
    if extent.by_second:
        return extent.first, extent.last
    return extent.first * SECONDS_OF_DAY, (extent.last + 1) * SECONDS_OF_DAY - 1


def _extent(first: int, last: int) -> Extent:
    if last - first < _BY_SECOND:
        return Extent(first, last, by_second=True)
    return Extent(first // SECONDS_OF_DAY, last // SECONDS_OF_DAY)

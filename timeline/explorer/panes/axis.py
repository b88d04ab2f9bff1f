"""The time axis: when the events began, with what the list shows of them and the chosen event."""

from timeline.analysis.chart import Extent
from timeline.dates import Day
from timeline.explorer.panes.canvas import Canvas, Line
from timeline.explorer.state import Found, State, positions
from timeline.views.chart import Overview


class AxisPane:
    """Draws the axis. Events are counted anew only for another answer, extent or width."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._drawn_for: tuple[Found, Extent, int] | None = None
        self._overview: Overview | None = None

    def lines(self, state: State, shown: range, width: int) -> list[Line]:
        """Return the lines; `shown` are the ranks of the events in the list's view."""
        event, extent = state.event, state.extent
        chosen = None if event is None else positions(event.date, extent)
        overview = self._of(state, width)
        # What it counts is kept for the next time.
        _ = overview.counts
        return self._canvas.lines(overview.marked(_stretch(state, shown, extent), chosen), width)

    def day_at(self, state: State, column: int, width: int) -> int:
        """Return the ordinal of the day at a column."""
        return self._of(state, width).day_at(column)

    def _of(self, state: State, width: int) -> Overview:
        found, extent = state.found, state.extent
        if self._overview is None or self._drawn_for != (found, extent, width):
            today = Day.of(found.today)
            self._overview = Overview(found.timeline, found.selection, extent, today, width)
            self._drawn_for = found, extent, width
        return self._overview


def _stretch(state: State, shown: range, extent: Extent) -> tuple[int, int] | None:
    """Return the positions from the first event in view to the last."""
    if not shown:
        return None
    first, last = (
        positions(state.found.events[rank].date, extent) for rank in (shown[0], shown[-1])
    )
    return None if first is None or last is None else (first[0], max(first[0], last[0]))

"""The card of the chosen event, as `timeline show` draws it."""

from timeline.dates import Day
from timeline.explorer.panes.canvas import Canvas, Line
from timeline.explorer.state import State
from timeline.views import Card


def card_lines(state: State, canvas: Canvas, width: int, height: int) -> list[Line]:
    """Return the lines of the card from `card_line` on, at most `height`."""
    event = state.event
    if event is None:
        return []
    card = Card(state.found.timeline, event, Day.of(state.found.today))
    lines = canvas.lines(card, width)
    first = max(0, min(state.card_line, len(lines) - height))
    return lines[first : first + height]

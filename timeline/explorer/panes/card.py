"""The card of the chosen event, as `timeline show` draws it."""

from timeline.dates import Day
from timeline.explorer.panes.canvas import Canvas, Line
from timeline.explorer.state import State
from timeline.views import Card


class CardPane:
    """The `lines` of a card that are in view, and the number of the `first` of them."""

    def __init__(self, state: State, canvas: Canvas, width: int, height: int) -> None:
        self.first = 0
        self.lines: list[Line] = []
        event = state.event
        if event is not None:
            card = Card(state.found.timeline, event, Day.of(state.found.today))
            drawn = canvas.lines(card, width)
            self.first = max(0, min(state.card_line, len(drawn) - height))
            self.lines = drawn[self.first : self.first + height]

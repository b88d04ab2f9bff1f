"""The card of the chosen event, as `timeline show` draws it, and what its texts lead to."""

from typing import NamedTuple

from rich.segment import Segment

from timeline.dates import Day
from timeline.explorer.panes.canvas import Canvas, Line
from timeline.explorer.state import State
from timeline.views import Card
from timeline.views.layout import theme
from timeline.width import cells


class Target(NamedTuple):
    """What a text of the card leads to: a value of a facet, or an event."""

    kind: str
    id: str


class CardPane:
    """The `lines` of a card that are in view, and the number of the `first` of them."""

    def __init__(self, state: State, canvas: Canvas, width: int, height: int) -> None:
        drawn = _lines(state, canvas, width)
        self.first = max(0, min(state.card_line, len(drawn) - height))
        self.lines = drawn[self.first : self.first + height]

    def target_at(self, column: int, line: int) -> Target | None:
        """Return what the text at a place leads to, None if to nothing."""
        stop = 0
        for text, style, _ in self.lines[line] if line < len(self.lines) else ():
            stop += cells(text)
            if column < stop:
                found = theme.target(style)
                return None if found is None else Target(*found)
        return None


def targets(state: State, canvas: Canvas, width: int) -> list[tuple[Target, Line]]:
    """Return what the card leads to, each with its text."""
    found: dict[Target, Line] = {}
    last: tuple[str, str] | None = None
    is_first = True
    for line in _lines(state, canvas, width):
        for segment in line:
            to = theme.target(segment.style)
            if to is None and not segment.text.strip():
                # A text may go on below.
                continue
            if to is not None:
                is_first = Target(*to) not in found if to != last else is_first
                if is_first:
                    found.setdefault(Target(*to), []).append(segment)
            last = to
    return [(target, _of(target, text)) for target, text in found.items()]


_KINDS_WIDTH = 8


def _of(target: Target, text: Line) -> Line:
    """Return the line for a target: what it is, and its text, which may have been in lines."""
    *others, last = text
    words = [part for one in others for part in (one, Segment(" "))]
    # A comma stands between names.
    shown = Segment(last.text.rstrip(","), last.style)
    return [Segment(target.kind.ljust(_KINDS_WIDTH), theme.QUIET), *words, shown]


def _lines(state: State, canvas: Canvas, width: int) -> list[Line]:
    event = state.event
    if event is None:
        return []
    card = Card(state.found.timeline, event, Day.of(state.found.today), targets=True)
    return canvas.lines(card, width)

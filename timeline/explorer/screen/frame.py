"""Drawing a state: the lines of the main screen below the question."""

from collections.abc import Iterable

from textual.strip import Strip

from timeline.explorer.panes import (
    AxisPane,
    Canvas,
    CardPane,
    EventList,
    Line,
    facet_lines,
    facts_line,
    keys_line,
    status_line,
)
from timeline.explorer.screen.widgets import strips
from timeline.explorer.state import GAP, Panel, Size, State, arrange


class Frame:
    """What the main screen is drawn with: a canvas, and the panes that keep what they drew."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.list = EventList(canvas)
        self.axis = AxisPane(canvas)
        self.card: CardPane | None = None

    def draw(
        self, screen: Size, state: State, below: Line, problem: str, *, typing: bool
    ) -> tuple[State, list[Strip]]:
        """Return the lines of a state, and the state with what depends on the size of the screen.

        `below` is the line below the question, empty if there is none, and `problem` says what is
        wrong with the files. `typing` means that a question is being typed.
        """
        sizes = arrange(*screen, state.panel)
        beside: list[list[Strip]] = []
        if size := sizes.get(Panel.LIST):
            beside.append(_fitted(self.list.lines(state, *size), size))
            state = state.having(page=max(1, len(self.list.shown) - 1))
        if size := sizes.get(Panel.CARD):
            self.card = CardPane(state, self.canvas, *size)
            state = state.having(card_line=self.card.first)
            beside.append(_fitted(self.card.lines, size))
        elif size := sizes.get(Panel.FACETS):
            beside.append(_fitted(facet_lines(state, self.canvas, *size), size))
        above: list[Line] = []
        if Panel.AXIS in sizes:
            in_view = self.list.shown if Panel.LIST in sizes else range(0)
            above = self.axis.lines(state, in_view, screen.width)
        drawn = [
            *strips([below or facts_line(state, self.canvas, screen.width, problem)]),
            *(_fitted(above, sizes[Panel.AXIS]) if above else ()),
            *(_joined(row) for row in zip(*beside, strict=True)),
            *strips([status_line(state, self.canvas, screen.width)]),
            *strips([keys_line(None if typing else state.panel, screen.width)]),
        ]
        return state, drawn


def _fitted(lines: Iterable[Line], size: Size) -> list[Strip]:
    """Return lines with exactly the size of a panel."""
    drawn = [strip.adjust_cell_length(size.width) for strip in strips(lines)][: size.height]
    return drawn + [Strip.blank(size.width)] * (size.height - len(drawn))


def _joined(row: tuple[Strip, ...]) -> Strip:
    """Return the lines of panels side by side."""
    first, *others = row
    return Strip.join([first, *(part for one in others for part in (Strip.blank(GAP), one))])

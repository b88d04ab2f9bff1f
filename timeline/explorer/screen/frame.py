"""Drawing a state on the widgets of the main screen."""

from textual.screen import Screen

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
from timeline.explorer.screen.widgets import Lines
from timeline.explorer.state import Panel, State, arrange


class Frame:
    """What the main screen is drawn with: a canvas, and the panes that keep what they drew."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.list = EventList(canvas)
        self.axis = AxisPane(canvas)

    def draw(self, screen: Screen[None], state: State, below: Line, problem: str) -> State:
        """Draw a state, and return it with what depends on the size of the screen.

        `below` is the line below the question, empty if there is none, and `problem` says what is
        wrong with the files.
        """
        width, height = screen.app.size
        sizes = arrange(width, height, state.panel)
        shown: dict[str, tuple[int, list[Line]]] = {}
        if size := sizes.get(Panel.LIST):
            shown["list"] = size.width, self.list.lines(state, *size)
            state = state.having(page=max(1, len(self.list.shown) - 1))
        if size := sizes.get(Panel.AXIS):
            in_view = self.list.shown if Panel.LIST in sizes else range(0)
            shown["axis"] = width, self.axis.lines(state, in_view, size.width)
        if size := sizes.get(Panel.CARD):
            card = CardPane(state, self.canvas, *size)
            state = state.having(card_line=card.first)
            shown["side"] = size.width, card.lines
        elif size := sizes.get(Panel.FACETS):
            shown["side"] = size.width, facet_lines(state, self.canvas, *size)
        screen.query_one("#middle").display = "list" in shown or "side" in shown
        screen.query_one("#side").styles.margin = (0, 0, 0, 2 if "list" in shown else 0)
        shown["facts"] = width, [below or facts_line(state, self.canvas, width, problem)]
        shown["status"] = width, [status_line(state)]
        shown["keys"] = width, [keys_line(state.panel, width)]
        for widget in screen.query(Lines):
            drawn = shown.get(str(widget.id))
            widget.display = drawn is not None
            if drawn is not None:
                widget.styles.width = drawn[0]
                widget.show(drawn[1])
        return state

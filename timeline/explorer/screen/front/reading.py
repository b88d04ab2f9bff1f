"""A screen to read a text."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from timeline.explorer.panes import Line
from timeline.explorer.screen.front.front import Front, title_line
from timeline.explorer.screen.widgets import Lines, strips

_STEPS = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": 10, "space": 10, "pageup": -10}


_LEAVE = ("escape", "enter", "q", "question_mark", "f1", "ctrl+c")


class Text(Front):
    """Shows a text; `lines` returns its lines for a width in cells."""

    def __init__(self, title: str, lines: Callable[[int], list[Line]]) -> None:
        super().__init__()
        self._title = title
        self._text = lines
        self._first = 0

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        with Vertical():
            yield Lines("title")
            yield Lines("text")

    def draw(self) -> None:
        """Show the part of the text that there is room for."""
        title = f"{self._title}  (Esc goes back)"
        self.query_one("#title", Lines).show(strips([title_line(title, self.size.width)]))
        widget = self.query_one("#text", Lines)
        lines = self._text(widget.size.width)
        self._first = max(0, min(self._first, len(lines) - widget.size.height))
        widget.show(strips(lines[self._first :]))

    def on_lines_scrolled(self, event: Lines.Scrolled) -> None:
        """Scroll by the wheel."""
        event.stop()
        self._first += event.steps
        self.draw()

    def press(self, event: events.Key) -> bool:
        """Scroll, or leave."""
        if event.key in _STEPS:
            self._first += _STEPS[event.key]
            self.draw()
        elif event.key in _LEAVE:
            self.dismiss(None)
        else:
            return False
        return True

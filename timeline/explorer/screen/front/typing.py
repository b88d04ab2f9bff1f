"""A screen to type a line."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from timeline.explorer.panes import Line
from timeline.explorer.screen.front.front import Front, title_line
from timeline.explorer.screen.widgets import Lines, SafeInput, strips


class Prompt(Front):
    """Asks for a line, and returns it.

    `text` is what the line holds at first; `below` returns the lines below it for a width in cells.
    """

    def __init__(
        self, label: str, text: str = "", below: Callable[[int], list[Line]] = lambda _: []
    ) -> None:
        super().__init__()
        self._label = label
        self._first = text
        self._below = below

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        with Vertical():
            yield Lines("label")
            yield SafeInput(self._first, id="typed", compact=True, select_on_focus=False)
            yield Lines("text")

    def draw(self) -> None:
        """Show the label, and the lines below."""
        title = f"{self._label}  (Esc goes back)"
        self.query_one("#label", Lines).show(strips([title_line(title, self.size.width)]))
        self.query_one("#text", Lines).show(strips(self._below(self.size.width)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was typed."""
        event.stop()
        self.dismiss(event.value.strip() or None)

    def press(self, event: events.Key) -> bool:
        """Leave."""
        if event.key not in ("escape", "ctrl+c"):
            return False
        self.dismiss(None)
        return True

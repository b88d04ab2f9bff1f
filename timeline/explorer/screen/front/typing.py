"""A screen to type a line."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from timeline.explorer.screen.front.front import Front, title_line
from timeline.explorer.screen.widgets import Lines, SafeInput, strips


class Prompt(Front):
    """Asks for a line, and returns it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        with Vertical():
            yield Lines("label")
            yield SafeInput(id="typed", compact=True)

    def draw(self) -> None:
        """Show the label."""
        title = f"{self._label}  (Esc goes back)"
        self.query_one("#label", Lines).show(strips([title_line(title, self.size.width)]))

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

"""The widgets: lines drawn by the panes."""

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from timeline.explorer.panes import Line
from timeline.text import visible
from timeline.width import cells


class Lines(Widget):
    """Shows lines. Posts `Pressed` with the place of a click and `Scrolled` for the wheel."""

    class Pressed(Message):
        """A click at a column and a line of the widget."""

        def __init__(self, lines: "Lines", column: int, line: int) -> None:
            super().__init__()
            self.lines = lines
            self.column = column
            self.line = line

    class Scrolled(Message):
        """The wheel was turned by some steps, down if positive."""

        def __init__(self, lines: "Lines", steps: int) -> None:
            super().__init__()
            self.lines = lines
            self.steps = steps

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._strips: list[Strip] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Show lines from the top of the widget."""
        self._strips = [_strip(line) for line in lines]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line, as wide as the widget."""
        width = self.size.width
        if y >= len(self._strips):
            return Strip.blank(width)
        return self._strips[y].adjust_cell_length(width)

    def on_click(self, event: events.Click) -> None:
        """Tell of a click."""
        self.post_message(self.Pressed(self, event.x, event.y))

    def on_mouse_scroll_down(self, _: events.MouseScrollDown) -> None:
        """Tell of the wheel."""
        self.post_message(self.Scrolled(self, 1))

    def on_mouse_scroll_up(self, _: events.MouseScrollUp) -> None:
        """Tell of the wheel."""
        self.post_message(self.Scrolled(self, -1))


def _strip(line: Line) -> Strip:
    # Terminals differ from Rich in the width of some scripts.
    return Strip(line, sum(cells(text) for text, _, _ in line))


class SafeInput(Input):
    """A line to type, which shows characters that a terminal would act on as spaces."""

    def _on_paste(self, event: events.Paste) -> None:
        # The line holds several lines as one.
        text = " ".join(event.text.split())
        event.prevent_default()
        event.stop()
        self.replace(text, *self.selection)

    @property
    def _value(self) -> Text:
        shown = "".join(letter if visible(letter) == letter else " " for letter in self.value)
        return Text(shown, no_wrap=True, overflow="ignore", end="")

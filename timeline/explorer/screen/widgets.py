"""The widgets: lines drawn by the panes, and a line to type."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

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
    """Shows lines. Posts `Pressed` for a click and `Scrolled` for the wheel."""

    class Pressed(Message):
        """A click at a column and a line of the widget with this name.

        `is_other` tells that it was not the first button, or that a modifier was held.
        """

        def __init__(self, name: str, column: int, line: int, *, is_other: bool) -> None:
            super().__init__()
            self.name = name
            self.column = column
            self.line = line
            self.is_other = is_other

    class Scrolled(Message):
        """The wheel was turned by some steps, down if positive, at a place of the widget."""

        def __init__(self, steps: int, column: int, line: int) -> None:
            super().__init__()
            self.steps = steps
            self.column = column
            self.line = line

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._strips: Sequence[Strip] = []

    def show(self, strips: Sequence[Strip]) -> None:
        """Show lines from the top of the widget."""
        self._strips = strips
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line, as wide as the widget."""
        width = self.size.width
        if y >= len(self._strips):
            return Strip.blank(width)
        return self._strips[y].adjust_cell_length(width)

    def on_click(self, event: events.Click) -> None:
        """Tell of a click."""
        is_other = event.button != 1 or event.shift or event.ctrl or event.meta
        self.post_message(self.Pressed(str(self.id), event.x, event.y, is_other=is_other))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell of the wheel."""
        self.post_message(self.Scrolled(1, event.x, event.y))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell of the wheel."""
        self.post_message(self.Scrolled(-1, event.x, event.y))


def strips(lines: Iterable[Line]) -> list[Strip]:
    """Return lines as Textual draws them."""
    # Terminals differ from Rich in the width of some scripts.
    return [Strip(line, sum(cells(text) for text, _, _ in line)) for line in lines]


class SafeInput(Input, inherit_css=False):
    """A line to type, which shows characters that a terminal would act on as spaces.

    It looks as the style sheet of the application says, and not as Textual's lines do: their many
    rules take long to read.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = Input.COMPONENT_CLASSES

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

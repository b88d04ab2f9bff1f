"""The main screen: the line of the question, and the frame below it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from timeline.explorer.screen.question import QuestionLine
from timeline.explorer.screen.widgets import Lines

_AFTER_RESIZE = 0.3
"""When to paint the screen once more after its size has changed, in seconds."""


class Does(NamedTuple):
    """What the main screen does: with keys and the mouse, and to draw itself."""

    press: Callable[[events.Key], None]
    click: Callable[[Lines.Pressed], None]
    scroll: Callable[[Lines.Scrolled], None]
    draw: Callable[[], None]


class Main(Screen[None], inherit_bindings=False):
    """The main screen. Keys that no widget takes come here.

    `line` makes the line of the question, which needs a running application.
    """

    line: QuestionLine

    def __init__(self, line: Callable[[], QuestionLine], does: Does) -> None:
        super().__init__()
        self._make_line = line
        self.frame = _Frame(does.draw, self._was_resized)
        self._does = does

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        self.line = self._make_line()
        yield self.line
        yield self.frame

    def _was_resized(self) -> None:
        # A terminal may have shown what was meant for the size before.
        self.set_timer(_AFTER_RESIZE, self.refresh)

    def on_key(self, event: events.Key) -> None:
        """Do what a key does."""
        self._does.press(event)

    def on_lines_pressed(self, event: Lines.Pressed) -> None:
        """Do what a click does."""
        self._does.click(event)

    def on_lines_scrolled(self, event: Lines.Scrolled) -> None:
        """Do what a turn of the wheel does."""
        self._does.scroll(event)


class _Frame(Lines):
    """The lines below the question; `draws` draws them at another size."""

    def __init__(self, draws: Callable[[], None], resized: Callable[[], None]) -> None:
        super().__init__("frame")
        self._draws = draws
        self._resized = resized
        self._drawn_at: Size | None = None
        self._is_painting = False

    def show(self, strips: Sequence[Strip]) -> None:
        """Show lines; while they are painted, they need not be painted again."""
        self._drawn_at = self.size
        if self._is_painting:
            self._strips = strips
        else:
            super().show(strips)

    def render_line(self, y: int) -> Strip:
        """Return a line. If those of this size are not drawn yet, draw them first."""
        if self._drawn_at != self.size:
            self._is_painting = True
            self._draws()
            self._is_painting = False
        return super().render_line(y)

    def on_resize(self) -> None:
        """Draw at the new size, unless that is done."""
        if self._drawn_at != self.size:
            self._draws()
        self._resized()

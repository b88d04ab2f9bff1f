"""A screen to choose from a list."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from timeline.explorer.panes import Line, chosen_line
from timeline.explorer.screen.front.front import Front, title_line
from timeline.explorer.screen.widgets import Lines, SafeInput, strips

_MOVES = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
_LETTERS = {"j": 1, "k": -1, "space": 10}


class Choice(NamedTuple):
    """Something to choose: its lines, the text it is found by, and what choosing it returns."""

    lines: list[Line]
    text: str
    value: str


class Chooser(Front):
    """Lists choices, and returns the value of the chosen one.

    With `typing`, what is typed narrows the choices. `choices` returns them for a width in cells.
    """

    def __init__(
        self, title: str, choices: Callable[[int], Sequence[Choice]], *, typing: bool = False
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._typing = typing
        self._chosen = 0
        self._width = 0
        # All choices, those that what is typed leaves, and the one at each line.
        self._all: Sequence[Choice] = ()
        self._left: Sequence[Choice] = ()
        self._numbers: list[int] = []

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        with Vertical():
            yield Lines("title")
            if self._typing:
                yield SafeInput(id="typed", placeholder="type to narrow", compact=True)
            yield Lines("choices")

    def on_input_changed(self) -> None:
        """Narrow the choices."""
        self._chosen = 0
        self._narrow()
        self.draw()

    def _narrow(self) -> None:
        typed = self.query_one(SafeInput).value.casefold().split() if self._typing else []
        self._left = [
            one for one in self._all if all(word in one.text.casefold() for word in typed)
        ]

    def draw(self) -> None:
        """Show the choices that there is room for, with the chosen one among them."""
        widget = self.query_one("#choices", Lines)
        width, height = widget.size
        if width != self._width:
            self._width, self._all = width, self._choices(width)
            self._narrow()
        self._chosen = max(0, min(self._chosen, len(self._left) - 1))
        title = f"{self._title}  (Enter chooses, Esc goes back)"
        self.query_one("#title", Lines).show(strips([title_line(title, self.size.width)]))
        drawn: list[Line] = []
        self._numbers = []
        for number in range(self._first(height), len(self._left)):
            lines = self._left[number].lines
            is_chosen = number == self._chosen
            drawn += [chosen_line(line, width) for line in lines] if is_chosen else lines
            self._numbers += [number] * len(lines)
            if len(drawn) >= height and number >= self._chosen:
                break
        widget.show(strips(drawn))

    def _first(self, height: int) -> int:
        """Return the choice to start with, so that the whole of the chosen one is in view."""
        first = self._chosen
        used = sum(len(one.lines) for one in self._left[first : first + 1])
        while first and used + len(self._left[first - 1].lines) <= height:
            first -= 1
            used += len(self._left[first].lines)
        return first

    def on_lines_scrolled(self, event: Lines.Scrolled) -> None:
        """Move by the wheel."""
        event.stop()
        self._chosen += event.steps
        self.draw()

    def on_lines_pressed(self, event: Lines.Pressed) -> None:
        """Choose what was clicked."""
        event.stop()
        if event.name == "choices" and event.line < len(self._numbers):
            self.dismiss(self._left[self._numbers[event.line]].value)

    def press(self, event: events.Key) -> bool:
        """Move, choose or leave."""
        moves = _MOVES if self._typing else _MOVES | _LETTERS
        if event.key in moves:
            self._chosen += moves[event.key]
            self.draw()
        elif event.key == "enter":
            self.dismiss(self._left[self._chosen].value if self._left else None)
        elif event.key in ("escape", "ctrl+c") or (event.key == "q" and not self._typing):
            self.dismiss(None)
        else:
            return False
        return True

"""The screens in front of the main one: a text, a choice, and a line to type."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from timeline.explorer.panes import Line, chosen_line
from timeline.explorer.screen.widgets import Lines, SafeInput


class Choice(NamedTuple):
    """Something to choose: its lines, the text it is found by, and what choosing it returns."""

    lines: list[Line]
    text: str
    value: str


def _is_early(screen: ModalScreen[Any], event: events.Key) -> bool:
    """Put off a key that comes before a screen has its widgets; return whether that is so."""
    if screen.query(Lines):
        return False
    event.stop()
    screen.call_later(screen.on_key, event)  # type: ignore[attr-defined]
    return True


def _typed_early(screen: ModalScreen[str | None], event: events.Key) -> bool:
    """Give a letter to the line of a screen, which had no focus yet; return whether it took it."""
    line = next(iter(screen.query(Input)), None)
    if line is None or not event.is_printable or event.character is None:
        return False
    line.insert_text_at_cursor(event.character)
    return True


def _title(text: str, width: int) -> Line:
    return chosen_line([Segment(text)], width)


class Chooser(ModalScreen[str | None]):
    """Lists choices; returns the value of the chosen one, None if it is left.

    With `typing`, what is typed narrows the choices. `draw` returns the choices for a width in
    cells.
    """

    def __init__(
        self,
        title: str,
        draw: Callable[[int], Sequence[Choice]],
        *,
        typing: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._draw = draw
        self._typing = typing
        self._chosen = 0
        # The choice at each line.
        self._numbers: list[int] = []

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        with Vertical(classes="front"):
            yield Lines("title")
            if self._typing:
                yield SafeInput(id="typed", placeholder="type to narrow", compact=True)
            yield Lines("choices")

    def on_mount(self) -> None:
        """Show the choices once the size is known."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Show the choices at the new size."""
        self.call_after_refresh(self._show)

    def on_input_changed(self) -> None:
        """Narrow the choices."""
        self._chosen = 0
        self._show()

    def _choices(self) -> list[Choice]:
        width = self.query_one("#choices").size.width
        typed = self.query_one(Input).value.casefold().split() if self._typing else []
        return [
            one for one in self._draw(width) if all(word in one.text.casefold() for word in typed)
        ]

    def _show(self) -> None:
        choices = self._choices()
        width = self.query_one("#choices").size.width
        self._chosen = max(0, min(self._chosen, len(choices) - 1))
        self.query_one("#title", Lines).show(
            [_title(f"{self._title}  (Enter chooses, Esc goes back)", self.size.width)]
        )
        drawn: list[Line] = []
        numbers: list[int] = []
        until = 0
        for number, choice in enumerate(choices):
            is_chosen = number == self._chosen
            drawn += [chosen_line(line, width) if is_chosen else line for line in choice.lines]
            numbers += [number] * len(choice.lines)
            if is_chosen:
                until = len(drawn)
        height = self.query_one("#choices").size.height
        first = max(0, until - height)
        self._numbers = numbers[first:]
        self.query_one("#choices", Lines).show(drawn[first:])

    def on_lines_scrolled(self, event: Lines.Scrolled) -> None:
        """Move by the wheel."""
        event.stop()
        self._chosen += event.steps
        self._show()

    def on_lines_pressed(self, event: Lines.Pressed) -> None:
        """Choose what was clicked."""
        event.stop()
        if event.lines.id == "choices" and event.line < len(self._numbers):
            self.dismiss(self._choices()[self._numbers[event.line]].value)

    def on_key(self, event: events.Key) -> None:
        """Move, choose or leave."""
        if _is_early(self, event):
            return
        moves = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
        if not self._typing:
            moves |= {"j": 1, "k": -1, "space": 10}
        if event.key in moves:
            self._chosen += moves[event.key]
            self._show()
        elif event.key == "enter":
            choices = self._choices()
            self.dismiss(choices[self._chosen].value if choices else None)
        elif event.key in ("escape", "ctrl+c") or (event.key == "q" and not self._typing):
            self.dismiss(None)
        elif not _typed_early(self, event):
            return
        event.stop()


class Text(ModalScreen[None]):
    """Shows a text until a key closes it; `draw` returns its lines for a width in cells."""

    def __init__(self, draw: Callable[[int], list[Line]]) -> None:
        super().__init__()
        self._draw = draw
        self._first = 0

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        with Vertical(classes="front"):
            yield Lines("text")

    def on_mount(self) -> None:
        """Show the text once the size is known."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Show the text at the new size."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        widget = self.query_one("#text", Lines)
        lines = self._draw(widget.size.width)
        self._first = max(0, min(self._first, len(lines) - widget.size.height))
        widget.show(lines[self._first :])

    def on_lines_scrolled(self, event: Lines.Scrolled) -> None:
        """Scroll by the wheel."""
        event.stop()
        self._first += event.steps
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Scroll, or close."""
        if _is_early(self, event):
            return
        steps = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": 10, "space": 10, "pageup": -10}
        if event.key in steps:
            self._first += steps[event.key]
            self._show()
        else:
            self.dismiss(None)
        event.stop()


class Prompt(ModalScreen[str | None]):
    """Asks for a line; returns None if it is left."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        with Vertical(classes="front line"):
            yield Lines("label")
            yield SafeInput(id="typed", compact=True)

    def on_mount(self) -> None:
        """Show the label."""
        self.query_one("#label", Lines).show(
            [_title(f"{self._label}  (Esc goes back)", self.size.width)]
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was typed."""
        event.stop()
        self.dismiss(event.value.strip() or None)

    def on_key(self, event: events.Key) -> None:
        """Leave."""
        if _is_early(self, event):
            return
        if event.key in ("escape", "ctrl+c"):
            self.dismiss(None)
        elif not _typed_early(self, event):
            return
        event.stop()


Front = Chooser | Text | Prompt
"""The screens in front of the main one."""

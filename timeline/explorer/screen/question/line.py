"""The line of the question: it asks while it is typed, completes, and shows what is wrong."""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.timer import Timer
from textual.widgets import Input

from timeline.errors import QuestionError
from timeline.explorer.panes import Canvas, Line
from timeline.explorer.screen.question.completion import Completion, word_start
from timeline.explorer.screen.question.history import History
from timeline.explorer.screen.widgets import SafeInput
from timeline.explorer.state import TYPING
from timeline.text import visible
from timeline.views.layout import theme
from timeline.width import cells

if TYPE_CHECKING:
    from timeline.search import Candidate

_DELAY = 0.02
"""How long to wait for the next letter before asking, in seconds."""

_LONGER_DELAY = 0.2
"""How long to wait after the first letter of a word, in seconds."""


class Asking(NamedTuple):
    """What the line needs of the screen.

    `candidates` returns those for a word; `ask` asks a question. `asked` returns the last question
    that was asked, `shown` the one whose answer is shown. `draw` draws the screen again.
    """

    candidates: Callable[[str], "list[Candidate]"]
    ask: Callable[[str], None]
    asked: Callable[[], str]
    shown: Callable[[], str]
    draw: Callable[[], None]


class QuestionLine(SafeInput):
    """The question. It takes keys only while it is active."""

    def __init__(self, text: str, asking: Asking, history: History) -> None:
        super().__init__(
            text,
            placeholder="all events; / to ask",
            id="question",
            compact=True,
            select_on_focus=False,
        )
        self.cursor_blink = False
        self.can_focus = False
        self.is_active = False
        self._asking = asking
        self._history = history
        self._error: QuestionError | None = None
        self._completion = Completion("", 0, [])
        # The question to which Esc returns.
        self._before = text
        self._timer: Timer | None = None
        actions: dict[str, Callable[[], None]] = {
            "accept": self._end,
            "cancel": self._cancel,
            "complete": partial(self._complete, 1),
            "complete_back": partial(self._complete, -1),
            "earlier": partial(self._recall, -1),
            "later": partial(self._recall, 1),
        }
        self._actions = {one: actions[key.action] for key in TYPING for one in key.keys}

    def begin(self) -> None:
        """Take keys."""
        self.is_active = self.can_focus = True
        self._before = self._asking.shown()
        self._history.begin()
        self.screen.set_focus(self, scroll_visible=False)
        self._offer()

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key does that the line has not taken; return whether it does anything."""
        if does := self._actions.get(key):
            does()
        elif character and character.isprintable():
            # Typed before the line had the focus.
            self.insert_text_at_cursor(character)
        else:
            return False
        return True

    def _cancel(self) -> None:
        self._end()
        if self._asking.asked() != self._before:
            self._asking.ask(self._before)

    def _recall(self, steps: int) -> None:
        self._put(self._history.step(steps))

    def _put(self, text: str, cursor: int | None = None) -> None:
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor

    def _end(self) -> None:
        self.is_active = self.can_focus = False
        if self._timer is not None:
            # What was typed last is answered at once.
            self._timer.stop()
            self._ask()
        self.screen.set_focus(None)
        if self._error is not None:
            # What is shown answers the question before.
            self.value = self._asking.shown()
            self._error = None
        self._history.add(self.value)
        self._offer()
        self._asking.draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask a little later, unless another letter follows."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.value == self._asking.asked():
            return
        # A word of one letter finds too much to be worth an answer if another letter follows.
        is_short = re.search(r"(?:^|\s)\w$", self.value)
        self._timer = self.set_timer(_LONGER_DELAY if is_short else _DELAY, self._ask)

    @property
    def is_waiting(self) -> bool:
        """Whether what was typed is still to be asked."""
        return self._timer is not None

    def _ask(self) -> None:
        self._timer = None
        self._asking.ask(self.value)

    def answered(self, question: str) -> None:
        """Tell that a question was answered."""
        self._error = None
        if not self.is_active:
            self.value = question
        self._offer()

    def refused(self, error: QuestionError) -> None:
        """Tell that a question has an error."""
        self._error = error
        self._offer()
        self._asking.draw()

    def _offer(self) -> None:
        if self._completion.is_choosing and self._completion.text == self.value and self.is_active:
            # The candidates stay while one goes through them.
            return
        at = self.cursor_position
        word = self.value[word_start(self.value, at) : at]
        offered = self._asking.candidates(word) if self.is_active else []
        self._completion = Completion(self.value, at, offered)

    def _complete(self, steps: int) -> None:
        self._offer()
        self._put(*self._completion.step(steps))
        self._asking.draw()

    def below(self, width: int, canvas: Canvas) -> Line:
        """Return the line to show below the question: what is wrong, or how it may go on."""
        if self._completion.names:
            return self._completion.line(width, canvas.ellipsis)
        return [] if self._error is None else _wrong(self._error, width, canvas)


def _wrong(error: QuestionError, width: int, canvas: Canvas) -> Line:
    """Return what is wrong with a question, under the wrong part if there is room."""
    mark = " " * cells(visible(error.question[: error.start]))
    mark += "^" * max(1, cells(visible(error.question[error.start : error.end])))
    advice = [_here(line) for line in error.advice.splitlines()[:1]]
    shown = visible(" - ".join([error.message, *advice]))
    if cells(mark) + 1 + cells(shown) > width:
        mark = mark.strip()[:1]
    return [
        Segment(f"{mark} ", theme.PEAK),
        Segment(canvas.cut(shown, width - cells(mark) - 1)),
    ]


def _here(advice: str) -> str:
    """Return advice with what to do on this screen in place of a command for the shell."""
    return re.sub(
        r"'timeline [a-z -]+' lists them", "delete the name and press Tab for a list", advice
    )

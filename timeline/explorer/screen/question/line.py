"""The line of the question: it asks as one types, completes, and shows what is wrong."""

import os
import re
from collections.abc import Callable

from rich.segment import Segment
from textual.timer import Timer
from textual.widgets import Input

from timeline.errors import QuestionError
from timeline.explorer.panes import Line
from timeline.explorer.screen.widgets import SafeInput
from timeline.search import Candidate
from timeline.text import visible
from timeline.views.layout import theme
from timeline.width import cells

_DELAY = 0.02
"""How long to wait for the next letter before asking, in seconds."""

_LONGER_DELAY = 0.2
"""How long to wait after the first letter of a word, in seconds."""

_MOST_SHOWN = 12


class QuestionLine(SafeInput):
    """The question. It takes keys only while it is active.

    `completing` returns the candidates for a word, `asks` asks what is typed, and `draws` draws the
    screen again.
    """

    def __init__(
        self,
        text: str,
        completing: Callable[[str], list[Candidate]],
        asks: Callable[[str], None],
        draws: Callable[[], None],
    ) -> None:
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
        self._completing = completing
        self._asks = asks
        self._draws = draws
        self._error: QuestionError | None = None
        self._offered: list[Candidate] = []
        self._asked = self._sent = self._before = text
        self._timer: Timer | None = None
        self._history: list[str] = []
        self._recalled = 0

    def begin(self) -> None:
        """Take keys."""
        self.is_active = self.can_focus = True
        self._before = self._asked
        self._recalled = len(self._history)
        self.screen.set_focus(self, scroll_visible=False)
        self._offer()

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key does that the line has not taken; return whether it does anything."""
        if key == "enter":
            self._end()
        elif key == "escape":
            self._end()
            if self._asked != self._before:
                self._asks(self._before)
        elif key == "tab":
            self._complete()
        elif key in ("up", "down"):
            self._recall(-1 if key == "up" else 1)
        elif character and character.isprintable():
            # Typed before the line had the focus.
            self.insert_text_at_cursor(character)
        else:
            return False
        return True

    def _end(self) -> None:
        if self._asked and self._asked not in self._history[-1:]:
            self._history.append(self._asked)
        self.is_active = self.can_focus = False
        if self._timer is not None:
            # What was typed last is answered at once.
            self._timer.stop()
            self._ask()
        self.screen.set_focus(None)
        self._offered = []
        if self._error is not None:
            # What is shown answers the question before.
            self.value = self._sent = self._asked
            self._error = None
        self._draws()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask a little later, unless another letter follows."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.value == self._sent:
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
        self._sent = self.value
        self._asks(self.value)

    def answered(self, question: str) -> None:
        """Tell that a question was answered."""
        self._asked, self._error = question, None
        if not self.is_active:
            self.value = self._sent = question
        self._offer()

    def refused(self, error: QuestionError) -> None:
        """Tell that a question has an error."""
        self._error = error
        self._offer()
        self._draws()

    def _word(self) -> tuple[int, str]:
        """Return the start of the word before the cursor, and the word up to there."""
        before = self.value[: self.cursor_position]
        start = max(before.rfind(" "), before.rfind("(")) + 1
        return start, before[start:]

    def _offer(self) -> None:
        word = self._word()[1]
        offered = self._completing(word) if self.is_active else []
        # A complete word needs no candidates.
        self._offered = [] if [one.value for one in offered] == [word] else offered

    def _complete(self) -> None:
        start, word = self._word()
        self._offer()
        values = [_as_written(one.value) for one in self._offered]
        # Characters are meant, not parts of a path.
        common = os.path.commonprefix(values)  # noqa: RUF071
        if len(common) <= len(word):
            self._draws()
            return
        end = " " if len(values) == 1 and not common.endswith(":") else ""
        after = self.value[self.cursor_position :]
        self.value = self.value[:start] + common + end + after
        self.cursor_position = start + len(common) + len(end)

    def _recall(self, steps: int) -> None:
        self._recalled = max(0, min(self._recalled + steps, len(self._history)))
        recalled = [*self._history, ""][self._recalled]
        self.value = recalled
        self.cursor_position = len(recalled)

    def below(self, width: int) -> Line:
        """Return the line to show below the question: what is wrong, or how it may go on."""
        if self._error is not None and not self._offered:
            before = visible(self._error.question[: self._error.start])
            wrong = visible(self._error.question[self._error.start : self._error.end])
            mark = " " * cells(before) + "^" * max(1, cells(wrong))
            advice = self._error.advice.splitlines()
            message = " - ".join([self._error.message, *advice[:1]])
            shown = visible(message)
            if cells(mark) + 1 + cells(shown) > width:
                mark = mark.strip()[:1]
            return [Segment(f"{mark} ", theme.PEAK), Segment(shown)]
        if not self._offered:
            return []
        start, _ = self._word()
        names = "  ".join(one.value for one in self._offered[:_MOST_SHOWN])
        return [Segment(" " * cells(visible(self.value[:start]))), Segment(names, theme.QUIET)]


def _as_written(value: str) -> str:
    """Return a candidate as it is written in a question: a name of several words is quoted."""
    field, colon, name = value.partition(":")
    return f'{field}:"{name}"' if colon and " " in name else value

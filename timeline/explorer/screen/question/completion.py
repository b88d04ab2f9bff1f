"""Completion of the word at the cursor, and the line of candidates below the question."""

import os
import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.explorer.panes import Line
from timeline.index import Index
from timeline.query import FIELDS
from timeline.text import visible
from timeline.views.layout import theme
from timeline.width import cells

if TYPE_CHECKING:
    from timeline.search import Candidate

_CHOSEN = Style(reverse=True)
_BETWEEN = "  "


class Completion:
    """The candidates for the word of a question that ends at the cursor.

    The first Tab completes what all candidates share; the next ones go through them.
    """

    def __init__(self, text: str, cursor: int, candidates: "Sequence[Candidate]") -> None:
        self.start = word_start(text, cursor)
        self._after = text[cursor:]
        self._before = text[: self.start]
        self._word = text[self.start : cursor]
        # A complete word needs no candidates.
        is_complete = [one.value for one in candidates] == [self._word]
        self.names = [] if is_complete else [one.value for one in candidates]
        self._chosen: int | None = None
        self.text = text

    def step(self, steps: int) -> tuple[str, int]:
        """Return the text after Tab, or with -1 after Shift-Tab, and the place of the cursor."""
        values = [_as_written(name) for name in self.names]
        # Characters are meant, not parts of a path.
        word = os.path.commonprefix(values)  # noqa: RUF071
        if self._chosen is not None or len(word) <= len(self._word):
            word = self._next(values, steps)
        elif len(values) == 1 and not word.endswith(":"):
            word += " "
        self.text = self._before + word + self._after
        return self.text, self.start + len(word)

    @property
    def is_choosing(self) -> bool:
        """Whether Tab goes through the candidates."""
        return self._chosen is not None

    def _next(self, values: Sequence[str], steps: int) -> str:
        if not values:
            return self._word
        if self._chosen is None:
            self._chosen = 0 if steps > 0 else len(values) - 1
        else:
            self._chosen = (self._chosen + steps) % len(values)
        return values[self._chosen]

    def line(self, width: int, ellipsis: str) -> Line:
        """Return the line of candidates below the word, with the chosen one among them."""
        margin = cells(visible(self._before))
        if margin + max(map(cells, self.names), default=0) > width:
            margin = 0
        first, last = self._shown(width - margin - 2 * (cells(ellipsis) + len(_BETWEEN)))
        line = [Segment(" " * margin)]
        if first:
            line.append(Segment(ellipsis + _BETWEEN, theme.QUIET))
        for number in range(first, last):
            style = _CHOSEN if number == self._chosen else theme.QUIET
            line += [Segment(self.names[number], style), Segment(_BETWEEN)]
        if last < len(self.names):
            line.append(Segment(ellipsis, theme.QUIET))
        return line

    def _shown(self, room: int) -> tuple[int, int]:
        """Return the range of the candidates that there is room for, the chosen one among them."""
        chosen = self._chosen or 0
        first = last = 0
        used = 0
        while last < len(self.names) and (last <= chosen or used < room):
            used += cells(self.names[last]) + len(_BETWEEN)
            if used > room and last > chosen:
                break
            last += 1
            while used > room and first < chosen:
                used -= cells(self.names[first]) + len(_BETWEEN)
                first += 1
        return first, last


def candidates_for(index: Index, word: str) -> "list[Candidate]":
    """Return the candidates for a word of a question."""
    # The first screen needs none of this.
    from timeline.search import candidates, word_candidates

    return word_candidates(word, partial(candidates, index), dict.fromkeys(FIELDS, ""))


def word_start(text: str, cursor: int) -> int:
    """Return where the word before the cursor starts."""
    before = text[:cursor]
    return max(before.rfind(" "), before.rfind("(")) + 1


def _as_written(value: str) -> str:
    """Return a candidate as it is written in a question: a name of several words is quoted."""
    found = re.fullmatch(r"(.*?[:?])(.* .*)", value)
    return f'{found[1]}"{found[2]}"' if found else value

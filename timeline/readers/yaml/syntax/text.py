"""The text of a YAML file, as passed to the parser."""

import re
from collections import deque
from typing import NamedTuple

from timeline.readers.items import Place
from timeline.readers.report import Report
from timeline.readers.text import LINE_BREAK, ByteStream, CheckedText
from timeline.readers.yaml.syntax.surrogates import cut_pair, with_stand_ins

# YAML ends an unquoted text here, but the `#` of a comment usually has a space after it.
_COMMENT = re.compile(r"(?<=\S)[ \t]+(#[^\s#].*)")


class Comment(NamedTuple):
    """A comment that may be the rest of a text, which ends at `after`."""

    after: tuple[int, int]
    place: Place


class YamlText(CheckedText):
    """The text of a YAML file.

    `comments` are those read so far, in order; the code that knows where texts end removes them.
    `has_surrogates` means that a character so far is escaped as in UTF-16 (see `surrogates`).
    """

    def __init__(self, stream: ByteStream, report: Report, longest_part: int) -> None:
        self.comments: deque[Comment] = deque()
        self.has_surrogates = False
        super().__init__(stream, report, longest_part)

    def begin(self, offset: int, line: int, before: str) -> None:
        """Continue reading at byte `offset`, where a line begins, as if `before` preceded it."""
        self.comments.clear()
        self._held = ""
        super().begin(offset, line, before)

    def _next(self) -> str:
        while True:
            line, column = self.line, self.column
            more = super()._next()
            if " #" in more or "\t#" in more:
                self._note_comments(more, line, column)
            text = self._held + more
            end = cut_pair(text) if more else len(text)
            self._held = text[end:]
            text = text[:end]
            if text or not more:
                replaced = with_stand_ins(text)
                self.has_surrogates |= replaced is not text
                return replaced

    def _note_comments(self, text: str, line: int, column: int) -> None:
        before = column - 1
        for number, one in enumerate(LINE_BREAK.split(text), line):
            for found in _COMMENT.finditer(one):
                place = Place(number, before + found.start(1) + 1, len(found[1]))
                self.comments.append(Comment((number, before + found.start() + 1), place))
            before = 0

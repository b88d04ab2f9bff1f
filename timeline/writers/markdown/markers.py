"""A chronology inside an article: only the text between two marks is replaced."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.errors import TimelineError

OPENING = "<!-- timeline -->"
CLOSING = "<!-- /timeline -->"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MARK = re.compile(rb" {0,3}<!-- (/?)timeline -->[ \t]*")
_FENCE = re.compile(rb" {0,3}(`{3,}(?=[^`]*\Z)|~{3,})(.*)", re.DOTALL)
_FOOTNOTE = re.compile(rb"\[\^([^\]\s]+)\]")


class MarkerError(TimelineError):
    """A document that does not have exactly one pair of marks."""


class Marked:
    """A document with a pair of marks, each on a line of its own.

    As with a code fence, up to three spaces may precede a mark. A mark inside a code fence does not
    count. Raises MarkerError if there is no pair, more than one, or one mark without the other.
    """

    def __init__(self, document: bytes) -> None:
        marks = list(_marks(document))
        if [mark.opens for mark in marks] != [True, False]:
            raise MarkerError(_why_not([mark.opens for mark in marks]))
        opening, closing = marks
        self._before = document[: opening.end]
        self._after = document[closing.start :]
        self._line_end = opening.line_end.decode()

    @property
    def footnotes(self) -> frozenset[str]:
        """The labels of the footnotes outside the marks."""
        found = _FOOTNOTE.findall(self._before) + _FOOTNOTE.findall(self._after)
        return frozenset(label.decode(errors="replace") for label in found)

    def with_text(self, chunks: Iterable[str]) -> bytes:
        """Return the document with a text between the marks, with the first mark's line ends."""
        text = "".join(chunks).strip("\n")
        # Some Markdown parsers end an HTML comment only at an empty line.
        lines = ["", *text.split("\n"), "", ""] if text else [""]
        return self._before + self._line_end.join(lines).encode() + self._after


class _Mark(NamedTuple):
    """A line with a mark; `start` and `end` are byte offsets, including its line end."""

    opens: bool
    start: int
    end: int
    line_end: bytes


def _marks(document: bytes) -> Iterator[_Mark]:
    fence = b""
    end = 0
    for whole in document.splitlines(keepends=True):
        start, end = end, end + len(whole)
        if not start and whole.startswith(_BYTE_ORDER_MARK):
            whole = whole.removeprefix(_BYTE_ORDER_MARK)
        line = whole.rstrip(b"\r\n")
        found = _FENCE.fullmatch(line)
        if fence:
            if found and found[1].startswith(fence) and not found[2].strip():
                fence = b""
        elif found:
            fence = found[1]
        elif mark := _MARK.fullmatch(line):
            yield _Mark(not mark[1], start, end, whole[len(line) :])


def _why_not(openings: list[bool]) -> str:
    if not openings:
        return f"it has no lines '{OPENING}' and '{CLOSING}': put them where the chronology goes"
    if openings == [True]:
        return f"it has no line '{CLOSING}' after '{OPENING}'"
    if openings == [False]:
        return f"it has no line '{OPENING}' before '{CLOSING}'"
    if openings == [False, True]:
        return f"'{CLOSING}' comes before '{OPENING}'"
    return f"it has more than one pair of '{OPENING}' and '{CLOSING}'"

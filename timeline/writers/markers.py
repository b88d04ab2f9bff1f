"""A chronology inside an article: what stands between two marks is replaced, nothing else."""

import re
from collections.abc import Iterable

from timeline.errors import TimelineError

OPENING = "<!-- timeline -->"
CLOSING = "<!-- /timeline -->"

_MARK = re.compile(rb"^[ \t]*<!-- (/?)timeline -->[ \t]*(\r\n|\n|\r|\Z)", re.MULTILINE)
_FOOTNOTE = re.compile(rb"\[\^([^\]\s]+)\]")


class MarkerError(TimelineError):
    """A document without one pair of marks to write between."""


class Marked:
    """A document with a pair of marks, each in a line of its own.

    Raises MarkerError where there is none, or more than one, or one without the other.
    """

    def __init__(self, document: bytes) -> None:
        marks = list(_MARK.finditer(document))
        if [mark[1] for mark in marks] != [b"", b"/"]:
            raise MarkerError(_why_not([mark[1] == b"" for mark in marks]))
        opening, closing = marks
        self._before = document[: opening.end()]
        self._after = document[closing.start() :]
        self._line_end = opening[2].decode()

    @property
    def footnotes(self) -> frozenset[str]:
        """The labels of the footnotes outside the marks."""
        found = _FOOTNOTE.findall(self._before) + _FOOTNOTE.findall(self._after)
        return frozenset(label.decode(errors="replace") for label in found)

    def with_text(self, chunks: Iterable[str]) -> bytes:
        """Return the document with a text between the marks, in the document's own line ends."""
        text = "".join(chunks).strip("\n")
        # An HTML comment is a block that ends with an empty line: without one, no Markdown.
        lines = ["", *text.split("\n"), "", ""] if text else [""]
        return self._before + self._line_end.join(lines).encode() + self._after


def _why_not(openings: list[bool]) -> str:
    if not openings:
        return f"it has no lines '{OPENING}' and '{CLOSING}': put them where the chronology goes"
    if openings == [True]:
        return f"it has no line '{CLOSING}' after '{OPENING}'"
    if openings == [False]:
        return f"it has no line '{OPENING}' before '{CLOSING}'"
    if openings == [False, True]:
        return f"'{CLOSING}' stands before '{OPENING}'"
    return f"it has more than one pair of '{OPENING}' and '{CLOSING}'"

"""Replacing parts of a text, and nothing else of it."""

from collections.abc import Iterable
from typing import NamedTuple

from timeline.editing.yaml.nodes import TextRange


class Splice(NamedTuple):
    """A part of a text, and the text that replaces it. An empty part is a place to insert."""

    span: TextRange
    text: str

    def moved(self, by: int) -> "Splice":
        """Return the same splice in a text that begins `by` characters earlier."""
        return Splice(TextRange(self.span.start + by, self.span.end + by), self.text)


def insertion(at: int, text: str) -> Splice:
    """Return the splice that inserts a text."""
    return Splice(TextRange(at, at), text)


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with splices, which must not overlap.

    Texts that are inserted at one place come in the given order.
    """
    pieces = []
    done = 0
    for (start, end), replacement in sorted(splices, key=lambda splice: splice.span):
        pieces += [text[done:start], replacement]
        done = end
    return "".join([*pieces, text[done:]])

"""The width of text in terminal cells, and fitting text to a width."""

import re
from functools import lru_cache

# One cell each: most European letters, punctuation, arrows, lines and boxes. Text of these alone
# needs no width tables, which take longer to load than the rest of the program.
_NARROW = "[ -~\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u22ff\u2500-\u25fc]*"

_VIRAMA = 9
"""The combining class of the sign that removes the vowel of a consonant in Indian scripts."""


def cells(text: str) -> int:
    """Return the width of `text` in terminal cells; a control character counts as one."""
    return len(text) if text.isascii() else _cells(text)


@lru_cache(maxsize=4096)
def _cells(text: str) -> int:
    if re.fullmatch(_NARROW, text):
        return len(text)
    from unicodedata import category, combining

    from wcwidth import wcswidth

    # Terminals give a spacing vowel sign, and each consonant of a conjunct, a cell of its own;
    # releases of wcwidth differ. Without its virama, a conjunct is just its consonants.
    letters = (c for c in text if combining(c) != _VIRAMA)
    return int(wcswidth("".join("?" if category(c) in ("Cc", "Cs", "Mc") else c for c in letters)))


def chopped(text: str, width: int) -> list[str]:
    """Return `text` in pieces of at most `width` cells; a wider character is a piece of its own.

    Zero-width characters stay with the character before them. An empty text is one empty piece.
    """
    if text.isascii():
        return [text[start : start + width] for start in range(0, len(text), width)] or [""]
    pieces = [""]
    for one in text:
        longer = pieces[-1] + one
        if cells(longer) <= width or cells(longer) == cells(pieces[-1]) or not pieces[-1]:
            pieces[-1] = longer
        else:
            pieces.append(one)
    return pieces


def fitted(text: str, width: int) -> str:
    """Return `text` cut or padded with spaces to exactly `width` cells."""
    start = text if cells(text) <= width else chopped(text, max(1, width))[0]
    # A wide character does not fit in one cell; a joiner at the end would join with the padding.
    start = start.rstrip("\u200d") if cells(start) <= width else ""
    return start + " " * (width - cells(start))

"""When two spellings are the same name, and which name a misspelt one was meant to be."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_DROPPED = re.compile(r"[.'’ʼ]")
_GAP = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the words of `text` without case, accents and punctuation, a space between them.

    Two names are the same when they fold to the same text: `François`, `FRANCOIS`; `U.S.`, `us`;
    `sergei-lavrov`, `Sergei Lavrov`.
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _GAP.sub(" ", _DROPPED.sub("", text.casefold())).strip()


def composed(text: str) -> str:
    """Return `text` with each accented letter as one character (Unicode NFC), to be searched."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def slug(text: str, longest: int = 60) -> str:
    """Return `text` as an id: its folded words joined by dashes, whole words up to `longest`."""
    words = fold(text).split()
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:longest]
        if len(longer) > longest:
            break
        made = longer
    return made or "event"


def closest(name: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return the names most like `name`, most alike first; none where none is much like it."""
    from difflib import get_close_matches

    by_fold = {fold(candidate): candidate for candidate in names}
    return [by_fold[match] for match in get_close_matches(fold(name), by_fold, count, 0.7)]


def listed(words: Iterable[str], last: str = "or") -> str:
    """Return words as a sentence lists them: `a, b or c`."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final

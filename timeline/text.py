"""Making text safe to show, and comparing names regardless of spelling."""

import re
from collections.abc import Iterable
from functools import lru_cache

LONGEST_COMPARED = 1000
"""The maximum length of a name that is looked for in others: SQLite refuses longer patterns."""

# Patterns are compiled only when used: nearly all text is printable and needs none of them.
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
_BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
_DROPPED = r"[.'’ʼ]"
_GAP = r"[\W_]+"
# Thai, Lao, Tibetan, Burmese, Khmer, kana, bopomofo, Han, and Han in the supplementary planes.
_WITHOUT_SPACES = (
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_UNSHOWABLE = f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_BIDIRECTIONAL}]"


def control_in(text: str) -> re.Match[str] | None:
    """Find a forbidden character: C0 except tab and newline, DEL, C1 or a lone surrogate."""
    return None if text.isprintable() else re.search(_CONTROL, text)


def bidirectional_control_in(text: str) -> re.Match[str] | None:
    """Find an embedding, override or isolate, which can show a line in a misleading order."""
    return None if text.isprintable() else re.search(f"[{_BIDIRECTIONAL}]", text)


def name_of(character: str) -> str:
    """Return the code point of a character in Unicode notation: `U+001B`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Return `text` made safe for one line of a terminal, with white space collapsed.

    A control character, lone surrogate or bidirectional control becomes its code point in brackets
    (`<U+001B>`), so that it is visible and has no effect.
    """
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    folded = re.sub(r"[ \t\r\n\u2028\u2029]+", " ", text).strip(" ")
    return re.sub(_UNSHOWABLE, lambda found: f"<{name_of(found[0])}>", folded)


def visible_lines(text: str) -> list[str]:
    """Return the lines of a longer text, with their indentation, made safe for a terminal.

    There is one empty line between paragraphs, and none before the first or after the last.
    """
    found: list[str] = []
    # A line end is not printable, so most texts are one line.
    lines = [text] if text.isprintable() else re.split(r"\r\n|[\r\n\u2028\u2029]", text)
    for line in lines:
        shown = visible(line)
        indented = line.expandtabs(4)
        if shown:
            found.append(" " * (len(indented) - len(indented.lstrip(" "))) + shown)
        elif found and found[-1]:
            found.append("")
    return found if not found or found[-1] else found[:-1]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the words of `text` without case, accents and punctuation, separated by spaces.

    Two names are the same if they fold to the same text: `François`, `FRANCOIS`; `U.S.`, `us`;
    `sergei-lavrov`, `Sergei Lavrov`.
    """
    if not text.isascii():
        import unicodedata

        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(_GAP, " ", re.sub(_DROPPED, "", text.casefold())).strip()


def searchable(text: str) -> str:
    """Return `text` for full-text search: in Unicode NFC, and with spaces between words.

    In Chinese, Japanese, Thai and other scripts without spaces between words, each character is
    a word, so that any part of a text can be found.
    """
    if text.isascii():
        return text
    import unicodedata

    return re.sub(_WITHOUT_SPACES, r" \g<0> ", unicodedata.normalize("NFC", text))


def is_without_spaces(text: str) -> bool:
    """Return whether a text has a character of a script without spaces between words."""
    return not text.isascii() and re.search(_WITHOUT_SPACES, text) is not None


def slug(text: str, longest: int = 60) -> str:
    """Return `text` as an id: its folded words joined by dashes, at most `longest` characters."""
    words = fold(text).split()
    joined = ""
    for word in words:
        longer = f"{joined}-{word}" if joined else word[:longest]
        if len(longer) > longest:
            break
        joined = longer
    return joined or "event"


def closest(name: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return the names spelt most like `name`, the closest first.

    Names of four letters or more may differ by one edit, of six or more by two, and of ten or more
    by three. Names that begin with `name` are returned too, if it has three letters or more. None
    is close to a name of more than `LONGEST_COMPARED` letters.
    """
    asked = fold(name)
    if len(asked) > LONGEST_COMPARED:
        return []
    letters = set(asked)
    near = []
    for place, (folded, candidate) in enumerate({fold(one): one for one in names}.items()):
        longest = max(len(asked), len(folded))
        most = (longest >= 4) + (longest >= 6) + (longest >= 10)
        if len(asked) >= 3 and folded.startswith(asked):
            near.append((int(folded != asked), place, candidate))
        # Counting edits is slow. Each of them changes at most two letters of the set.
        elif (
            asked
            and abs(len(asked) - len(folded)) <= most
            and len(letters.symmetric_difference(folded)) <= 2 * most
        ):
            apart = edits(asked, folded)
            if apart <= most:
                near.append((apart, place, candidate))
    return [candidate for _, _, candidate in sorted(near)[:count]]


def edits(one: str, other: str) -> int:
    """Return the number of edits: letters added, deleted, replaced or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        last, before, row = before, row, [i + 1]
        for j, counterpart in enumerate(other):
            best = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != counterpart))
            if i and j and letter == other[j - 1] and one[i - 1] == counterpart:
                best = min(best, last[j - 1] + 1)
            row.append(best)
    return row[-1]


def listed(words: Iterable[str], last: str = "or") -> str:
    """Return words as a list in a sentence: `a, b or c`."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final

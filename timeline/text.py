"""Text that is safe to show, when two spellings are the same name, and which are alike."""

import re
from collections.abc import Iterable
from functools import lru_cache

# Patterns stay text: printable text, which is nearly all there is, needs none of them compiled.
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
_BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
_DROPPED = r"[.'’ʼ]"
_GAP = r"[\W_]+"
# Thai, Lao, Tibetan, Burmese, Khmer, kana, bopomofo, Han, and the Han of further planes.
_WITHOUT_SPACES = (
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_UNSHOWABLE = f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_BIDIRECTIONAL}]"


def control_in(text: str) -> re.Match[str] | None:
    """Find what no text of a chronology may hold: C0 but tab and newline, DEL, C1, surrogates."""
    return None if text.isprintable() else re.search(_CONTROL, text)


def bidirectional_control_in(text: str) -> re.Match[str] | None:
    """Find an embedding, override or isolate: a line can read other than it is written."""
    return None if text.isprintable() else re.search(f"[{_BIDIRECTIONAL}]", text)


def name_of(character: str) -> str:
    """Return a character's code point in the form of the Unicode standard: `U+001B`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Return `text` fit for one line of a terminal: white space folded, controls spelt out.

    A control character, a lone surrogate or a bidirectional control stands as its code point in
    brackets (`<U+001B>`), so that it is seen and has no effect.
    """
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    folded = re.sub(r"[ \t\r\n\u2028\u2029]+", " ", text).strip(" ")
    return re.sub(_UNSHOWABLE, lambda found: f"<{name_of(found[0])}>", folded)


def visible_lines(text: str) -> list[str]:
    """Return the lines of a longer text, each fit for a terminal, with its indentation.

    An empty line stands between paragraphs, and none before the first or after the last.
    """
    found: list[str] = []
    for line in re.split(r"\r\n|[\r\n\u2028\u2029]", text):
        shown = visible(line)
        indented = line.expandtabs(4)
        if shown:
            found.append(" " * (len(indented) - len(indented.lstrip(" "))) + shown)
        elif found and found[-1]:
            found.append("")
    return found if not found or found[-1] else found[:-1]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the words of `text` without case, accents and punctuation, a space between them.

    Two names are the same when they fold to the same text: `François`, `FRANCOIS`; `U.S.`, `us`;
    `sergei-lavrov`, `Sergei Lavrov`.
    """
    if not text.isascii():
        import unicodedata

        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(_GAP, " ", re.sub(_DROPPED, "", text.casefold())).strip()


def searchable(text: str) -> str:
    """Return `text` as it is searched: in Unicode NFC, and with spaces where a script has none.

    In Chinese, Japanese, Thai and other scripts that put no space between words, each character
    is a word, so that any part of a text is found.
    """
    if text.isascii():
        return text
    import unicodedata

    return re.sub(_WITHOUT_SPACES, r" \g<0> ", unicodedata.normalize("NFC", text))


def is_without_spaces(text: str) -> bool:
    """Tell whether a text has a character of a script that puts no space between words."""
    return not text.isascii() and re.search(_WITHOUT_SPACES, text) is not None


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
    """Return the names spelt most like `name`, the most alike first; none where none is near.

    Near are names that differ in one letter of four, two of six or three of ten at most, and names
    that begin with `name`, where that has three letters.
    """
    asked = fold(name)
    letters = set(asked)
    near = []
    for place, (folded, candidate) in enumerate({fold(one): one for one in names}.items()):
        longest = max(len(asked), len(folded))
        most = (longest >= 4) + (longest >= 6) + (longest >= 10)
        if len(asked) >= 3 and folded.startswith(asked):
            near.append((int(folded != asked), place, candidate))
        # Counting edits takes long; each of them changes two letters of the set at most.
        elif asked and len(letters.symmetric_difference(folded)) <= 2 * most:
            edits = _edits(asked, folded)
            if edits <= most:
                near.append((edits, place, candidate))
    return [candidate for _, _, candidate in sorted(near)[:count]]


def _edits(one: str, other: str) -> int:
    """Return how many letters must be added, left out, replaced or swapped with the next."""
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
    """Return words as a sentence lists them: `a, b or c`."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final

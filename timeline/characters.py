"""Which characters a chronology may hold, and how the others are shown without doing harm."""

import re

# Patterns stay text: printable text, which is nearly all there is, needs none of them compiled.
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
_BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
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

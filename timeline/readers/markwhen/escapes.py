"""Writing texts so that markwhen finds no tag, date, property or section in them.

An invisible character (U+2060, word joiner) comes before or after what would be read as one.
"""

import re

from timeline.text import visible

_JOINER = "\u2060"
_SIGN = re.compile(r"[#!](?<!\w.)(?=\w)")
_ESCAPED_SIGN = re.compile(rf"(?<!\w)([#!]){_JOINER}(?=\w)")
_STARTS = re.compile(r"[\s#/-]|.*:|(?:end)?(?:section|group)\b", re.IGNORECASE)


def escaped_title(text: str) -> str:
    """Return the title of an event in one line."""
    text = _without_signs(visible(text))
    return f"{_JOINER}{text}" if text[:1] in "[" else text


def escaped_line(text: str) -> str:
    """Return a line of a summary, which cannot begin an event, a property or a section."""
    text = _without_signs(text)
    return f"{_JOINER}{text}" if _STARTS.match(text) else text


def escaped_link(text: str, address: str) -> str:
    """Return a link in a line of its own, or only its text if the address is empty."""
    text = visible(text)
    if not address:
        return f"- {_JOINER}{_without_signs(text)}"
    # A sign may precede a letter only when the bracket between them is gone.
    text = _without_signs(re.sub(r"[][]", "", text))
    address = re.sub(r"[\s()]", lambda found: f"%{ord(found[0]):02X}", address)
    return f"- [{text}]({address})"


def is_escaped_link(line: str) -> bool:
    """Return whether a line is one that `escaped_link` returns."""
    return re.match(rf"- (?:{_JOINER}|\[.*\]\([^\s()]*\)$)", line) is not None


def unescaped(text: str) -> str:
    """Return an escaped title or line as it was."""
    return _ESCAPED_SIGN.sub(r"\1", text.removeprefix(_JOINER))


def _without_signs(text: str) -> str:
    """Return a text without tags (`#war`) and references to events (`!id`)."""
    return _SIGN.sub(rf"\g<0>{_JOINER}", text)

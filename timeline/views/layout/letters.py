"""Transliteration of letters that the encoding of a terminal lacks."""

from timeline.width import cells


def transliterated(text: str, encoding: str) -> str:
    """Return `text` with every character that `encoding` lacks transliterated to ASCII.

    `François` becomes `Francois`, `Лавров` becomes `Lavrov`. A character without a
    transliteration becomes a question mark; combining marks are dropped.
    """
    from anyascii import anyascii

    return "".join(
        one if _has(encoding, one) else anyascii(one) or ("?" if cells(one) else "") for one in text
    )


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return character.isascii()
    return True

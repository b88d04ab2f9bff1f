"""The cells of a table: lists in one cell, and text that a spreadsheet would run as a formula."""

import re
from collections.abc import Sequence

COLUMNS = (
    "id",
    "date",
    "earliest",
    "latest",
    "approximate",
    "uncertain",
    "title",
    "summary",
    "actors",
    "places",
    "tags",
    "follows",
    "source_titles",
    "source_urls",
    "source_publishers",
    "source_dates",
    "source_archives",
)
"""The columns of an exported table, in order. They will stay; others may be added at the end."""

# Spreadsheets run a cell that begins with one of these as a formula, and use a leading apostrophe
# to prevent that. A text that already has both gets another apostrophe.
_RUN = re.compile("'*[-=+@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_SPECIAL = re.compile(r"([\\;])")
_ITEM = re.compile(r"((?:\\[\\;]|[^;])*)(?:;|$)")
_SOURCE = re.compile(r"((?:\\[\\;]|[^;]|;(?!\s|$))*)(?:;|$)")
# Several addresses are often separated by spaces, commas or line ends, which none of them contains.
_ADDRESSES = re.compile(r"https?://[^\s,;\\]+(?:[\s,;]+https?://[^\s,;\\]+)+")
_ESCAPED = re.compile(r"\\([\\;])")


def guarded(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if _RUN.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell: the inverse of `guarded`."""
    return cell[1:] if cell.startswith("'") and _RUN.match(cell) else cell


def joined(texts: Sequence[str]) -> str:
    """Return a list as the text of one cell, joined by `; `.

    Within an item, a backslash precedes each semicolon and backslash.
    """
    if len(texts) == 1 and ";" not in texts[0] and "\\" not in texts[0]:
        return texts[0]
    return "; ".join([_SPECIAL.sub(r"\\\1", text) for text in texts])


def split(text: str, *, addresses: bool = False) -> list[str]:
    """Return the items of a list in one cell, stripped: the inverse of `joined`.

    An empty text has no items. The space after a semicolon may be missing, except in a list of
    `addresses`, which may contain semicolons; these may also be separated by spaces or commas. A
    backslash before anything else is itself.
    """
    if not text:
        return []
    if addresses and _ADDRESSES.fullmatch(text):
        return re.split(r"[\s,;]+", text)
    if "\\" not in text and not (addresses and ";" in text):
        return [item.strip() for item in text.split(";")]
    items = []
    for found in (_SOURCE if addresses else _ITEM).finditer(text):
        items.append(_ESCAPED.sub(r"\1", found[1]).strip())
        if found[0] == found[1]:
            break
    return items

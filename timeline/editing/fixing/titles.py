"""Deleting the full stop of a title in its text."""

from timeline.editing.yaml import Item, Scalar, Splice, TextRange

_QUOTES = ("'", '"')


def without_stop(item: Item) -> Splice | None:
    """Return the splice that deletes the full stop at the end of an event's title.

    It is a splice of the text of the file. Return None if the stop is not the last character that
    is written, as in an escape.
    """
    entry = item.node.entry("title")
    if entry is None or not isinstance(entry.value, Scalar):
        return None
    start, end = entry.value.span
    written = item.text[start:end]
    if entry.value.style in _QUOTES:
        written = written[:-1]
    at = start + len(written.rstrip()) - 1
    if item.text[at] != ".":
        return None
    return Splice(TextRange(at, at + 1), "").moved(item.span.start)

"""The lines that belong to an event: its own, and the comments directly above it.

A comment with an empty line below it belongs to no event. One at the top of a file without a key
may be about the file, and is taken for no event's (see `is_top`). In brackets there are none.
"""

import re

from timeline.editing.yaml.nodes import TextRange
from timeline.editing.yaml.structure import Structure, own_comments_end

# What may stand above the comments at the top of a file.
_START_OF_FILE = re.compile(r"(?:(?:---|%.*)?\s*\n)*")


def extent_of(text: str, structure: Structure, number: int) -> TextRange:
    """Return the lines that belong to an event, given the text of its file."""
    span = structure.item(text, number).span
    if structure.indent is None:
        return span
    above = structure.item(text, number - 1).span.end if number else 0
    return TextRange(_start(text, above, span.start), span.end)


def extents_of(text: str, structure: Structure) -> list[TextRange]:
    """Return the lines that belong to each event, in the order of the file."""
    if structure.indent is None:
        return list(structure.bounds)
    extents = []
    above = 0
    for number, span in enumerate(structure.bounds):
        end = _end(text, structure, number)
        extents.append(TextRange(_start(text, above, span.start), end))
        above = end
    return extents


def comments_above(text: str, above: int, dash: int) -> int:
    """Return where the comments directly above the line of a dash begin, but not before `above`."""
    at = dash
    while at > above:
        line = text.rfind("\n", 0, at - 1) + 1
        if line < above or not text[line:at].lstrip().startswith("#"):
            break
        at = line
    return at


def is_top(text: str, at: int) -> bool:
    """Return whether there is nothing before a position but how a file can begin."""
    return _START_OF_FILE.fullmatch(text, 0, at) is not None


def _start(text: str, above: int, dash: int) -> int:
    at = comments_above(text, above, dash)
    return dash if above == 0 and is_top(text, at) else at


def _end(text: str, structure: Structure, number: int) -> int:
    """Return the end of the own lines of an event, as `Structure.item` does, but faster."""
    assert structure.indent is not None
    start, end = structure.bounds[number]
    at = end
    while (line := text.rfind("\n", start, at - 1) + 1) > start:
        content = text[line:at].strip()
        if content and not content.startswith("#"):
            break
        at = line
    at = own_comments_end(text, at, end, structure.indent)
    # A line of a long text can begin with '#' too.
    if re.compile(rf" {{{structure.indent + 1},}}#").search(text, at, end):
        return structure.item(text, number).span.end
    return at

"""The headings of a Markdown text (CommonMark)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_FENCE = re.compile(" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(" {0,3}(#{1,6})(?=[ \t\n])")
_UNDERLINE = re.compile(" {0,3}=+[ \t]*\n")
# Lists, quotes, tables, HTML and code: a line under them does not make them headings.
_NO_PARAGRAPH = re.compile(r"[ \t]*(?:[-+*>|<]|[0-9]+[.)])| {4}|\t")


class MarkdownHeading(NamedTuple):
    """A heading: its text and level, and its first and last line, counted from 0.

    `column` is the number of characters before its text.
    """

    text: str
    level: int
    first: int
    last: int
    column: int


def headings(lines: Sequence[str]) -> Iterator[MarkdownHeading]:
    """Yield the headings with `#` and those underlined with `=`, but none in blocks of code."""
    fence = ""
    for number, line in enumerate(lines):
        if found := _FENCE.match(line):
            mark = found[1]
            if not fence:
                fence = mark
            elif mark.startswith(fence) and not line[found.end() :].strip():
                fence = ""
        elif fence:
            continue
        elif found := _HEADING.match(line):
            text = line[found.end() :].strip()
            bare = text.rstrip("#")
            # Closing marks are not part of the text if there is a space before them.
            text = bare.rstrip() if bare[-1:] in ("", " ", "\t") else text
            column = line.find(text, found.end()) if text else found.end()
            yield MarkdownHeading(text, len(found[1]), number, number, column)
        elif number and _UNDERLINE.fullmatch(line) and _is_paragraph(lines, number - 1):
            text = lines[number - 1]
            column = len(text) - len(text.lstrip())
            yield MarkdownHeading(text.strip(), 1, number - 1, number, column)


def _is_paragraph(lines: Sequence[str], number: int) -> bool:
    """Return whether a line is a paragraph of one line."""
    line = lines[number]
    if not line.strip() or _NO_PARAGRAPH.match(line) or _HEADING.match(line):
        return False
    return number == 0 or not lines[number - 1].strip()

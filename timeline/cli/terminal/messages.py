"""Messages on standard error, which are wrapped between words on a terminal."""

import os
import re
import sys
from contextlib import suppress

from timeline.errors import WIDEST_EXCERPT, DataError
from timeline.width import cells

_NARROWEST = 20
"""The minimum width to wrap to, in cells."""

_INDENT = "  "
"""Precedes the lines that continue a line of a message."""

# A line of a file or a question with its marks, which would not fit under each other any more.
_EXCERPT = re.compile(r" *[0-9]* \| | {4,}")


def problems_on(error: DataError) -> str:
    """Return the problems in files, with excerpts that fit the terminal of standard error."""
    widest = min(width_of_errors() or WIDEST_EXCERPT, WIDEST_EXCERPT)
    return "\n".join(problem.with_excerpt(widest) for problem in error.problems)


def wrapped(message: str, width: int) -> str:
    """Return a message with its lines wrapped between words to `width` cells.

    Continued lines are indented. A word that is too long gets a line of its own.
    """
    return "\n".join(
        line if cells(line) <= width or _EXCERPT.match(line) else _wrapped_line(line, width)
        for line in message.split("\n")
    )


def _wrapped_line(line: str, width: int) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))] + _INDENT
    first, *words = re.findall(r" *[^ ]+", line)
    lines = [first]
    for word in words:
        if cells(lines[-1]) + cells(word) <= width:
            lines[-1] += word
        else:
            lines.append(indent + word.lstrip(" "))
    return "\n".join(lines)


def width_of_errors() -> int:
    """Return the width of the terminal of standard error, 0 if it is none."""
    if sys.stderr is None or not sys.stderr.isatty():
        return 0
    columns = os.environ.get("COLUMNS", "")
    with suppress(OSError, ValueError):
        wide = int(columns) if columns.isdecimal() else 0
        return max(wide or os.get_terminal_size(sys.stderr.fileno()).columns, _NARROWEST)
    return 0

"""What a change does to a file, as a unified diff."""

import re
from collections.abc import Iterator
from difflib import unified_diff

_CONTEXT = 3
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def diff_of(before: str, after: str, name: str) -> Iterator[str]:
    """Yield the lines of a unified diff between two texts of a file."""
    # Most lines are the same, and comparing only the others is much faster.
    start = _line_start(before, _same_at_start(before, after), _CONTEXT + 1)
    back = min(_same_at_end(before, after), len(before) - start, len(after) - start)
    end = _line_end(before, len(before) - back, _CONTEXT + 1)
    old, new = before[start:end], after[start : end + len(after) - len(before)]
    part = unified_diff(_LINE.findall(old), _LINE.findall(new), name, name, n=_CONTEXT)
    above = before.count("\n", 0, start)
    for line in part:
        yield _moved(line, above) if line.startswith("@@") else line


def _same_at_start(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one.startswith(other[least:middle], least):
            least = middle
        else:
            most = middle - 1
    return least


def _same_at_end(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their end."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        part = other[len(other) - middle : len(other) - least]
        if one.endswith(part, 0, len(one) - least):
            least = middle
        else:
            most = middle - 1
    return least


def _line_start(text: str, at: int, lines: int) -> int:
    """Return the start of the line at a position, or of one some lines above."""
    for _ in range(lines):
        at = text.rfind("\n", 0, max(0, at - 1)) + 1
    return at


def _line_end(text: str, at: int, lines: int) -> int:
    """Return the end of the line at a position, or of one some lines below."""
    for _ in range(lines):
        found = text.find("\n", at)
        at = len(text) if found < 0 else found + 1
    return at


def _moved(heading: str, by: int) -> str:
    """Return the heading of a hunk in a text that begins `by` lines earlier."""
    _, old, new, _ = heading.split()

    def moved(part: str) -> str:
        line, comma, count = part[1:].partition(",")
        return f"{part[0]}{int(line) + by}{comma}{count}"

    return f"@@ {moved(old)} {moved(new)} @@\n"

"""What a change does to a file, as a unified diff."""

from collections.abc import Iterator
from difflib import unified_diff

_CONTEXT = 3


def diff_of(before: str, after: str, name: str) -> Iterator[str]:
    """Yield the lines of a unified diff between two texts of a file."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    # Most lines are the same, and comparing only the others is much faster.
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    back = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    start, back = max(0, start - _CONTEXT), max(0, back - _CONTEXT)
    part = unified_diff(
        old[start : len(old) - back], new[start : len(new) - back], name, name, n=_CONTEXT
    )
    for line in part:
        yield _moved(line, start) if line.startswith("@@") else line


def _moved(heading: str, by: int) -> str:
    """Return the heading of a hunk in a text that begins `by` lines earlier."""
    _, old, new, _ = heading.split()

    def moved(part: str) -> str:
        line, comma, count = part[1:].partition(",")
        return f"{part[0]}{int(line) + by}{comma}{count}"

    return f"@@ {moved(old)} {moved(new)} @@\n"

"""What a page shows of an output, in which a line `...` stands for any lines."""

import re
from difflib import SequenceMatcher
from functools import cache

_NEVER = float("-inf")


def matches(shown: str, printed: str) -> bool:
    """Tell whether an output is as shown."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


def follow(shown: str, printed: str) -> str:
    """Return what to show of an output that may have changed: the same parts as before.

    A part is found again by its first and its last line, or the lines most like them.
    """
    if matches(shown, printed):
        return shown
    parts = [part.splitlines() for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    lines = printed.splitlines()
    if len(parts) == 1 or not lines:
        return printed
    spans = _spans(parts, lines)
    texts = ("".join(f"{line}\n" for line in lines[start:end]) for start, end in spans)
    return "...\n".join(texts)


def _spans(parts: list[list[str]], lines: list[str]) -> list[tuple[int, int]]:
    """Return from which to which line each part stands now, in their order."""

    @cache
    def alike(one: str, other: str) -> float:
        return SequenceMatcher(None, one, other, autojunk=False).ratio()

    @cache
    def best(number: int, at: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        """Return how well the parts from a number on fit the lines from `at` on, and where."""
        if number == len(parts):
            return 0, ()
        part, is_first, is_last = parts[number], number == 0, number == len(parts) - 1
        if not part:
            score, spans = best(number + 1, at)
            return score, ((at, at), *spans)
        found: tuple[float, tuple[tuple[int, int], ...]] = (_NEVER, ())
        # The first part stands at the beginning of the output, and the last one at its end.
        for start in [0] if is_first else range(at, len(lines)):
            ends = [len(lines)] if is_last else range(start + 1, start + 2 * len(part) + 2)
            for end in (end for end in ends if end <= len(lines)):
                score, spans = best(number + 1, end)
                score += alike(part[0], lines[start]) + alike(part[-1], lines[end - 1])
                score -= abs(end - start - len(part)) / 20
                found = max(found, (score, ((start, end), *spans)))
        return found

    return list(best(0, 0)[1]) or [(0, len(lines))]

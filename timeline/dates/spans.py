"""Sets of days as spans: pairs of the ordinals of a first and a last day.

The spans of a set are in order and apart: between two of them, there is at least one day.
"""

from collections.abc import Iterable

from timeline.dates.days import NO_END, NO_START

Span = tuple[int, int]
Spans = tuple[Span, ...]

ALWAYS: Spans = ((NO_START, NO_END),)
"""All days."""


def united(spans: Iterable[Span]) -> Spans:
    """Return the days that are in any of these spans. A span that ends before it begins has none.

    The spans may be in any order, and may overlap.
    """
    found: list[Span] = []
    for low, high in sorted(spans):
        if low > high:
            continue
        if found and low <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return tuple(found)


def shared(one: Spans, other: Spans) -> Spans:
    """Return the days that are in both sets."""
    if len(one) == len(other) == 1:  # The usual case, and much faster.
        (low, high), (first, last) = one[0], other[0]
        low, high = max(low, first), min(high, last)
        return ((low, high),) if low <= high else ()
    return united((max(low, first), min(high, last)) for low, high in one for first, last in other)


def overlap(spans: Iterable[Span], low: int, high: int) -> bool:
    """Return whether any day from `low` to `high` is in a set."""
    return any(first <= high and last >= low for first, last in spans)


def cover(spans: Iterable[Span], low: int, high: int) -> bool:
    """Return whether every day from `low` to `high` is in a set."""
    return any(first <= low and last >= high for first, last in spans)

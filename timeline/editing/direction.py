"""Whether the events of a file are in chronological order, or in reverse order."""

from collections.abc import Sequence
from itertools import pairwise

_MOSTLY = 0.8


def direction_of(dates: Sequence[tuple[int, int, int]]) -> int:
    """Return 1 if dates are mostly in chronological order, -1 if in reverse order, otherwise 0.

    Dates that are all the same count as in chronological order.
    """
    rising = sum(one < other for one, other in pairwise(dates))
    falling = sum(one > other for one, other in pairwise(dates))
    if max(rising, falling) < _MOSTLY * (rising + falling):
        return 0
    return 1 if rising >= falling else -1

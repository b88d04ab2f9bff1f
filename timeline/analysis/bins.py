"""Bins of time, and the events that certainly began in each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from pyroaring import BitMap

from timeline.analysis.tallied import Tallied
from timeline.dates import NO_START, Day
from timeline.index import NO_WEEKDAY
from timeline.model import Facet
from timeline.search import Selection

MOST = 16
"""The maximum number of bins."""


class Bins(NamedTuple):
    """Consecutive bins: `days` holds the ordinals of the first and the last day of each.

    Each bin is `number` units long; `unit` is `day`, `week`, `month` or `year`.
    """

    days: tuple[tuple[int, int], ...]
    number: int
    unit: str

    def events(self, selection: Selection) -> list[BitMap]:
        """Return, for each bin, the set of the events found that certainly began in it."""
        return events_by_day(selection, self.days)


def bins_of(selection: Selection) -> Bins | None:
    """Return bins from the first known start of the events found to the last, or None.

    An engine has none.
    """
    if isinstance(selection, Tallied):
        return None
    start = selection.index.columns.start
    positions = selection.positions
    known = bisect_right(start, NO_START)
    first = next(positions.iter_equal_or_larger(known), None)
    return None if first is None else bins_between(start[first], start[positions.max()])


def events_by_day(selection: Selection, days: Sequence[tuple[int, int]]) -> list[BitMap]:
    """Return, for each span of days, the set of the events found that certainly began in it.

    The spans must be in chronological order and must not overlap.
    """
    columns, found = selection.index.columns, selection.positions
    # The exact day of most events is known; only the others are checked one by one.
    to_the_day = selection.index.bitmaps.union(Facet.WEEKDAY, range(NO_WEEKDAY)) & found
    sets = []
    for first, last in days:
        low, high = bisect_left(columns.start, first), bisect_right(columns.start, last)
        sets.append(to_the_day & BitMap(range(low, high)))
    firsts = [first for first, _ in days]
    if not days:
        return sets
    # In UTC, an event can begin a day before or after the day that is written.
    low = bisect_left(columns.start, days[0][0] - 1)
    high = bisect_right(columns.start, days[-1][1] + 1)
    for position in (found - to_the_day) & BitMap(range(low, high)):
        place = bisect_right(firsts, columns.earliest[position]) - 1
        if place >= 0 and columns.begins_by[position] <= days[place][1]:
            sets[place].add(position)
    return sets


def bins_between(low: int, high: int) -> Bins:
    """Return the finest bins between two days that do not exceed the maximum number.

    Bins are one or more whole days, weeks, months or years, aligned with the calendar.
    """
    for size in (1, 2, 7, 14):
        first = low - (low - 1) % 7 if size % 7 == 0 else low
        if high < first + size * MOST:
            days = tuple((start, start + size - 1) for start in range(first, high + 1, size))
            return Bins(days, *_counted(size, 7, "day", "week"))
    since, until = Day.from_ordinal(low), Day.from_ordinal(high)
    for size in _months():
        numbers = range(_month(since) // size, _month(until) // size + 1)
        if len(numbers) <= MOST:
            return Bins(tuple(_days(numbers, size)), *_counted(size, 12, "month", "year"))
    raise AssertionError("some bin is long enough")


def _days(numbers: Iterable[int], size: int) -> Iterator[tuple[int, int]]:
    for number in numbers:
        yield _start(number * size), _start((number + 1) * size) - 1


def _counted(size: int, times: int, unit: str, larger: str) -> tuple[int, str]:
    """Return a size in `unit`, or in `larger` units of `times` each if it divides evenly."""
    whole, rest = divmod(size, times)
    return (size, unit) if rest else (whole, larger)


def _months() -> Iterator[int]:
    """Yield the possible sizes of bins in months, without end."""
    yield from (1, 2, 3, 6)
    for power in count():
        yield from (12 * digit * 10**power for digit in (1, 2, 5))


def _month(day: Day) -> int:
    return day.year * 12 + day.month - 1


def _start(month: int) -> int:
    return Day(month // 12, month % 12 + 1, 1).ordinal

"""Bins of time, and the events that surely began in each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from pyroaring import BitMap

from timeline.dates import NO_START, Day
from timeline.index import NO_WEEKDAY
from timeline.model import Facet
from timeline.search import Selection

MOST = 16
"""Into how many bins a span is divided at most."""


class Bins(NamedTuple):
    """Bins that follow one another: the ordinals of the first and the last day of each.

    Each is so many of a unit long: `day`, `week`, `month` or `year`.
    """

    days: tuple[tuple[int, int], ...]
    number: int
    unit: str

    def events(self, selection: Selection) -> list[BitMap]:
        """Return the sets of those of the events found that surely began in each bin."""
        return events_by_day(selection, self.days)


def bins_of(selection: Selection) -> Bins | None:
    """Return bins in which the events found began, first to last; None if no start is known."""
    start = selection.index.columns.start
    positions = selection.positions
    known = bisect_right(start, NO_START)
    first = next(positions.iter_equal_or_larger(known), None)
    return None if first is None else bins_between(start[first], start[positions.max()])


def events_by_day(selection: Selection, days: Sequence[tuple[int, int]]) -> list[BitMap]:
    """Return the sets of the events found that surely began in each of some spans of days.

    The spans follow one another in time.
    """
    columns, found = selection.index.columns, selection.positions
    # Most are known to the day: only the others are looked at one by one.
    to_the_day = selection.index.bitmaps.union(Facet.WEEKDAY, range(NO_WEEKDAY)) & found
    sets = []
    for first, last in days:
        low, high = bisect_left(columns.start, first), bisect_right(columns.start, last)
        sets.append(to_the_day & BitMap(range(low, high)))
    firsts = [first for first, _ in days]
    for position in found - to_the_day:
        place = bisect_right(firsts, columns.earliest[position]) - 1
        if place >= 0 and columns.begins_by[position] <= days[place][1]:
            sets[place].add(position)
    return sets


def bins_between(low: int, high: int) -> Bins:
    """Return the finest bins that reach from one day to another and are not too many.

    They are one or two days, weeks, months, or years, and begin as those of the calendar do.
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
    for one in numbers:
        yield _start(one * size), _start((one + 1) * size) - 1


def _counted(size: int, times: int, unit: str, larger: str) -> tuple[int, str]:
    """Return a number of units, in larger ones where it is `times` as large as those."""
    whole, rest = divmod(size, times)
    return (size, unit) if rest else (whole, larger)


def _months() -> Iterator[int]:
    """Yield how many months bins have, up to years without an end."""
    yield from (1, 2, 3, 6)
    for power in count():
        yield from (12 * digit * 10**power for digit in (1, 2, 5))


def _month(day: Day) -> int:
    return day.year * 12 + day.month - 1


def _start(month: int) -> int:
    return Day(month // 12, month % 12 + 1, 1).ordinal

"""Equal steps of the calendar, into which a span of time is cut."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from timeline.dates.event_date import Day
from timeline.dates.units import DAY, MONTH, QUARTER, YEAR

MOST = 16
"""How many steps a span is cut into at most."""


class Steps(NamedTuple):
    """Steps that follow one another: the first and the last day number of each.

    A start that is known as closely as `grain` lies in one of them. Each is so many of a unit:
    `day`, `week`, `month` or `year`.
    """

    bounds: tuple[tuple[int, int], ...]
    grain: int
    number: int
    unit: str

    def of(self, low: int, high: int) -> int | None:
        """Return in which step a span of days lies as a whole, None where in none."""
        for number, (first, last) in enumerate(self.bounds):
            if first <= low <= high <= last:
                return number
        return None


def steps_between(low: int, high: int) -> Steps:
    """Return the finest steps that reach from one day number to another and are not too many.

    They are one or two days, weeks, months, or years, and begin as those of the calendar do.
    """
    for size in (1, 2, 7, 14):
        first = low - (low - 1) % 7 if size % 7 == 0 else low
        if high < first + size * MOST:
            starts = range(first, high + 1, size)
            bounds = tuple((start, start + size - 1) for start in starts)
            return Steps(bounds, DAY, *_told(size, 7, "day", "week"))
    since, until = Day.from_ordinal(low), Day.from_ordinal(high)
    for size in _months():
        numbers = range(_month(since) // size, _month(until) // size + 1)
        if len(numbers) <= MOST:
            bounds = tuple((_start(one * size), _start((one + 1) * size) - 1) for one in numbers)
            grain = YEAR if size >= 12 else MONTH if size % 3 else QUARTER
            return Steps(bounds, grain, *_told(size, 12, "month", "year"))
    raise AssertionError("some step is long enough")


def _told(size: int, times: int, unit: str, larger: str) -> tuple[int, str]:
    """Return a number of units, in larger ones where it is `times` as large as those."""
    whole, rest = divmod(size, times)
    return (size, unit) if rest else (whole, larger)


def _months() -> Iterator[int]:
    """Yield how many months steps have, up to years without an end."""
    yield from (1, 2, 3, 6)
    for power in count():
        yield from (12 * digit * 10**power for digit in (1, 2, 5))


def _month(day: Day) -> int:
    return day.year * 12 + day.month - 1


def _start(month: int) -> int:
    return Day(month // 12, month % 12 + 1, 1).ordinal

"""How long after an event its first source is dated, as precisely as their dates allow."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from timeline.dates.days import Day, days_in_month
from timeline.dates.event_date import EventDate

_MOST_IN_DAYS = 100
"""The longest range that is given in days."""

_LAST_DAYS = (-1, 0, 7, 30, 365)
"""The highest number of days of each range of lags, except for the longest."""


class LagRange(IntEnum):
    """A range of lags, or why a lag is in none of them."""

    BEFORE = 0
    SAME_DAY = 1
    TO_7_DAYS = 2
    TO_30_DAYS = 3
    TO_365_DAYS = 4
    LONGER = 5
    NOT_EXACT = 6
    UNDATED = 7

    @property
    def label(self) -> str:
        """Its label: `Same day`, `1 to 7 days`, `No dated source`."""
        return _LABELS[self]


_LABELS = (
    "Before the event",
    "Same day",
    "1 to 7 days",
    "8 to 30 days",
    "31 to 365 days",
    "Over 365 days",
    "Dates not exact",
    "No dated source",
)


def range_of_lags(least: int, most: int) -> int:
    """Return the `LagRange` of all lags between two numbers of days; `NOT_EXACT` if in several."""
    at = bisect_left(_LAST_DAYS, least)
    return at if least == most or at == bisect_left(_LAST_DAYS, most) else _NOT_EXACT


_NOT_EXACT = int(LagRange.NOT_EXACT)


class Lag(NamedTuple):
    """The time from the start of an event to its first source.

    begun: the first and the last day on which the event can have begun.
    reported: the first and the last day on which its first source can be dated.
    about: whether a date is in doubt. An approximate day counts as known to the month.
    """

    begun: tuple[Day, Day]
    reported: tuple[Day, Day]
    about: bool

    @classmethod
    def between(cls, event: EventDate, sources: Sequence[EventDate]) -> "Lag | None":
        """Return the lag from an event to the first of its sources.

        Return None without sources, or if the lag has no bounds because a date has none.
        """
        begun, begun_by = _days(event, event.begins_by)
        days = [_days(one, one.latest) for one in sources]
        firsts = [first for first, _ in days if first is not None]
        last = min((last for _, last in days if last is not None), default=None)
        if begun is None or begun_by is None or last is None or len(firsts) < len(days):
            return None
        about = any(one.in_doubt for one in (event, *sources))
        return cls((begun, begun_by), (min(firsts), last), about)

    @property
    def least(self) -> int:
        """The lowest possible number of days, negative if the source may be the earlier one."""
        return self.reported[0].ordinal - self.begun[1].ordinal

    @property
    def most(self) -> int:
        """The highest possible number of days."""
        return self.reported[1].ordinal - self.begun[0].ordinal

    @property
    def range(self) -> LagRange:
        """The range that surely contains it."""
        return LagRange(range_of_lags(self.least, self.most))

    def __str__(self) -> str:
        """Return it in words: `3 days later`, `10 to 40 days earlier`, `at most 19 days later`."""
        if self.least == self.most == 0:
            return "about the same day" if self.about else "same day"
        if self.most < 0:
            return f"{self._length(-self.most, -self.least)} earlier"
        if self.least >= 0:
            return f"{self._length(self.least, self.most)} later"
        if self.most == 0:
            return "same day or earlier"
        from timeline.dates.durations.elapsed import time_between

        return f"at most {time_between(self.begun[0], self.reported[1])} later"

    def _length(self, least: int, most: int) -> str:
        from timeline.dates.durations.elapsed import estimated_time_between, time_between

        about = "about " if self.about else ""
        if least == most:
            return about + time_between(*sorted((self.begun[0], self.reported[0])))
        if most <= _MOST_IN_DAYS:
            return f"{about}{least} to {most} days"
        return estimated_time_between(*sorted((self.begun, self.reported)))


def _days(date: EventDate, last: Day | None) -> tuple[Day | None, Day | None]:
    """Return the first day of a date and a last one; of an approximate day, those of its month."""
    first = date.earliest
    if date.approximate and first is not None and first == last:
        return first._replace(day=1), first._replace(day=days_in_month(first.year, first.month))
    return first, last

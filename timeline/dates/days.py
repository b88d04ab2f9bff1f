"""Days in an unlimited range of years, and plain dates: a year, month or day."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from datetime import date

LARGEST_EXPONENT = 15
LARGEST_YEAR = 10**LARGEST_EXPONENT
"""The last year that a date may have; the first is the same with a minus."""

NO_START = -(1 << 62)
NO_END = 1 << 62
"""The day numbers for an open start or end: before all days, and after all days."""

SECONDS_OF_DAY = 86_400

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; years are astronomical (0 is 1 BCE), unlimited."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """The number of the day. 0001-01-01 is 1; earlier days are 0 or less."""
        # If years begin in March, the leap day comes last and needs no special case.
        year = self.year - (self.month <= 2)
        days_before_month = (153 * ((self.month + 9) % 12) + 2) // 5
        leap_days = year // 4 - year // 100 + year // 400
        return 365 * year + leap_days + days_before_month + self.day - 306

    @classmethod
    def of(cls, when: "date") -> Self:
        """Return a date of the standard library as a day."""
        return cls(when.year, when.month, when.day)

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Self:
        """Return the day with this `ordinal`."""
        cycle, day_of_cycle = divmod(ordinal + 305, 146_097)  # 400 years, from 0000-03-01
        year = (
            day_of_cycle - day_of_cycle // 1460 + day_of_cycle // 36_524 - day_of_cycle // 146_096
        ) // 365
        day_of_year = day_of_cycle - (365 * year + year // 4 - year // 100)
        month = (5 * day_of_year + 2) // 153
        day = day_of_year - (153 * month + 2) // 5 + 1
        month = month + 3 if month < 10 else month - 9
        return cls(400 * cycle + year + (month <= 2), month, day)

    def months_later(self, months: int) -> Self:
        """Return the same day of the month `months` later, or earlier if negative.

        If that month is too short, return its last day.
        """
        year, month = divmod(12 * self.year + self.month - 1 + months, 12)
        return type(self)(year, month + 1, min(self.day, days_in_month(year, month + 1)))

    def __str__(self) -> str:
        year, month, day = self
        if year < 0:
            return f"-{-year:04}-{month:02}-{day:02}"
        return f"{year:04}-{month:02}-{day:02}"


class SortKey(NamedTuple):
    """The place of a date in chronological order, as integers.

    first, last: the day numbers (`Day.ordinal`) of the first and the last day; `NO_START` and
        `NO_END` if that side is open or unknown.
    seconds: the time of day at which it starts, in seconds after midnight, from 0 to 86,399; -1
        without a time, so that a whole day sorts before its hours.

    All three are in UTC if the time has a zone.
    """

    first: int
    last: int
    seconds: int


class Precision(StrEnum):
    """The precision of a date, from coarse to fine; `millennium` is 1,000 years or more."""

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEMESTER = "semester"
    QUADRIMESTER = "quadrimester"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"

    @property
    def rank(self) -> int:
        """The rank from coarse to fine; a higher rank is finer."""
        return _RANKS[self]


_RANKS = {precision: rank for rank, precision in enumerate(Precision)}


def days_in_month(year: int, month: int) -> int:
    """Return the number of days in a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def plain_days(text: str) -> tuple[Day, Day, Precision] | None:
    """Return the bounds and precision of `2014`, `2014-03` or `2014-03-18`; otherwise None."""
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return None
    year_digits, month_digits, day_digits = plain.groups()
    year = int(year_digits)
    if month_digits is None:
        return Day(year, 1, 1), Day(year, 12, 31), Precision.YEAR
    month = int(month_digits)
    if not 1 <= month <= 12:
        return None
    if day_digits is None:
        return Day(year, month, 1), Day(year, month, days_in_month(year, month)), Precision.MONTH
    day = int(day_digits)
    # Every month has at least 28 days: only later days depend on the month.
    if not 1 <= day <= 28 and not 28 < day <= days_in_month(year, month):
        return None
    only = Day(year, month, day)
    return only, only, Precision.DAY


def plain_text(text: str, in_year: int | None) -> str:
    """Return `2014`, `2014-03` or `2014-03-18` in words, for years from 1000.

    A month or day of `in_year` is written without its year.
    """
    year, month, day = (*text.split("-"), "", "")[:3]
    if not month:
        return year
    words = MONTHS[int(month) - 1]
    if day:
        words = f"{int(day)} {words}"
    return words if int(year) == in_year else f"{words} {year}"

"""The parts of a parsed EDTF text, and the days that they can mean."""

from collections.abc import Sequence
from enum import Flag
from itertools import product
from typing import NamedTuple

from timeline.dates.days import Day, Precision, days_in_month
from timeline.dates.edtf.sides import Edge


class PartOfYear(NamedTuple):
    """Consecutive months, such as a season; they may extend into the next year."""

    first_month: int
    months: int
    precision: Precision


PARTS_OF_YEAR = {
    code: PartOfYear(first_month, months, precision)
    for first_code, precision, months, first_months in (
        (21, Precision.SEASON, 3, (3, 6, 9, 12)),
        (25, Precision.SEASON, 3, (3, 6, 9, 12)),
        (29, Precision.SEASON, 3, (9, 12, 3, 6)),
        (33, Precision.QUARTER, 3, (1, 4, 7, 10)),
        (37, Precision.QUADRIMESTER, 4, (1, 5, 9)),
        (40, Precision.SEMESTER, 6, (1, 7)),
    )
    for code, first_month in enumerate(first_months, first_code)
}
"""The codes used in place of a month: 21-24 seasons (taken as northern), 25-28 northern and 29-32
southern seasons, 33-36 quarters, 37-39 quadrimesters, 40-41 semesters."""


class Doubt(Flag):
    """The doubt about a part of a date: `?` (uncertain), `~` (approximate) or `%` (both)."""

    NONE = 0
    UNCERTAIN = 1
    APPROXIMATE = 2


class Clock(NamedTuple):
    """A time of day. `second` is None if none is written; `offset` is in minutes ahead of UTC."""

    hour: int
    minute: int
    second: int | None
    offset: int | None

    @property
    def seconds(self) -> int:
        """The seconds after midnight of its day, in UTC if an offset is given."""
        return 3600 * self.hour + 60 * (self.minute - (self.offset or 0)) + (self.second or 0)


class Point(NamedTuple):
    """A single EDTF date: a year, part of a year, day or time; digits may be unknown.

    The parts are text, with `X` for an unknown digit and `""` for a part that is not written.
    `doubts` has one entry for each written part. `significant` is the number after `S`.
    """

    year: str
    month: str
    day: str
    earliest: Day
    latest: Day
    precision: Precision
    doubts: tuple[Doubt, ...]
    significant: int = 0
    clock: Clock | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is a year, month or day without unknown digits or doubt."""
        parts = self.year + self.month + self.day
        return (
            "X" not in parts
            and not any(self.doubts)
            and not self.significant
            and self.clock is None
            and not (self.month and int(self.month) in PARTS_OF_YEAR)
        )


class Interval(NamedTuple):
    """Two dates: an interval, or a range in a set."""

    start: Point | Edge
    end: Point | Edge


class Members(NamedTuple):
    """A set: one of its members (`[...]`), or all of them (`{...}`)."""

    members: tuple[Point | Interval, ...]
    all_of: bool


def possible_values(digits: str) -> list[int]:
    """Return the numbers that digits, some of them `X`, can mean, in order."""
    if "X" not in digits:
        return [int(digits)]
    sign = -1 if digits[0] == "-" else 1
    choices = ("0123456789" if digit == "X" else digit for digit in digits.lstrip("-"))
    values = [sign * int("".join(chosen)) for chosen in product(*choices)]
    # -0000 is not a year, but 0000 is.
    return [value for value in reversed(values) if value] if sign < 0 else values


def possible_months(digits: str) -> list[int]:
    """Return the months that two digits can mean; all months if there are no digits."""
    if digits in ("", "XX"):
        return list(range(1, 13))
    return [month for month in possible_values(digits) if 1 <= month <= 12]


def possible_days(digits: str) -> list[int]:
    """Return the days of a month that two digits can mean; all days if there are no digits."""
    if digits in ("", "XX"):
        return list(range(1, 32))
    return [day for day in possible_values(digits) if 1 <= day <= 31]


def possible_bounds(year: str, month: str, day: str) -> tuple[Day, Day] | None:
    """Return the first and last existing day that the parts can mean, None if there is none."""
    years = possible_values(year)
    if month.isdecimal() and (part := PARTS_OF_YEAR.get(int(month))):
        later_years, last_month = divmod(part.first_month + part.months - 2, 12)
        last_year, last_month = years[-1] + later_years, last_month + 1
        last_day = days_in_month(last_year, last_month)
        return Day(years[0], part.first_month, 1), Day(last_year, last_month, last_day)
    months, days = possible_months(month), possible_days(day)
    earliest = _first_existing(years, months, days)
    latest = _first_existing(years[::-1], months[::-1], days[::-1])
    return (earliest, latest) if earliest and latest else None


def _first_existing(years: Sequence[int], months: Sequence[int], days: Sequence[int]) -> Day | None:
    for year in years:
        for month in months:
            length = days_in_month(year, month)
            for day in days:
                if day <= length:
                    return Day(year, month, day)
    return None


def precision_of(year: str, month: str, day: str) -> Precision:
    """Return the finest precision for which every digit is known, counting from the left."""
    digits = year.lstrip("-")
    if "X" in digits:
        known = digits.index("X")
        return {3: Precision.DECADE, 2: Precision.CENTURY}.get(known, Precision.MILLENNIUM)
    if not month or "X" in month:
        return Precision.YEAR
    if part := PARTS_OF_YEAR.get(int(month)):
        return part.precision
    return Precision.DAY if day and "X" not in day else Precision.MONTH

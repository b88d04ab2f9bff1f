"""Dates of the Julian, Hebrew and French Republican calendars as days of the Gregorian one."""

import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

from timeline.dates import Day

# Added to a Julian day number, which changes at noon, it gives the number of a day.
_FROM_JULIAN_DAY = -1_721_424.5
_MONTHS = range(1, 13)
# The library counts from Nisan, and the year begins with Tishri.
_HEBREW_MONTHS = (7, 8, 9, 10, 11, 12, 13, 1, 2, 3, 4, 5, 6)


class NoDayError(ValueError):
    """A date that its calendar does not have; the message says why, to be put after the date."""


class _Calendar(NamedTuple):
    """A calendar: its module in the library, its name, and the years that can be converted.

    `months` are the numbers that the library has for its months, in order.
    """

    module: str
    name: str
    first_year: int
    last_year: int
    months: Sequence[int]


_CALENDARS = {
    "JULIAN": _Calendar("julian", "Julian", -4711, 9999, _MONTHS),
    "HEBREW": _Calendar("hebrew", "Hebrew", 1, 9999, _HEBREW_MONTHS),
    # It was abolished at the end of 1805.
    "FRENCH R": _Calendar("french_republican", "French Republican", 1, 14, range(1, 14)),
}


def days_of(calendar: str, year: int, month: int | None, day: int | None) -> tuple[Day, Day]:
    """Return the first and last Gregorian day that a date of another calendar can mean.

    `calendar` is `JULIAN`, `HEBREW` or `FRENCH R`; the year is astronomical (0 is 1 BCE), and the
    months are in the order of GEDCOM. Raises NoDayError.
    """
    used = _CALENDARS[calendar]
    if not used.first_year <= year <= used.last_year:
        raise NoDayError(f"is not in a year of the {used.name} calendar up to {used.last_year}")
    # It has no type hints.
    library: Any = import_module(f"convertdate.{used.module}")
    months = list(used.months)
    if calendar == "HEBREW" and not library.leap(year):
        months.remove(13)
    number = used.months[month - 1] if month else months[0]
    if number not in months:
        raise NoDayError("does not exist: there is no Adar Sheni (ADS) in that year: write ADR")
    following = months[months.index(number) + 1 :] if month else []
    first = _ordinal(library, year, number)
    after = _ordinal(library, year if following else year + 1, (following or months)[0])
    if day is None:
        return Day.from_ordinal(first), Day.from_ordinal(after - 1)
    if not 1 <= day <= after - first:
        raise NoDayError(
            f"does not exist: that month of the {used.name} calendar has {after - first} days"
        )
    exact = Day.from_ordinal(first + day - 1)
    return exact, exact


def _ordinal(library: Any, year: int, month: int) -> int:
    """Return the number of the first day of a month (`Day.ordinal`)."""
    with warnings.catch_warnings():
        # Its Hebrew calendar calls a function that it calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        return int(library.to_jd(year, month, 1) + _FROM_JULIAN_DAY)

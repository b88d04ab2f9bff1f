"""The dates of GEDCOM as EDTF."""

import re
from functools import lru_cache
from typing import NamedTuple

from ged4py.calendar import CalendarDate, GregorianDate
from ged4py.date import (
    DateValue,
    DateValueAbout,
    DateValueAfter,
    DateValueBefore,
    DateValueCalculated,
    DateValueEstimated,
    DateValueFrom,
    DateValueInterpreted,
    DateValuePeriod,
    DateValueRange,
    DateValueSimple,
    DateValueTo,
)

from timeline.errors import DateError
from timeline.readers.gedcom.calendars import NoDayError, days_of
from timeline.text import visible

_LONGEST = 1000
_LONGEST_SHOWN = 60
_FORMS = "write it as in 18 MAR 2014, MAR 2014, ABT 2014 or BET 2013 AND 2014"
_DUAL_YEAR = re.compile(
    r"(?:(?:(?P<day>[0-9]{1,2})\s+)?(?P<month>[A-Z]{3})\s+)?"
    r"(?<![0-9/])(?P<first>[0-9]{1,4})/(?P<second>[0-9]+)(?![0-9/])"
)
# GEDCOM 7 has no escapes around the name of a calendar.
_CALENDAR = re.compile(r"(?<![@\w])(GREGORIAN|JULIAN|HEBREW|FRENCH_R)\s")
_ERA = re.compile(r"(?<=[0-9])\s*B\.?C\.?(?:E\.?)?(?=\s|$)")


class Dated(NamedTuple):
    """A date: its EDTF, empty if it is only in words, and these words."""

    edtf: str
    phrase: str


class _Bounds(NamedTuple):
    """The EDTF of the first and the last date that one date can mean; mostly they are equal."""

    first: str
    last: str


@lru_cache(maxsize=1024)
def date_of(text: str) -> Dated:
    """Return the date of GEDCOM 5.5.1 or 7 as EDTF, which may be a day that does not exist.

    - `ABT`, `CAL` and `EST` are approximate (`~`), `INT` is uncertain (`?`).
    - `BET`, `BEF` and `AFT` are one date of a range, which includes its bounds.
    - The other end of `FROM` and of `TO` is unknown, not open.
    - Of a dual year (`11 FEB 1731/32`), the second is the year that began on 1 January.
    - A date of another calendar without a day is one of the days of its month or year.

    Raises DateError.
    """
    if len(text) > _LONGEST:
        raise DateError(f"a date has at most {_LONGEST:,} characters: {_FORMS}")
    date, bracket, phrase = text.strip().partition("(")
    shown = f"date '{visible(text[:_LONGEST_SHOWN])}'"
    plain = _ERA.sub(" B.C.", date.upper())
    plain = _CALENDAR.sub(lambda found: f"@#D{found[1].replace('_', ' ')}@ ", plain)
    plain = _DUAL_YEAR.sub(_second_year, plain)
    try:
        dated = _dated(DateValue.parse(plain + bracket + phrase))
    except NoDayError as error:
        raise DateError(f"{shown} {error}") from None
    except ValueError:
        unknown = re.search(r"@#D\s*([^@]*)@", plain)
        if unknown:
            raise DateError(
                f"{shown} is in the calendar {visible(unknown[1])}, which cannot be converted: "
                "write it in the Gregorian calendar"
            ) from None
        raise DateError(f"{shown} is not a date of GEDCOM: {_FORMS}") from None
    if not dated.edtf and date:
        # The library takes any other text for words.
        raise DateError(f"{shown} is not a date of GEDCOM: {_FORMS}")
    return dated


def _dated(value: DateValue) -> Dated:
    match value:
        case DateValueSimple():
            return Dated(_one(_bounds(value.date)), "")
        case DateValueAbout() | DateValueCalculated() | DateValueEstimated():
            return Dated(_one(_bounds(value.date), "~"), "")
        case DateValueInterpreted():
            return Dated(_one(_bounds(value.date), "?"), value.phrase)
        case DateValueRange():
            first, last = _bounds(value.date1).first, _bounds(value.date2).last
            return Dated(f"[{first}..{last}]", "")
        case DateValueBefore():
            return Dated(f"[..{_bounds(value.date).last}]", "")
        case DateValueAfter():
            return Dated(f"[{_bounds(value.date).first}..]", "")
        case DateValuePeriod():
            return Dated(f"{_side(value.date1)}/{_side(value.date2)}", "")
        case DateValueFrom():
            return Dated(f"{_side(value.date)}/", "")
        case DateValueTo():
            return Dated(f"/{_side(value.date)}", "")
        case _:
            return Dated("", getattr(value, "phrase", None) or "")


def _one(bounds: _Bounds, doubt: str = "") -> str:
    first, last = (date + doubt for date in bounds)
    return first if first == last else f"[{first}..{last}]"


def _side(date: CalendarDate) -> str:
    """Return the start or the end of an interval, which EDTF cannot say to be in a range."""
    first, last = _bounds(date)
    if first != last:
        raise NoDayError(
            "begins or ends a period on a day that is not known: write it in the Gregorian calendar"
        )
    return first


def _bounds(date: CalendarDate) -> _Bounds:
    if not date.year or (date.month and not date.month_num):
        wrong = f"month {date.month} in its calendar" if date.year else "year 0"
        raise NoDayError(f"does not exist: there is no {wrong}")
    year = 1 - date.year if date.bc else date.year
    if not isinstance(date, GregorianDate):
        days = days_of(date.calendar.value, year, date.month_num, date.day)
        return _Bounds(*map(str, days))
    sign = "-" if year < 0 else ""
    written = f"{sign}{abs(year):04}" if abs(year) < 10_000 else f"Y{year}"
    if date.month_num:
        written += f"-{date.month_num:02}"
    if date.day is not None:
        written += f"-{date.day:02}"
    return _Bounds(written, written)


def _second_year(found: re.Match[str]) -> str:
    """Return a date with a dual year with its second year alone. Raises DateError."""
    day, month, first, second = found["day"], found["month"], found["first"], found["second"]
    following = str(int(first) + 1)
    if len(second) < 2 or not following.endswith(second):
        raise DateError(f"'{found[0]}' is not a dual year, as in 11 FEB 1731/32: write one year")
    begins = month in ("JAN", "FEB") or (month == "MAR" and day and int(day) < 25)
    if not begins:
        # Only before 25 March do the two ways of counting differ by a year.
        raise DateError(
            f"the dual year in '{found[0]}' has two meanings: "
            f"write {first}, {following} or BET {first} AND {following}"
        )
    return f"{day + ' ' if day else ''}{month} {following}"

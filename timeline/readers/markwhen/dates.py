"""The dates of markwhen as EDTF."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from timeline.dates import MONTHS
from timeline.errors import DateError
from timeline.readers.interchange import UnknownZoneError, edtf_of_moment, zone_named
from timeline.text import visible

_NUMBER_OF_MONTH = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
_ISO_TIME = re.compile(r"([0-9-]+T[0-9:]+)(?:\.0*)?Z")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?", re.IGNORECASE)
_PLAIN = re.compile(r"(~?)\s?([0-9]{4}(?:-[0-9]{2}){0,2})(?:\s+([0-9apm:]+))?([~?%]?)", re.I)
_ERA = re.compile(r"([0-9]{1,5})\s?(BCE|BC|AD|CE)", re.IGNORECASE)
_SLASHES = re.compile(
    r"(?:(?:([0-9]+)/)?([0-9]+)/)?([0-9]+)(?:[,\s]\s*([0-9apm:]+))?([~?%]?)", re.I
)
_MONTH_FIRST = re.compile(
    r"([a-z]{3})[a-z]*\s+([0-9]{1,2}),?(?:\s+([0-9]{4}),?)?(?:\s+([0-9apm:]+))?", re.I
)
_DAY_FIRST = re.compile(
    r"([0-9]{1,2})\s+([a-z]{3})[a-z]*,?(?:\s+([0-9]{4}),?)?(?:\s+([0-9apm:]+))?", re.I
)
_MONTH_ALONE = re.compile(r"([a-z]{3})[a-z]*(?:\s+([0-9]{3,4}))?", re.IGNORECASE)
_TIME = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?([ap]m)?", re.IGNORECASE)


class Rules(NamedTuple):
    """How a file writes its dates.

    `day_first` says that `3/4/2014` is 3 April. `zone` is the time zone of times, empty without
    one.
    """

    day_first: bool = False
    zone: str = ""


def edtf_of(text: str, rules: Rules, era: str = "") -> str:
    """Return one date as EDTF, which need not exist.

    A week is one day of several, `[2014-03-17..2014-03-23]`. `era` is that of the end of a range,
    which counts for its start, too. Raises DateError if the text has no full date.
    """
    if found := _ISO_TIME.fullmatch(text):
        return f"{found[1]}Z"
    if found := _WEEK.fullmatch(text):
        return _week(text, *found.groups())
    if era and text.isdecimal():
        text = f"{text} {era}"
    if found := _ERA.fullmatch(text):
        return _year(found[1], found[2])
    if found := _PLAIN.fullmatch(text):
        before, day, time, after = found.groups()
        # In EDTF, months from 21 are seasons.
        if day[5:7] > "12":
            raise DateError(f"'{visible(text)}' does not exist: there is no month {day[5:7]}")
        return _with_time(day, time, rules) + (after or before)
    if time_of(text):
        raise DateError(f"'{text}' is a time without a day: write 2014-03-18 10:30")
    if found := _SLASHES.fullmatch(text):
        return _from_numbers(text, found, rules)
    if found := _MONTH_FIRST.fullmatch(text):
        month, day, year, time = found.groups()
        return _from_words(text, year, month, day, time, rules)
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year, time = found.groups()
        return _from_words(text, year, month, day, time, rules)
    if found := _MONTH_ALONE.fullmatch(text):
        return _from_words(text, found[2], found[1], "", "", rules)
    raise DateError(f"'{visible(text)}' is not a date: write 2014-03-18")


def era_of(text: str) -> str:
    """Return the era at the end of a date, empty if it has none."""
    found = _ERA.fullmatch(text)
    return found[2] if found else ""


def time_of(text: str) -> tuple[int, int] | None:
    """Return the hour and minute of a time of day; None if it is none."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def _from_numbers(text: str, found: re.Match[str], rules: Rules) -> str:
    first, second, year, time, doubt = found.groups()
    if len(year) < 3:
        raise DateError(f"'{visible(text)}' does not have all the digits of its year: write them")
    if not second:
        return _year(year, "") + doubt
    day, month = ("", second)
    if first:
        day, month = (first, second) if rules.day_first else (second, first)
    date = f"{_year(year, '')}-{month:0>2}" + (f"-{day:0>2}" if day else "")
    return _with_time(date, time, rules) + doubt


def _from_words(text: str, year: str, month: str, day: str, time: str, rules: Rules) -> str:
    if not year:
        raise DateError(f"'{visible(text)}' has no year: write one")
    date = f"{_year(year, '')}-{_NUMBER_OF_MONTH[month.lower()]:02}"
    return _with_time(date + (f"-{day:0>2}" if day else ""), time, rules)


def _year(digits: str, era: str) -> str:
    year = int(digits)
    if era.upper() in ("BCE", "BC"):
        year = 1 - year
    sign = "-" if year < 0 else ""
    return f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04}"


def _with_time(day: str, time: str | None, rules: Rules) -> str:
    """Return a day with a time of day in the zone of the file."""
    if not time:
        return day
    clock = time_of(time)
    if clock is None:
        raise DateError(f"'{visible(time)}' is not a time of day: write 10:00 or 10am")
    try:
        moment = datetime.fromisoformat(f"{day}T{clock[0]:02}:{clock[1]:02}")
        if rules.zone:
            moment = moment.replace(tzinfo=zone_named(rules.zone))
        return edtf_of_moment(moment)
    except UnknownZoneError as error:
        raise DateError(str(error)) from None
    except ValueError:
        raise DateError(f"'{visible(day)}' does not exist") from None


def _week(text: str, year: str, week: str, day: str | None) -> str:
    try:
        first = datetime.fromisocalendar(int(year), int(week), int(day or 1))
        last = first if day else first + timedelta(days=6)
    except (ValueError, OverflowError):
        raise DateError(f"the week '{text}' does not exist") from None
    if day:
        return f"{first.date()}"
    return f"[{first.date()}..{last.date()}]"

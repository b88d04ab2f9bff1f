"""Dates with names in them: `18 March 2014`, `Fall of 2014`, `Q1 2014`."""

import re
from collections.abc import Iterator

from timeline.dates.advice.years import year_of_era
from timeline.dates.days import MONTHS
from timeline.dates.edtf import SEASONS

_MONTH_NUMBERS = {name[:3].lower(): f"{number:02}" for number, name in enumerate(MONTHS, 1)}
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = (
    r"(?P<year>[0-9]{1,4} ?(?:bce?|ce|ad)|ad ?[0-9]{1,4}"
    r"|[0-9]{4}(?:/(?P<new>[0-9]{4}|[0-9]{1,2}))?)"
)
_GAP = r"(?: of |, |[ ,/-]+)"
_DATES = (
    f"{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}",
    f"{_MONTH}{_GAP}{_DAY}{_GAP}{_YEAR}",
    f"{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}",
    f"{_MONTH}{_GAP}{_YEAR}",
    f"{_YEAR}{_GAP}{_MONTH}",
)
_SEASON = r"(?P<name>spring|summer|autumn|fall|winter)(?: of|,)? (?P<year>[0-9]{4})"
_WINTER = r"(?:the )?winter(?: of)? ([0-9]{4})[-/]([0-9]{2}|[0-9]{4})"
_QUARTER = r"([0-9]{4})[ /-]?([qh])([1-4])"
_QUARTER_FIRST = r"([qh])([1-4])[ /-]?([0-9]{4})"
_QUARTER_IN_WORDS = r"(?:the )?(first|second|third|fourth) (quarter|half)(?: of)? ([0-9]{4})"

DUAL_YEAR = r"([0-9]{4})/([0-9]{1,2})"
"""The two years of a date, counted from March (Old Style) and from January: `1743/44`."""


def in_words(written: str) -> Iterator[str]:
    """Yield the EDTF texts that a date with names can mean; some may not exist."""
    for pattern in _DATES:
        if found := re.fullmatch(pattern, written):
            yield _date(found)
    if found := re.fullmatch(_WINTER, written):
        if (int(found[1]) + 1) % 100 == int(found[2]) % 100:
            yield f"{found[1]}-24"
    elif found := re.fullmatch(_SEASON, written.removeprefix("the ")):
        yield from _season(found["name"], int(found["year"]))
    elif found := re.fullmatch(_QUARTER, written):
        yield _quarter(found[1], found[2], int(found[3]))
    elif found := re.fullmatch(_QUARTER_FIRST, written):
        yield _quarter(found[3], found[1], int(found[2]))
    elif found := re.fullmatch(_QUARTER_IN_WORDS, written):
        number = 1 + ("first", "second", "third", "fourth").index(found[1])
        yield _quarter(found[3], found[2][0], number)


def second_year(year: str, short: str) -> str:
    """Return the second year of `1743/44`, empty if it is not the year after the first."""
    following = f"{int(year) + 1:04}"
    return following if following.endswith(short) else ""


def _date(found: re.Match[str]) -> str:
    parts = found.groupdict()
    year = year_of_era(parts["year"]) or parts["year"]
    if parts["new"]:
        # Only days up to 25 March have two years.
        early = parts["name"][:3] in ("jan", "feb", "mar")
        year = second_year(year[:4], parts["new"]) if early else ""
    date = f"{year}-{_MONTH_NUMBERS[parts['name'][:3]]}"
    return f"{date}-{parts['day']:0>2}" if parts.get("day") else date


def _season(name: str, year: int) -> Iterator[str]:
    season = SEASONS.index("autumn" if name == "fall" else name)
    if name == "winter":
        yield f"{year - 1:04}-24"
    yield f"{year:04}-{21 + season}"


def _quarter(year: str, kind: str, number: int) -> str:
    if kind == "q":
        return f"{year}-{32 + number}"
    return f"{year}-{39 + number}" if number <= 2 else ""

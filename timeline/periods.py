"""What people type for a span of time: `march 2014`, `last 6 months`, `@crimea-annexation+6m`.

Never for the date of an event, which is EDTF: what is missing here is taken from today.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from timeline.dates import Day, EventDate
from timeline.errors import DateError, TimelineError
from timeline.query import as_period


class Period(NamedTuple):
    """A span of days, both ends within it; None where it has no end on that side."""

    first: Day | None
    last: Day | None


class PeriodError(TimelineError):
    """A text that names no span of time."""


_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_RELATIVE = re.compile(r"(?:last|past)\s+(\d{1,6})\s+(day|week|month|year)s?")
_AGO = re.compile(r"(\d{1,6})\s+(day|week|month|year)s?\s+ago")
_CALENDAR = re.compile(r"(this|last|next)\s+(week|month|year)")
_HUNG = re.compile(r"@(.+?)(?:([+-]\d{1,6})([dwmy]))?")
_SEASON = re.compile(r"(spring|summer|autumn|fall|winter)\s+(?:of\s+)?(\d{4})")
_NAMED_MONTH = re.compile(
    r"(?:(?:\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"[a-z]{3,9}\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?,?\s+\d{4}"
)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

FORMS = "2014, 2014-03, 'march 2014', '18 March 2014', 'last 6 months' or '@EVENT+6m'"


def parse(text: str, today: date, date_of: Callable[[str], EventDate]) -> Period:
    """Return the span that `text` names, as typed on the day `today`.

    `date_of` gives the date of the event with an id. Raises `PeriodError` where the text names no
    span, or more than one; what `date_of` raises goes through.
    """
    text = text.strip()
    if hung := _HUNG.fullmatch(text):
        when = date_of(hung[1])
        span = Period(when.earliest, when.latest)
        return span if hung[2] is None else _moved(span, int(hung[2]), _UNITS[hung[3]])
    for read in (as_period, _edtf):
        if (named := read(text)) is not None:
            return Period(named.earliest, named.latest)
    words = " ".join(text.casefold().split())
    return _relative(words, today) or _named(words) or _refuse(text)


def _edtf(text: str) -> EventDate | None:
    try:
        return EventDate.parse(text)
    except DateError:
        return None


def _relative(words: str, today: date) -> Period | None:
    now = _day(today)
    if words in ("today", "yesterday", "tomorrow"):
        moved = now.ordinal + {"today": 0, "yesterday": -1, "tomorrow": 1}[words]
        return Period(Day.from_ordinal(moved), Day.from_ordinal(moved))
    if found := _RELATIVE.fullmatch(words):
        return Period(_shifted(now, -int(found[1]), found[2]), now)
    if found := _AGO.fullmatch(words):
        day = _shifted(now, -int(found[1]), found[2])
        return Period(day, day)
    if found := _CALENDAR.fullmatch(words):
        step = {"this": 0, "last": -1, "next": 1}[found[1]]
        if found[2] == "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
            return Period(_day(monday), _day(monday + timedelta(days=6)))
        first = _shifted(now._replace(day=1), step, found[2])
        if found[2] == "year":
            return Period(Day(first.year, 1, 1), Day(first.year, 12, 31))
        return Period(first, Day.from_ordinal(_shifted(first, 1, "month").ordinal - 1))
    return None


def _named(words: str) -> Period | None:
    """Return a month, day or season called by its name; dateutil knows the names."""
    if found := _SEASON.fullmatch(words):
        when = EventDate.parse(f"{found[2]}-{_SEASONS[found[1]]}")
        return Period(when.earliest, when.latest)
    if not _NAMED_MONTH.fullmatch(words):
        return None
    from dateutil import parser

    try:
        # What differs between the two readings did not stand in the text.
        early = parser.parse(words, default=datetime(2000, 1, 1))
        late = parser.parse(words, default=datetime(2000, 12, 28))
    except (ValueError, OverflowError):
        return None
    if early.month != late.month or early.time() != datetime.min.time():
        return None
    last = early if early.day == late.day else _last_of_month(early)
    return Period(_day(early), _day(last))


def _last_of_month(day: datetime) -> datetime:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _refuse(text: str) -> Period:
    if found := _NUMBERS.fullmatch(text):
        one, two, year = int(found[1]), int(found[2]), found[3]
        forms = [
            f"{year}-{month:02}-{day:02}"
            for day, month in dict.fromkeys([(one, two), (two, one)])
            if _edtf(f"{year}-{month:02}-{day:02}")
        ]
        if len(forms) == 2:
            raise PeriodError(f"'{text}' is ambiguous: write {forms[0]} or {forms[1]}")
        if forms:
            raise PeriodError(f"'{text}' is no period: write {forms[0]}")
    try:
        EventDate.parse(text)
    except DateError as error:
        if "does not exist" in str(error):
            raise PeriodError(str(error)) from None
    raise PeriodError(f"'{text}' is no period: write {FORMS}")


def _moved(span: Period, count: int, unit: str) -> Period:
    return Period(
        None if span.first is None else _shifted(span.first, count, unit),
        None if span.last is None else _shifted(span.last, count, unit),
    )


def _shifted(day: Day, count: int, unit: str) -> Day:
    """Return the day so many units later; the last of a month where it has no such day."""
    if unit in ("day", "week"):
        return Day.from_ordinal(day.ordinal + count * (7 if unit == "week" else 1))
    return day.months_later(count * (12 if unit == "year" else 1))


def _day(when: date) -> Day:
    return Day(when.year, when.month, when.day)

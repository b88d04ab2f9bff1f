"""Periods as people type them: `march 2014`, `last 6 months`, `@crimea-annexation+6m`.

Not used for the dates of events, which are EDTF and never relative to the current day.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from timeline.dates.days import Day
from timeline.dates.durations import OFFSET, UNITS, Duration, suffixed
from timeline.dates.edtf import Edge
from timeline.dates.event_date import EventDate
from timeline.dates.intervals import typed_interval
from timeline.errors import DateError, NotUnderstoodError
from timeline.text import listed, visible


class Period(NamedTuple):
    """A span of days, including both ends; a side is None if it is open.

    `sure` holds the days that certainly belong to it, if they may be fewer: those of an event
    between the latest day on which it can have begun and the earliest on which it can have ended.
    Its first day is after its last if no day is certain.
    """

    first: Day | None
    last: Day | None
    sure: "Period | None" = None

    def moved(self, count: int, unit: str) -> "Period":
        """Return the period moved by a number of days, weeks, months or years."""
        first, last = (side and _moved(side, count, unit) for side in self[:2])
        return Period(first, last, self.sure and self.sure.moved(count, unit))


class PeriodError(NotUnderstoodError):
    """A text that is not a period."""


_COUNT = r"([0-9]{1,9}|an?|one)"
_RELATIVE = re.compile(rf"(?:last|past)\s+{_COUNT}\s+(day|week|month|year)s?")
_AGO = re.compile(rf"{_COUNT}\s+(day|week|month|year)s?\s+ago")
_CALENDAR = re.compile(r"(this|last|next)\s+(week|month|year)")
_SEASON = re.compile(r"(?:the\s+)?(spring|summer|autumn|fall|winter)\s+(?:of\s+)?([0-9]{4})")
# dateutil reads the year 0044 as 1944 or 2044.
_NAMED_MONTH = re.compile(
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"[a-z]{3,9}\.?(?:\s+[0-9]{1,2}(?:st|nd|rd|th)?,?)?,?\s+(?!00)[0-9]{4}"
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

FORMS = "2014, 2014-03, 2014..2016, 'march 2014', '18 March 2014', 'last 6 months' or '@EVENT+6m'"


def parse_period(
    text: str,
    today: date,
    date_of: Callable[[str], EventDate],
    is_event: Callable[[str], bool],
) -> Period:
    """Parse a period, typed on the day `today`.

    `date_of` returns the date of the event with an id, which may be shortened; `is_event` tells
    whether a text is a complete id. Intervals are read as in `typed_interval`. Raises `PeriodError`
    if the text is not a period or is ambiguous, and whatever `date_of` raises.
    """
    text = text.strip()
    if text.startswith("@"):
        return _hung(text[1:], date_of, is_event)
    try:
        when = EventDate.parse(typed_interval(text))
    except DateError as error:
        words = " ".join(text.casefold().split())
        period = _relative(words, today) or _named(words)
        if period is None and "is not EDTF" in str(error):
            period = _only_reading(words)
        if period is None:
            raise _refused(text, str(error)) from None
        return period
    if when.has_time:
        raise PeriodError(
            f"'{visible(text)}' has a time of day, but periods are whole days",
            f"write {when.without_time()}",
        )
    return Period(when.earliest, when.latest)


def _hung(
    text: str, date_of: Callable[[str], EventDate], is_event: Callable[[str], bool]
) -> Period:
    """Return the period of an event, moved by the offset after its id, if there is one.

    An id may itself end like an offset.
    """
    found = None if is_event(text) else suffixed(text, OFFSET)
    name, _, offset = found if found and found.duration else (text, "", None)
    try:
        when = date_of(name)
    except NotUnderstoodError as error:
        raise _without_unit(text, error, date_of) from None
    # An event with an unknown start has begun by its last day.
    begun = when.begins_by or (when.latest if when.start.edge is Edge.UNKNOWN else None)
    sure = Period(begun, when.ends_from)
    whole = Period(when.earliest, when.latest)
    period = whole if sure == whole else whole._replace(sure=sure)
    return period.moved(*offset) if offset else period


def _without_unit(
    text: str, error: NotUnderstoodError, date_of: Callable[[str], EventDate]
) -> NotUnderstoodError:
    """Return the error for an id that is unknown, or is that of an event and a number: `id+6`."""
    found = suffixed(text, OFFSET)
    if found is None or found.duration:
        return error
    try:
        date_of(found.text)
    except NotUnderstoodError:
        return error
    return PeriodError(
        f"{error.message}, and the length of time '{found.written}' has no unit",
        units_of(found.written),
    )


def units_of(number: str) -> str:
    """Return the advice to add a unit to the number of a length of time."""
    return "write " + listed(f"'{number}{letter}'" for letter in UNITS)


def _relative(words: str, today: date) -> Period | None:
    now = Day.of(today)
    if words in ("today", "yesterday", "tomorrow"):
        day = _moved(now, {"today": 0, "yesterday": -1, "tomorrow": 1}[words], "day")
        return Period(day, day)
    if found := _RELATIVE.fullmatch(words):
        return Period(_moved(now, -_count(found[1]), found[2]), now)
    if found := _AGO.fullmatch(words):
        day = _moved(now, -_count(found[1]), found[2])
        return Period(day, day)
    if found := _CALENDAR.fullmatch(words):
        step, unit = {"this": 0, "last": -1, "next": 1}[found[1]], found[2]
        before = {"week": today.weekday(), "month": today.day - 1}.get(unit)
        first = Day(now.year, 1, 1) if before is None else _moved(now, -before, "day")
        first = _moved(first, step, unit)
        return Period(first, _moved(_moved(first, 1, unit), -1, "day"))
    return None


def _count(words: str) -> int:
    return int(words) if words.isdigit() else 1


def _named(words: str) -> Period | None:
    """Return a month, day or season given by name; dateutil knows the names."""
    if found := _SEASON.fullmatch(words):
        when = EventDate.parse(f"{found[2]}-{_SEASONS[found[1]]}")
        return Period(when.earliest, when.latest)
    if not _NAMED_MONTH.fullmatch(words):
        return None
    from dateutil import parser

    try:
        # Parts that differ between the two readings are missing from the text.
        early = parser.parse(words, default=datetime(2000, 1, 1))
        late = parser.parse(words, default=datetime(2000, 12, 28))
    except (ValueError, OverflowError) as error:
        if "out of range for month" in str(error):
            raise PeriodError(f"'{words}' does not exist: that month has fewer days") from None
        return None
    if early.month != late.month or early.time() != datetime.min.time():
        return None
    first = Day.of(early)
    if early.day == late.day:
        return Period(first, first)
    return Period(first, _moved(_moved(first, 1, "month"), -1, "day"))


def _only_reading(words: str) -> Period | None:
    """Return the period of a date in other notations, such as `44 BC`, if it has one reading."""
    from timeline.dates.advice import edtf_readings

    readings = edtf_readings(words)
    if len(readings) != 1:
        return None
    when = EventDate.parse(readings[0])
    return None if when.has_time else Period(when.earliest, when.latest)


def _refused(text: str, why_no_date: str) -> PeriodError:
    """Return the error for a text, which says what is wrong with it as a date, if that is clear."""
    if "any other EDTF date" in why_no_date:
        return PeriodError(f"'{visible(text)}' is not a period", f"write {FORMS}")
    return PeriodError(
        why_no_date.replace(f"'{visible(typed_interval(text))}'", f"'{visible(text)}'")
    )


def _moved(day: Day, count: int, unit: str) -> Day:
    return Duration(count, unit).after(day)

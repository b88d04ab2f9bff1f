"""The events on a given day of the year, in all years."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from timeline.dates import (
    MONTHS,
    NO_END,
    NO_START,
    CalendarUnit,
    Day,
    EventDate,
    Unit,
    days_in_month,
)
from timeline.errors import NotUnderstoodError
from timeline.index import Index
from timeline.model import Event, Facet
from timeline.search import Selection
from timeline.text import visible

FORMS = "write 03-18, '18 March', 2014-03-18 or today"

_DIGITS = r"(?:--)?(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_DAY_FIRST = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*(?P<month>[a-z]{3,9})\.?"
_MONTH_FIRST = r"(?P<month>[a-z]{3,9})\.?[\s-]*(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"

_LEAP_YEAR = 2000
_DAYS_OF_400_YEARS = 146_097


class DayOfYear(NamedTuple):
    """A month and a day, without a year."""

    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]}"


class Anniversary(msgspec.Struct, frozen=True):
    """An event that happened, began or ended on the day.

    `year` is the year in which it did. `what` is `began` or `ended` for an interval, otherwise
    empty.
    """

    event: Event
    year: int
    what: str

    @property
    def date(self) -> EventDate:
        """The date of the event; for an interval, its start or its end."""
        date = self.event.date
        if not self.what:
            return date
        return EventDate.parse((date.start if self.what == "began" else date.end).text)


def day_of_year(text: str) -> DayOfYear | None:
    """Parse a day of the year without a year; return None if the text has another form.

    Raises NotUnderstoodError if the day does not exist.
    """
    words = " ".join(text.casefold().split())
    for form in (_DIGITS, _DAY_FIRST, _MONTH_FIRST):
        if found := re.fullmatch(form, words):
            month, day = _month(found["month"]), int(found["day"])
            if month is not None:
                return _existing(text, month, day)
    return None


def first_day(text: str, words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the text of a day and the other words; the first word may belong to the day."""
    if words and day_of_year(text) is None and day_of_year(f"{text} {words[0]}"):
        return f"{text} {words[0]}", list(words[1:])
    return text, list(words)


def find_day(index: Index, text: str, today: date) -> DayOfYear:
    """Parse a day of the year, such as `03-18`, `18 March`, `2014-03-18` or `today`.

    Raises NotUnderstoodError if the text is not a single day.
    """
    if named := day_of_year(text):
        return named
    from timeline.search import typed_period

    try:
        first, last, _ = typed_period(index, text, today)
    except NotUnderstoodError as error:
        if text.strip().startswith("@") or "does not exist" in error.message:
            raise
        raise NotUnderstoodError(f"'{visible(text)}' is not a day", FORMS) from None
    if first is None or first != last:
        raise NotUnderstoodError(f"'{visible(text)}' is not a single day", FORMS)
    return DayOfYear(first.month, first.day)


def anniversaries(found: Selection, day: DayOfYear) -> list[Anniversary]:
    """Return the events found that happened, began or ended on a day of the year, sorted by year.

    Only exact days count: approximate dates are left out. For an interval, both the day on which it
    began and the day on which it ended count. If the question asks about a time, the day must be
    in it.
    """
    asked, columns = found.asked, found.index.columns
    of_year_0 = Day(0 if day.month > 2 else 1, day.month, day.day).ordinal
    low = NO_START if asked.opens is None else asked.opens
    high = NO_END if asked.closes is None else asked.closes
    earliest, latest = columns.earliest, columns.latest
    # An event of one day is in the set of its month; a longer one may end in another month.
    bitmaps = found.index.bitmaps
    same_month = [
        unit
        for unit in bitmaps.count(Facet.MONTH)
        if isinstance(unit, CalendarUnit) and unit.unit is Unit.MONTH and unit.month == day.month
    ]
    candidates = (bitmaps.union(Facet.MONTH, same_month) | bitmaps.longer()) & found.positions
    shift = 1200 - 400 * of_year_0

    def is_on_day(ordinal: int) -> bool:
        # A fast test comes first. Years vary in length: dates are up to two days off the average.
        is_near = (400 * ordinal + shift) % _DAYS_OF_400_YEARS < 2400
        return is_near and Day.from_ordinal(ordinal)[1:] == day

    numbers = [
        columns.numbers[position]
        for position in candidates
        if is_on_day(earliest[position]) or is_on_day(latest[position])
    ]
    hits = (
        hit
        for event in found.index.events(numbers)
        for hit in _hits(event, day)
        if low <= Day(hit.year, *day).ordinal <= high
    )
    return sorted(hits, key=lambda hit: hit.year)


def _hits(event: Event, day: DayOfYear) -> Iterator[Anniversary]:
    date = event.date
    if date.approximate:
        return
    first, last = date.starts_on, date.ends_on
    is_one = first is not None and (first == last or not date.is_interval)
    if first is not None and first[1:] == day:
        yield Anniversary(event, first.year, "" if is_one else "began")
    if last is not None and last[1:] == day and not is_one:
        yield Anniversary(event, last.year, "ended")


def _month(text: str) -> int | None:
    """Parse a month written in digits, as its name or as the start of its name."""
    if text.isdecimal():
        return int(text)
    return next((n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(text)), None)


def _existing(text: str, month: int, day: int) -> DayOfYear:
    if not 1 <= month <= len(MONTHS):
        reason = f"a year has {len(MONTHS)} months, and the month comes first"
    else:
        length = days_in_month(_LEAP_YEAR, month)
        if 1 <= day <= length:
            return DayOfYear(month, day)
        reason = f"{MONTHS[month - 1]} has {'at most ' * (month == 2)}{length} days"
    raise NotUnderstoodError(f"'{visible(text)}' does not exist: {reason}", FORMS)

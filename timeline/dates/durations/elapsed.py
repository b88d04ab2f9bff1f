"""How long ago something was and how long it lasted, as precisely as its date allows."""

from typing import NamedTuple

from timeline.dates.days import SECONDS_OF_DAY, Day, Precision
from timeline.dates.edtf import Side
from timeline.dates.event_date import EventDate

_DAYS_OF_YEAR = 365.2425
_DAYS_OF_MONTH = _DAYS_OF_YEAR / 12

_MOST_SHORT_DAYS = 100
"""The longest time that a short text gives in days."""


class _Length(NamedTuple):
    """A length of time in units; `least` is the minimum of `years`, if the length is a range."""

    years: int = 0
    months: int = 0
    days: int = 0
    least: int | None = None

    def __str__(self) -> str:
        counts = zip(self[:3], ("year", "month", "day"), strict=True)
        parts = [f"{count:,} {unit}{'s' * (count != 1)}" for count, unit in counts if count]
        text = " ".join(parts[:2]) or "0 days"
        return text if self.least is None else f"{self.least:,} to {text}"

    @property
    def short(self) -> str:
        """The length in years and months only."""
        counts = ((self.years, "y"), (self.months, "mo"))
        text = " ".join(f"{count:,} {unit}" for count, unit in counts if count)
        return text if self.least is None else f"{self.least:,} to {text}"


def time_between(first: Day, last: Day) -> str:
    """Return the time from one day to a later one in its two largest units: `12 years 8 months`."""
    return str(_counted(first, last))


def rough_time_between(first: Day, last: Day) -> str:
    """Return the time from one day to a later one in its largest unit, rounded down."""
    length = _counted(first, last)
    years, months, _ = length[:3]
    return str(_Length(years) if years else _Length(0, months) if months else length)


def estimated_time_between(early: tuple[Day, Day], late: tuple[Day, Day]) -> str:
    """Return about how long it is from a day in one span to a day in a later span."""
    return f"about {_estimated(early, late)}"


def time_ago(date: EventDate, today: Day) -> str:
    """Return how long before or after `today` a date is; empty if that is not known.

    It is not known if the start has no bounds, or if it may be today but is not known to the day.
    The length has `about` before it if the date is approximate, uncertain or not known to the day.
    """
    first, last = date.earliest, date.begins_by
    if first is None or last is None:
        return ""
    if first <= today <= last:
        return "today" if first == last else ""
    past = last < today
    began = "began " if date.ongoing else ""
    span = _span(date, first, last, today)
    return f"{began}{span} ago" if past else f"in {span}"


def elapsed_between(earlier: EventDate, later: EventDate) -> str:
    """Return the time from the start of a date to that of a later one, in short: `+1 y 2 mo`.

    Less than a day between two times is given in hours and minutes, if both or neither have a zone.
    Up to a hundred days are given in days, and longer times in years and months. If the times have
    different zones, days are counted in the first zone. `+~2 mo` is an estimate, for dates that are
    approximate, uncertain or not known to the day. The text is empty if a start has no bounds, or
    if the order of the starts is not known. It has a minus if the second date is the earlier one.
    """
    starts = (earlier.earliest, earlier.begins_by), (later.earliest, later.begins_by)
    (first, first_by), (last, last_by) = starts
    if first is None or first_by is None or last is None or last_by is None:
        return ""
    about = "~" if earlier.in_doubt or later.in_doubt else ""
    if earlier.starts_on and later.starts_on:
        seconds = _seconds_between(earlier.start, later.start)
        if seconds is not None:
            if abs(seconds) < SECONDS_OF_DAY:
                return _hours(seconds, about)
            last = _day_in_zone(later.start, earlier.start.offset or 0)
        sign = "+" if first <= last else "-"
        days = abs(last.ordinal - first.ordinal)
        if days <= _MOST_SHORT_DAYS:
            return f"{sign}{about}{days} d"
        return f"{sign}{about}{_counted(*sorted((first, last))).short}"
    if first_by < last:
        return f"+~{_estimated((first, first_by), (last, last_by)).short}"
    if last_by < first:
        return f"-~{_estimated((last, last_by), (first, first_by)).short}"
    return ""


def time_lasted(date: EventDate, today: Day) -> str:
    """Return how long an interval lasted, or has lasted until `today`; empty for a single day.

    It is also empty for a date that is a calendar unit (`2014-03`), and for an interval with a side
    that is not known to the year.
    """
    first, begins_by, last = date.earliest, date.begins_by, date.latest
    if not date.is_interval or first is None or begins_by is None:
        return ""
    if date.ongoing:
        return f"lasting {_span(date, first, begins_by, today)} so far" if begins_by < today else ""
    if last is None or first == last:
        return ""
    after = Day.from_ordinal(last.ordinal + 1)
    rank = min(side.precision.rank for side in (date.start, date.end) if side.precision)
    if rank >= Precision.DAY.rank and not date.in_doubt:
        return f"lasting {time_between(first, after)}"
    if rank < Precision.YEAR.rank:
        return ""
    in_units = _in_years if rank == Precision.YEAR.rank else _in_months
    about = in_units(after.ordinal - first.ordinal)
    return f"lasting about {about}" if any(about[:2]) else ""


def _span(date: EventDate, first: Day, last: Day, today: Day) -> str:
    """Return the time between `today` and a day in a span, as precisely as the span allows."""
    if first == last:
        about = "about " if date.in_doubt else ""
        return about + time_between(*sorted((first, today)))
    return estimated_time_between(*sorted(((first, last), (today, today))))


def _counted(first: Day, last: Day) -> _Length:
    """Return the time from one day to a later one."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day:
        months -= 1
    days = last.ordinal - first.months_later(months).ordinal
    return _Length(months // 12, months % 12, days)


def _estimated(early: tuple[Day, Day], late: tuple[Day, Day]) -> _Length:
    """Return the time from a day in one span to a day in a later span.

    Its unit depends on the longer of the two spans.
    """
    low = late[0].ordinal - early[1].ordinal
    high = late[1].ordinal - early[0].ordinal
    spread = max(last.ordinal - first.ordinal for first, last in (early, late))
    middle = (low + high) / 2
    if spread < 32 or (spread < 190 and high < 2 * _DAYS_OF_YEAR):
        return max(_in_months(middle), _Length(months=1))
    if spread < 367:
        return max(_in_years(middle), _Length(years=1))
    return _in_years(high)._replace(least=round(low / _DAYS_OF_YEAR))


def _seconds_between(earlier: Side, later: Side) -> int | None:
    """Return the seconds from one time to another, None if they cannot be compared."""
    if earlier.seconds is None or later.seconds is None or earlier.has_zone != later.has_zone:
        return None
    assert earlier.earliest is not None
    assert later.earliest is not None
    days = later.earliest.ordinal - earlier.earliest.ordinal
    return SECONDS_OF_DAY * days + later.seconds - earlier.seconds


def _hours(seconds: int, about: str) -> str:
    minutes = int(seconds / 60)
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours)
    return f"{'-' if minutes < 0 else '+'}{about}{' '.join(parts)}"


def _day_in_zone(time: Side, offset: int) -> Day:
    """Return the day of a time in the zone that is `offset` minutes ahead of UTC."""
    assert time.earliest is not None
    assert time.seconds is not None
    return Day.from_ordinal(time.earliest.ordinal + (time.seconds + 60 * offset) // SECONDS_OF_DAY)


def _in_years(days: float) -> _Length:
    return _Length(round(days / _DAYS_OF_YEAR))


def _in_months(days: float) -> _Length:
    return _Length(*divmod(round(days / _DAYS_OF_MONTH), 12))

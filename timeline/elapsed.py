"""How long ago something was and how long it lasted, no closer than its date is known."""

from timeline.dates import Day, EventDate, Precision

_DAYS_OF_YEAR = 365.2425
_DAYS_OF_MONTH = _DAYS_OF_YEAR / 12


def words(first: Day, last: Day) -> str:
    """Return the time from one day to a later one in its two largest units: `12 years 8 months`."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day:
        months -= 1
    days = last.ordinal - first.months_later(months).ordinal
    parts = [
        _counted(count, unit)
        for count, unit in ((months // 12, "year"), (months % 12, "month"), (days, "day"))
        if count
    ]
    return " ".join(parts[:2]) or "0 days"


def ago(date: EventDate, today: Day) -> str:
    """Return how long before (or after) `today` a date lies; empty where that is not known.

    It is so where the start has no bounds, or may be today. A date that is not known to the day,
    or that is approximate or uncertain, gives `about`.
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


def lasted(date: EventDate, today: Day) -> str:
    """Return how long an interval lasted, or has lasted up to `today`; empty for a single day.

    A date that is one unit of the calendar (`2014-03`) is no interval: empty as well, as where a
    side is not known to the year.
    """
    first, begins_by, last = date.earliest, date.begins_by, date.latest
    if "/" not in date.text or first is None or begins_by is None:
        return ""
    if date.ongoing:
        return f"lasting {_span(date, first, begins_by, today)} so far" if begins_by < today else ""
    if last is None or first == last:
        return ""
    after = Day.from_ordinal(last.ordinal + 1)
    rank = min(EventDate.parse(side).precision.rank for side in date.text.split("/"))
    if rank >= Precision.DAY.rank and not _in_doubt(date):
        return f"lasting {words(first, after)}"
    in_units = _years if rank <= Precision.YEAR.rank else _months
    about = in_units(after.ordinal - first.ordinal) if rank >= Precision.YEAR.rank else ""
    return f"lasting about {about}" if about else ""


def _span(date: EventDate, first: Day, last: Day, today: Day) -> str:
    """Return the time between `today` and some day of a span, in the unit that the span allows."""
    if first == last:
        about = "about " if _in_doubt(date) else ""
        return about + words(*sorted((first, today)))
    low, high = sorted((abs(today.ordinal - first.ordinal), abs(today.ordinal - last.ordinal)))
    middle = (low + high) / 2
    if high - low < 32 or (high - low < 190 and high < 2 * _DAYS_OF_YEAR):
        return f"about {_months(middle) or 'a month'}"
    if high - low < 367:
        return f"about {_years(middle) or 'a year'}"
    return f"about {round(low / _DAYS_OF_YEAR):,} to {_years(high)}"


def _in_doubt(date: EventDate) -> bool:
    return date.approximate or date.uncertain


def _years(days: float) -> str:
    count = round(days / _DAYS_OF_YEAR)
    return _counted(count, "year") if count else ""


def _months(days: float) -> str:
    years, months = divmod(round(days / _DAYS_OF_MONTH), 12)
    parts = [_counted(count, unit) for count, unit in ((years, "year"), (months, "month")) if count]
    return " ".join(parts)


def _counted(count: int, unit: str) -> str:
    return f"{count:,} {unit}{'s' if count != 1 else ''}"

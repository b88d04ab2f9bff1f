"""How long ago something was and how long it lasted, no closer than its date is known."""

from timeline.dates import Day, EventDate


def words(first: Day, last: Day) -> str:
    """Return the time from one day to a later one in its two largest units: `12 years 8 months`."""
    years, months, days = _calendar_difference(first, last)
    parts = [
        f"{count:,} {unit}{'s' if count != 1 else ''}"
        for count, unit in ((years, "year"), (months, "month"), (days, "day"))
        if count
    ]
    return " ".join(parts[:2]) if years or months else (parts[0] if parts else "0 days")


def ago(date: EventDate, today: Day) -> str:
    """Return how long before (or after) `today` a date lies; empty where it has no bounds.

    A date that is not known to the day, or that is approximate, gives `about`.
    """
    first, last = date.earliest, date.begins_by
    if first is None or last is None:
        return ""
    if first <= today <= last:
        return "today" if first == last else ""
    past = last < today
    if first == last:
        span = words(last, today) if past else words(today, first)
        about = "about " if date.approximate or date.uncertain else ""
    else:
        span = _rough(first, last, today)
        about = "about "
    began = "began " if date.ongoing else ""
    return f"{began}{about}{span} ago" if past else f"in {about}{span}"


def lasted(date: EventDate, today: Day) -> str:
    """Return how long an interval lasted, or has lasted up to `today`; empty for a single day.

    A date that is one unit of the calendar (`2014-03`) is no interval: empty as well.
    """
    first, last = date.earliest, date.latest
    if "/" not in date.text or first is None:
        return ""
    if date.ongoing:
        return f"lasting {words(first, today)} so far" if first < today else ""
    if last is None or first == last:
        return ""
    exact = all(len(side.lstrip("-")) >= len("2014-03-18") for side in date.text.split("/"))
    about = "" if exact and not (date.approximate or date.uncertain) else "about "
    return f"lasting {about}{words(first, Day.from_ordinal(last.ordinal + 1))}"


def _rough(first: Day, last: Day, today: Day) -> str:
    """Return the time between `today` and some day of a span, in the unit that the span allows."""
    low, high = sorted((abs(today.ordinal - first.ordinal), abs(today.ordinal - last.ordinal)))
    if high - low < 32:
        months = round((low + high) / 2 / 30.4369)
        years, months = divmod(months, 12)
        parts = [
            f"{count} {unit}{'s' if count != 1 else ''}"
            for count, unit in ((years, "year"), (months, "month"))
            if count
        ]
        return " ".join(parts) or "a month"
    least, most = round(low / 365.2425), round(high / 365.2425)
    if high - low < 367:
        middle = round((low + high) / 2 / 365.2425)
        return f"{middle:,} year{'s' if middle != 1 else ''}" if middle else "a year"
    return f"{least:,} to {most:,} years"


def _calendar_difference(first: Day, last: Day) -> tuple[int, int, int]:
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day:
        months -= 1
    return months // 12, months % 12, last.ordinal - first.months_later(months).ordinal

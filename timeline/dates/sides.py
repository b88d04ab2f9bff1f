"""The sides of dates: where an interval begins and ends, as far as it was written."""

import re

from timeline.dates.event_date import EventDate
from timeline.errors import DateError


def start_text(date: EventDate) -> str:
    """Return the EDTF of where a date begins: of an interval its first side, else the date."""
    return date.text.partition("/")[0]


def end_text(date: EventDate) -> str:
    """Return the EDTF of where a date ends: of an interval its second side, else the date."""
    return date.text.rpartition("/")[2]


def has_time(date: EventDate) -> bool:
    """Tell whether a date has a time of day."""
    return "T" in date.text


def without_time(date: EventDate) -> EventDate:
    """Return a date without its times of day: the days that were written with them."""
    return EventDate.parse(re.sub("T[0-9:Z+-]+", "", date.text)) if has_time(date) else date


def from_to(start: str, end: str) -> str:
    """Return in words the time from one EDTF date to another: `1 March to 30 November 2020`."""
    if start == end and _is_known(start):
        return EventDate.parse(start).describe()
    try:
        return EventDate.parse(f"{start}/{end}").describe()
    except DateError:
        # Neither a set nor a date that is open on both sides is an interval of EDTF.
        last = _OPEN.get(end) or EventDate.parse(end).describe()
        return (
            f"{EventDate.parse(start).describe()} to {last}"
            if _is_known(start)
            else f"until {last}"
        )


_OPEN = {"..": "now", "": "an unknown end"}


def _is_known(side: str) -> bool:
    return side not in _OPEN

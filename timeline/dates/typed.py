"""Dates as people type them, as EDTF."""

import re

from timeline.dates.advice import edtf_readings
from timeline.dates.event_date import EventDate
from timeline.errors import DateError

_YEAR_FIRST = "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
# Other numbers may be that of a day in a spreadsheet, a year, or Unix time.
_NUMBER = "[0-9]{5,}"
_DAY_OR_TIME = "[0-9]{8}|[0-9]{12}|[0-9]{14}"


def only_reading(text: str) -> str:
    """Return a date as EDTF, which it is or has as its only reading.

    A text such as `2014-02-30` or `41716` has no other reading. Raises DateError.
    """
    text = text.strip()
    try:
        return EventDate.parse(text).text
    except DateError:
        readings = _readings(text)
        if len(readings) != 1:
            raise
        return readings[0]


def _readings(text: str) -> list[str]:
    """Return the EDTF texts that a text which is not EDTF can mean, without far-fetched ones."""
    if found := re.fullmatch(_YEAR_FIRST, text):
        # No other order of the parts begins with the year.
        year, month, day = found.groups()
        padded = f"{year}-{month:0>2}-{day:0>2}"
        return [one for one in edtf_readings(text) if one == padded]
    if re.fullmatch(_NUMBER, text) and not re.fullmatch(_DAY_OR_TIME, text):
        return []
    return edtf_readings(text)

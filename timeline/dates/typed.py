"""Dates as people type them, as EDTF."""

import re

from timeline.dates.advice import edtf_readings
from timeline.dates.event_date import EventDate
from timeline.errors import DateError

# The first is meant as EDTF, and the second may be the number of a day in a spreadsheet.
_NOTHING_ELSE = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{5,}"


def only_reading(text: str) -> str:
    """Return a date as EDTF, which it is or has as its only reading.

    A text such as `2014-02-30` or `41716` has no other reading. Raises DateError.
    """
    text = text.strip()
    try:
        return EventDate.parse(text).text
    except DateError:
        readings = [] if re.fullmatch(_NOTHING_ELSE, text) else edtf_readings(text)
        if len(readings) != 1:
            raise
        return readings[0]

"""Addresses of copies in web archives."""

import re

from timeline.dates import EventDate
from timeline.errors import DateError

# The time of a copy, as the Wayback Machine and archives that use its software write it, and as
# archive.today does. A shorter time is one that was asked for, and leads to the nearest copy.
_TIME = re.compile(
    r"https?://[^/]+/(?:[^/]+/)*?(?:(\d{4})(\d\d)(\d\d)\d{6}(?:[a-z]{2}_)?|(\d{4})\.(\d\d)\.(\d\d)-\d{6})"
    r"/https?:/",
    re.IGNORECASE,
)
_WAYBACK_MACHINE = "https://web.archive.org/web"


def archived_on(address: str) -> EventDate | None:
    """Return the day on which a copy was made, None if its address does not say it exactly."""
    found = _TIME.match(address)
    if not found:
        return None
    try:
        return EventDate.parse("-".join(filter(None, found.groups())))
    except DateError:
        return None


def copy_near(url: str, date: str) -> str:
    """Return an address that leads to the copy of a page that was made nearest to a date.

    `date` is EDTF; if it is empty or has no first day, the address leads to all copies. Nothing is
    asked: there may be no copy.
    """
    first = EventDate.parse(date).earliest if date else None
    if first is None or not 0 < first.year <= 9999:
        return f"{_WAYBACK_MACHINE}/*/{url}"
    return f"{_WAYBACK_MACHINE}/{first.year:04}{first.month:02}{first.day:02}/{url}"

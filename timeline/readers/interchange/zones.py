"""Times in a time zone, as EDTF."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from timeline.text import visible

_OFFSET = re.compile(r"([+-])?([0-9]{1,2})(?::?([0-9]{2}))?")


class UnknownZoneError(ValueError):
    """A time zone that is not known."""


def zone_named(name: str) -> tzinfo:
    """Return a time zone by its name in the IANA database or its offset, such as `+2` or `-05:30`.

    Raises UnknownZoneError.
    """
    if name in ("Z", "UTC"):
        return UTC
    if found := _OFFSET.fullmatch(name):
        length = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        if length < timedelta(hours=24):
            return timezone(-length if found[1] == "-" else length)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        # Not in the database of time zones.
        raise UnknownZoneError(
            f"the time zone '{visible(name)}' is not known: use one such as Europe/Kyiv"
        ) from None


def edtf_of_moment(moment: datetime) -> str:
    """Return a time as EDTF, with the offset of its time zone if it has one."""
    seconds = "" if moment.second == 0 else f":{moment.second:02}"
    text = f"{edtf_of_day(moment)}T{moment:%H:%M}{seconds}"
    if moment.tzinfo is None:
        return text
    offset = moment.utcoffset() or timedelta()
    minutes = int(offset.total_seconds() // 60)
    if not minutes:
        return f"{text}Z"
    return f"{text}{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def edtf_of_day(moment: datetime) -> str:
    """Return the day of a time as EDTF."""
    return f"{moment.year:04}-{moment.month:02}-{moment.day:02}"

"""The dates of iCalendar as EDTF."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import vDuration

from timeline.dates import date_or_interval
from timeline.errors import DateError
from timeline.readers.ics.lines import Property
from timeline.readers.ics.zones import Zones
from timeline.readers.interchange import UnknownZoneError, edtf_of_day, edtf_of_moment

_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?")


# It has no type hints.
_duration: Any = vDuration


def edtf_of(start: Property, end: Property | None, duration: Property | None, zones: Zones) -> str:
    """Return the date of an event as EDTF. The end of an event of whole days is exclusive.

    Raises DateError.
    """
    begins, is_time = _moment(start, zones)
    if end is not None:
        ends, ends_with_time = _moment(end, zones)
        if ends_with_time != is_time:
            raise DateError("the start and the end must both be dates or both be times")
    elif duration is not None:
        try:
            ends = begins + _length(duration)
        except OverflowError:
            raise DateError("the event ends after the year 9999") from None
    else:
        ends = begins
    if not is_time and ends > begins:
        ends -= timedelta(days=1)
    written = edtf_of_moment if is_time else edtf_of_day
    return date_or_interval(written(begins), written(ends))


def _moment(one: Property, zones: Zones) -> tuple[datetime, bool]:
    found = _DATE.fullmatch(one.value.strip())
    if not found:
        raise DateError(f"'{one.value}' is not a date of iCalendar: write 20140318")
    numbers = [int(part or 0) for part in found.groups()[:6]]
    try:
        moment = datetime(*numbers)  # type: ignore[arg-type]
    except ValueError:
        raise DateError(f"'{one.value}' does not exist") from None
    if found[7]:
        return moment.replace(tzinfo=UTC), True
    if found[4] and (name := one.parameters.get("TZID")):
        try:
            moment = moment.replace(tzinfo=zones.named(name))
        except UnknownZoneError as error:
            raise DateError(str(error)) from None
    return moment, bool(found[4])


def _length(duration: Property) -> timedelta:
    try:
        length = _duration.from_ical(duration.value)
    except ValueError:
        raise DateError(f"'{duration.value}' is not a duration: write P1D or PT2H") from None
    assert isinstance(length, timedelta)
    return length

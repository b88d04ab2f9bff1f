"""The date as written, which an export keeps beside the one that its format can show."""

from timeline.dates import SECONDS_OF_DAY, EventDate, Side
from timeline.errors import DateError
from timeline.text import visible


def is_shown_as(written: str, shown: str) -> bool:
    """Return whether an exported date, in EDTF, is still the one that its file shows.

    A format may show only the known side of an open interval, only the years of dates before year 1
    or after 9999, and times in UTC.
    """
    try:
        one, other = EventDate.parse(written), EventDate.parse(shown)
    except DateError:
        return False
    first, last = one.earliest, one.latest
    begins, ends = other.earliest or other.latest, other.latest or other.earliest
    known = first or last
    if known is None or begins is None or ends is None:
        return False
    if any(not 0 < day.year <= 9999 for day in (first or known, last or known)):
        return known.year in (begins.year, ends.year)
    side = one.end if one.start.edge else one.start
    if side.seconds is not None and other.start.seconds is not None:
        return _second(side) == _second(other.start)
    if first is None or last is None:
        return known in (begins, ends)
    return (first, last) == (begins, ends)


def differs(name: str, written: str) -> str:
    """Return the warning for a property with an exported date that its file no longer shows."""
    return f"{name} '{visible(written)}' is not the date of the event, and is ignored: delete it"


def _second(side: Side) -> int | None:
    """Return the time of a side in seconds, counted from a fixed day."""
    if side.earliest is None or side.seconds is None:
        return None
    return side.earliest.ordinal * SECONDS_OF_DAY + side.seconds

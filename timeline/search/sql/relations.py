"""The days during an event, near it, or between two events, as `during:@minsk-2` asks for them."""

import re
from datetime import date

from timeline.dates import Day, Duration, Period
from timeline.errors import NotUnderstoodError
from timeline.index import Index
from timeline.query import Field
from timeline.search.naming import is_id
from timeline.search.sql.lookups import typed_period
from timeline.text import visible

_DISTANCE = re.compile(r"(.+)~([0-9]{1,9}[dwmy])", re.DOTALL | re.IGNORECASE)
_USUAL_DISTANCE = Duration(30, "day")


def related(
    index: Index, field: Field, text: str, today: date, *, certain: bool
) -> tuple[Day | None, Day | None]:
    """Return the first and the last day in which events must lie; None if there is no such bound.

    With `certain`, only the days that qualify wherever the dates of the named events lie within
    their bounds. The first is after the last if there are none. Raises `NotUnderstoodError`.
    """
    if field is Field.BETWEEN:
        return _between(index, text, today, certain=certain)
    distance = None
    if field is Field.NEAR:
        distance = _USUAL_DISTANCE
        found = _DISTANCE.fullmatch(text)
        # An id may itself end like a distance.
        if found and not is_id(index, text[1:]):
            text, distance = found[1], Duration.parse(found[2])
    first, last = _days(typed_period(index, text, today), certain=certain)
    if distance is None:
        return first, last
    before = Duration(-distance.number, distance.unit)
    return first and before.after(first), last and distance.after(last)


def _days(period: Period, *, certain: bool) -> tuple[Day | None, Day | None]:
    first, last, sure = period
    return sure[:2] if certain and sure else (first, last)


def _between(
    index: Index, text: str, today: date, *, certain: bool
) -> tuple[Day | None, Day | None]:
    """Return the days from the end of one event, or the start of a period, to the next."""
    one, separator, other = text.partition("..")
    if not separator or not one or not other:
        raise NotUnderstoodError(
            f"'{visible(text)}' does not name two events or periods",
            "write 'between:@EVENT..@EVENT' or 'between:2014..@EVENT'",
        )
    before, after = (typed_period(index, side, today) for side in (one, other))
    if before.first and after.last and before.first > after.last:
        raise NotUnderstoodError(
            f"'{visible(one)}' is after '{visible(other)}'",
            f"write 'between:{visible(other)}..{visible(one)}'",
        )
    first = _after(one, before, certain=certain) if one.startswith("@") else before.first
    last = _before(other, after, certain=certain) if other.startswith("@") else after.last
    return first, last


def _after(text: str, event: Period, *, certain: bool) -> Day:
    """Return the day from which an event can be over, or certainly is."""
    last = event.last if certain or not event.sure else event.sure.last
    if last is None:
        raise NotUnderstoodError(f"'{visible(text)}' has no known end to search from")
    return last


def _before(text: str, event: Period, *, certain: bool) -> Day:
    """Return the day up to which an event can be still to come, or certainly is."""
    first = event.first if certain or not event.sure else event.sure.first
    if first is None:
        raise NotUnderstoodError(f"'{visible(text)}' has no known start to search up to")
    return first

"""The days during an event, near it, or between two events, as `during:@minsk-2` asks for them."""

import re
from datetime import date

from timeline.dates import DISTANCE, Day, Duration, Period, suffixed, units_of
from timeline.errors import NotUnderstoodError
from timeline.index import Index
from timeline.query import Alternative, Field
from timeline.search.naming import is_id
from timeline.search.sql.lookups import typed_period
from timeline.text import visible

_USUAL_DISTANCE = Duration(30, "day")


def related(
    index: Index, asked: Alternative, today: date, *, certain: bool
) -> tuple[Day | None, Day | None]:
    """Return the first and the last day in which events must lie; None if there is no such bound.

    With `certain`, only the days that qualify wherever the dates of the named events lie within
    their bounds. The first is after the last if there are none. Raises `NotUnderstoodError`.
    """
    if asked.field is Field.BETWEEN:
        return _between(index, asked, today, certain=certain)
    text, distance = asked.value, None
    if asked.field is Field.NEAR:
        text, distance = _and_distance(index, text, today)
    first, last = _days(typed_period(index, text, today, asked), certain=certain)
    if distance is None:
        return first, last
    before = Duration(-distance.number, distance.unit)
    return first and before.after(first), last and distance.after(last)


def _and_distance(index: Index, text: str, today: date) -> tuple[str, Duration]:
    """Return an event or a period, and the distance after it. Raises `NotUnderstoodError`."""
    # An id may itself end like a distance.
    if is_id(index, text[1:]):
        return text, _USUAL_DISTANCE
    if (found := suffixed(text, DISTANCE)) and found.duration:
        return found.text, found.duration
    near, sign, distance = text.rpartition(DISTANCE)
    # A date may contain the sign too, as `2014~` and `2014/~2016`.
    if near.startswith("@") or (
        not _is_period(index, text, today) and _is_period(index, near, today)
    ):
        number = distance.strip() if distance.strip().isdecimal() else ""
        wrong = "has no unit" if number else "is not a length of time"
        message = f"the distance '{sign}{visible(distance)}' {wrong}"
        raise NotUnderstoodError(message, units_of(f"{sign}{number or 2}"))
    return text, _USUAL_DISTANCE


def _is_period(index: Index, text: str, today: date) -> bool:
    try:
        typed_period(index, text, today)
    except NotUnderstoodError:
        return False
    return True


def _days(period: Period, *, certain: bool) -> tuple[Day | None, Day | None]:
    first, last, sure = period
    return sure[:2] if certain and sure else (first, last)


def _between(
    index: Index, asked: Alternative, today: date, *, certain: bool
) -> tuple[Day | None, Day | None]:
    """Return the days from the end of one event, or the start of a period, to the next."""
    one, separator, other = asked.value.partition("..")
    if not separator or not one or not other:
        raise NotUnderstoodError(
            f"'{visible(asked.value)}' does not name two events or periods",
            _as_two(index, asked.value, today),
        )
    before, after = (typed_period(index, side, today, asked) for side in (one, other))
    if before.first and after.last and before.first > after.last:
        raise NotUnderstoodError(
            f"'{visible(one)}' is after '{visible(other)}'",
            _two(other, one),
        )
    first = _after(one, before, certain=certain) if one.startswith("@") else before.first
    last = _before(other, after, certain=certain) if other.startswith("@") else after.last
    return first, last


def _as_two(index: Index, text: str, today: date) -> str:
    """Return how to write two events or periods that were not understood as such."""
    for separator in re.finditer(r"\s*(?:[/\u2012-\u2015-]|\band\b|\bto\b)\s*", text):
        one, other = text[: separator.start()], text[separator.end() :]
        if all(_is_side(index, side, today) for side in (one, other)):
            return _two(one, other)
    return "write 'between:@EVENT..@EVENT' or 'between:2014..@EVENT'"


def _is_side(index: Index, text: str, today: date) -> bool:
    return is_id(index, text[1:]) if text.startswith("@") else _is_period(index, text, today)


def _two(one: str, other: str) -> str:
    return f"write 'between:{visible(str(Alternative(Field.BETWEEN, f'{one}..{other}')))}'"


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

"""What of an axis a date takes up: where it surely is, where it may be, what its sides are like."""

from enum import StrEnum
from typing import NamedTuple

from timeline.analysis.chart.axis import SECONDS_OF_DAY
from timeline.dates.elapsed import in_doubt
from timeline.dates.event_date import Day, EventDate


class Side(StrEnum):
    """What a stretch is like at one of its sides."""

    SHARP = "sharp"
    BLURRED = "blurred"
    OPEN = "open"
    UNKNOWN = "unknown"


class Stretch(NamedTuple):
    """The positions from `first` to `last` in which a date lies; None where that is without limit.

    From `sure_from` to `sure_to` it surely does; in the rest, or in all where `sure_to` is None, it
    may. It surely has begun by `sure_from`. Positions are those of an `Axis`.
    """

    first: int | None
    last: int | None
    sure_from: int | None
    sure_to: int | None
    before: Side = Side.SHARP
    after: Side = Side.SHARP


def stretch(date: EventDate, today: Day, *, by_second: bool = False) -> Stretch:
    """Return the stretch of a date, as it is on the day `today`.

    Only an interval goes on all the time: any other date is one moment somewhere in its stretch.
    What is uncertain is nowhere sure, and neither is what has an unknown start. An approximate side
    is blurred; of what has an unknown end, the start alone is sure.
    """
    first = _opening(date, by_second)
    if "/" not in date.text:
        last = first if by_second and date.time_of_day is not None else _close(date, by_second)
        sure = first if first == last and not in_doubt(date) else None
        return Stretch(first, last, sure, sure)
    left, right = date.text.split("/")
    last = _close(EventDate.parse(right), by_second) if right.strip(".") else None
    before = _side(left) if first is None else Side.SHARP
    after = _side(right) if last is None else Side.SHARP
    if after is Side.OPEN:
        now = today.ordinal * SECONDS_OF_DAY + SECONDS_OF_DAY - 1 if by_second else today.ordinal
        last = now if first is None or first <= now else None
    if date.uncertain or before is Side.UNKNOWN:
        return Stretch(first, last, None, None, before, after)
    sure_from = _close_of_start(left, by_second) if first is not None else None
    if after is Side.UNKNOWN:
        # That it began is sure, and no more.
        return Stretch(first, last, sure_from, None, before, after)
    sure_to = _opening(EventDate.parse(right), by_second) if right.strip(".") else last
    if sure_from is not None and sure_to is not None and sure_from > sure_to:
        return Stretch(first, last, None, None, before, after)
    return Stretch(first, last, sure_from, sure_to, _blurred(left, before), _blurred(right, after))


def _close_of_start(text: str, by_second: bool) -> int | None:
    date = EventDate.parse(text)
    is_time = date.time_of_day is not None
    return _opening(date, by_second) if is_time else _close(date, by_second)


def _blurred(text: str, side: Side) -> Side:
    """Return what a side is like whose date may be approximate."""
    is_date = bool(text.strip("."))
    return Side.BLURRED if is_date and EventDate.parse(text).approximate else side


def _side(text: str) -> Side:
    return Side.OPEN if text == ".." else Side.UNKNOWN


def _opening(date: EventDate, by_second: bool) -> int | None:
    if date.earliest is None:
        return None
    if not by_second:
        return date.earliest.ordinal
    return date.earliest.ordinal * SECONDS_OF_DAY + (date.time_of_day or 0)


def _close(date: EventDate, by_second: bool) -> int | None:
    if date.latest is None:
        return None
    if not by_second:
        return date.latest.ordinal
    within = SECONDS_OF_DAY - 1 if date.time_of_day is None else date.time_of_day
    return date.latest.ordinal * SECONDS_OF_DAY + within

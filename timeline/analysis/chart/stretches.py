"""The stretch of an axis that a date covers: where it certainly lies, and where it may lie."""

from enum import StrEnum
from typing import NamedTuple

from timeline.dates import SECONDS_OF_DAY, Day, Edge, EventDate
from timeline.dates import Side as DateSide


class Side(StrEnum):
    """The kind of a stretch's start or end."""

    SHARP = "sharp"
    BLURRED = "blurred"
    OPEN = "open"
    UNKNOWN = "unknown"


class Stretch(NamedTuple):
    """The positions from `first` to `last` where a date may lie; None means no limit.

    The date certainly covers the positions from `sure_from` to `sure_to`, or none if `sure_to` is
    None. It has certainly begun by `sure_from`. Positions are those of an `Axis`.
    """

    first: int | None
    last: int | None
    sure_from: int | None
    sure_to: int | None
    before: Side = Side.SHARP
    after: Side = Side.SHARP


def stretch(date: EventDate, today: Day, *, by_second: bool = False) -> Stretch:
    """Return the stretch of a date; an ongoing interval reaches to `today`.

    An interval covers its whole stretch; any other date is one moment somewhere in it. An uncertain
    date, or one with an unknown start, covers no position for certain. An approximate side is
    blurred. If the end is unknown, only the start is certain.
    """
    start, end = date.start, date.end
    first, last = _opening(start, by_second), _close(end, by_second)
    if not date.is_interval:
        last = first if by_second and start.seconds is not None else last
        sure = first if first == last and not date.in_doubt else None
        return Stretch(first, last, sure, sure)
    before, after = _look(start), _look(end)
    if after is Side.OPEN:
        now = today.ordinal * SECONDS_OF_DAY + SECONDS_OF_DAY - 1 if by_second else today.ordinal
        last = now if first is None or first <= now else None
    if date.uncertain or before is Side.UNKNOWN:
        return Stretch(first, last, None, None, _sharp(before), _sharp(after))
    is_time = start.seconds is not None
    sure_from = _opening(start, by_second) if is_time else _close(start, by_second)
    if after is Side.UNKNOWN:
        # Only the start is certain.
        return Stretch(first, last, sure_from, None, _sharp(before), after)
    sure_to = last if after is Side.OPEN else _opening(end, by_second)
    if sure_from is not None and sure_to is not None and sure_from > sure_to:
        return Stretch(first, last, None, None, _sharp(before), _sharp(after))
    return Stretch(first, last, sure_from, sure_to, before, after)


def _look(side: DateSide) -> Side:
    match side.edge:
        case Edge.OPEN:
            return Side.OPEN
        case Edge.UNKNOWN:
            return Side.UNKNOWN
    return Side.BLURRED if side.approximate else Side.SHARP


def _sharp(look: Side) -> Side:
    return Side.SHARP if look is Side.BLURRED else look


def _opening(side: DateSide, by_second: bool) -> int | None:
    if side.earliest is None:
        return None
    if not by_second:
        return side.earliest.ordinal
    return side.earliest.ordinal * SECONDS_OF_DAY + (side.seconds or 0)


def _close(side: DateSide, by_second: bool) -> int | None:
    if side.latest is None:
        return None
    if not by_second:
        return side.latest.ordinal
    within = SECONDS_OF_DAY - 1 if side.seconds is None else side.seconds
    return side.latest.ordinal * SECONDS_OF_DAY + within

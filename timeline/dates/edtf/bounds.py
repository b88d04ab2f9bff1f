"""The sides, bounds, precision and doubt of a parsed date."""

from typing import NamedTuple

from timeline.dates.days import SECONDS_OF_DAY, Day, Precision
from timeline.dates.edtf.parts import Doubt, Interval, Members, Point
from timeline.dates.edtf.sides import Edge, Side


class Bounds(NamedTuple):
    """The meaning of an EDTF text; the fields are those of an `EventDate`.

    An interval has two sides, any other date one.
    """

    earliest: Day | None
    latest: Day | None
    begins_by: Day | None
    precision: Precision
    approximate: bool
    uncertain: bool
    ongoing: bool
    sides: tuple[Side, ...]


def bounds_of(text: str, date: Point | Interval | Members) -> Bounds:
    """Return the meaning of an EDTF text that was parsed into `date`."""
    if isinstance(date, Point):
        return _of_point(_side(text, date))
    if isinstance(date, Members):
        return _of_set(text, date)
    first, _, last = text.partition("/")
    start = _side(first, date.start)
    return _of_interval(start, _ended_at_midnight(start, _side(last, date.end), date.end))


def ends_from(text: str) -> Day | None:
    """Return the earliest day on which the date of an EDTF text can have ended, None if unknown."""
    from timeline.dates.edtf.grammar import taken_apart

    date = taken_apart(text)
    if not isinstance(date, Members):
        bounds = bounds_of(text, date)
        known = [day for day in (bounds.sides[-1].earliest, bounds.earliest) if day]
        return max(known, default=None)
    ends = [_end_of(member) for member in date.members]
    known = [end for end in ends if end]
    if date.all_of:
        return max(known, default=None)
    return min(known) if len(known) == len(ends) else None


def _end_of(member: Point | Interval) -> Day | None:
    """Return the earliest day on which a member of a set can have ended."""
    if isinstance(member, Point):
        return member.earliest
    # A range without a start or an end can stop at its other date.
    sides = [side.earliest for side in (member.end, member.start) if isinstance(side, Point)]
    return sides[0] if sides else None


def _side(text: str, part: Point | Edge) -> Side:
    if isinstance(part, Edge):
        return Side(text, part)
    return Side(
        text,
        None,
        part.earliest,
        part.latest,
        part.precision,
        part.significant > 0 or any(Doubt.APPROXIMATE in doubt for doubt in part.doubts),
        any(Doubt.UNCERTAIN in doubt for doubt in part.doubts),
        part.clock.seconds if part.clock else None,
        part.clock.offset if part.clock else None,
    )


def _ended_at_midnight(start: Side, end: Side, part: Point | Edge) -> Side:
    """Return the end of an interval; 00:00 becomes 24:00 of the day before."""
    if isinstance(part, Edge) or part.clock is None or any(part.clock[:2]) or part.clock.second:
        return end
    if start.earliest is not None and start.earliest >= part.earliest:
        return end
    assert end.seconds is not None
    before = Day.from_ordinal(part.earliest.ordinal - 1)
    return end._replace(earliest=before, latest=before, seconds=end.seconds + SECONDS_OF_DAY)


def _of_point(side: Side) -> Bounds:
    return _of_interval(side, side)._replace(sides=(side,))


def _of_interval(start: Side, end: Side) -> Bounds:
    earliest, latest, begins_by = start.earliest, end.latest, start.latest
    if earliest and latest:
        # With two zones, the end can have an earlier calendar day than the start.
        latest = max(earliest, latest)
    if begins_by and latest:
        begins_by = min(begins_by, latest)
    precision = start.precision or end.precision
    assert precision is not None
    return Bounds(
        earliest,
        latest,
        begins_by,
        precision,
        start.approximate or end.approximate,
        start.uncertain or end.uncertain,
        end.edge is Edge.OPEN,
        (start, end),
    )


def _of_set(text: str, date: Members) -> Bounds:
    members = [
        _of_point(_side("", member))
        if isinstance(member, Point)
        else _of_interval(_side("", member.start), _side("", member.end))
        for member in date.members
    ]
    starts = [member.earliest for member in members if member.earliest]
    ends = [member.latest for member in members if member.latest]
    earliest = min(starts) if len(starts) == len(members) else None
    latest = max(ends) if len(ends) == len(members) else None
    begun = [member.begins_by for member in members if member.begins_by]
    times = [
        (start.seconds, start.offset)
        for start in (member.sides[0] for member in members)
        if start.earliest == earliest and start.seconds is not None
    ]
    seconds, offset = min(times, key=lambda time: time[0], default=(None, None))
    precision = members[0].precision
    approximate = any(member.approximate for member in members)
    uncertain = any(member.uncertain for member in members)
    return Bounds(
        earliest,
        latest,
        (min(begun) if earliest else None) if date.all_of else latest,
        precision,
        approximate,
        uncertain,
        date.all_of and latest is None,
        (Side(text, None, earliest, latest, precision, approximate, uncertain, seconds, offset),),
    )

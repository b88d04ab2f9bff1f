"""Any EDTF text as a date, and how it prints; what is refused, with what to write instead."""

from timeline.dates.event_date import EventDate
from timeline.dates.grammar import NotEdtfError, taken_apart
from timeline.dates.parts import Doubt, Edge, Members, Point, Span
from timeline.dates.wording import description
from timeline.errors import DateError
from timeline.text import visible

_LONGEST_SHOWN = 60


def read(text: str) -> EventDate:
    """Return the date that a text of EDTF is.

    Raises DateError, whose text says what is wrong and what to write instead.
    """
    try:
        date = taken_apart(text)
    except NotEdtfError as refused:
        from timeline.dates.advice import advice

        reason = str(refused) or advice(text, _described_or_none)
        raise DateError(f"date '{_shown(text)}' {reason}") from None
    if isinstance(date, Point):
        return _event_date(text, date, date)
    if isinstance(date, Span):
        return _event_date(text, date.start, date.end)
    return _event_date_of_set(text, date)


def meanings(text: str) -> list[str]:
    """Return the texts of EDTF that a text can mean that is none: `-0043` for `44 BC`."""
    from timeline.dates.advice import meanings as understood

    return understood(text, _described_or_none)


def described(text: str, in_year: int | None) -> str:
    """Return how a text of EDTF prints (see `EventDate.describe`)."""
    return description(taken_apart(text), in_year)


def _described_or_none(text: str) -> str | None:
    try:
        return described(text, None)
    except NotEdtfError:
        return None


def _shown(text: str) -> str:
    if len(text) > _LONGEST_SHOWN:
        return visible(text[:_LONGEST_SHOWN]) + "..."
    return visible(text)


def _event_date(text: str, start: Point | Edge, end: Point | Edge) -> EventDate:
    points = [side for side in (start, end) if isinstance(side, Point)]
    earliest = start.earliest if isinstance(start, Point) else None
    latest = end.latest if isinstance(end, Point) else None
    if earliest and latest:
        # Told in two zones, the end may bear an earlier day than the start.
        latest = max(earliest, latest)
    begins_by = None
    if isinstance(start, Point):
        begins_by = min(start.latest, latest) if latest else start.latest
    return EventDate(
        text,
        earliest=earliest,
        latest=latest,
        begins_by=begins_by,
        precision=points[0].precision,
        approximate=any(_is_approximate(point) for point in points),
        uncertain=any(Doubt.UNCERTAIN in doubt for point in points for doubt in point.doubts),
        ongoing=end is Edge.OPEN,
        time_of_day=start.clock.seconds if isinstance(start, Point) and start.clock else None,
    )


def _is_approximate(point: Point) -> bool:
    return point.significant > 0 or any(Doubt.APPROXIMATE in doubt for doubt in point.doubts)


def _event_date_of_set(text: str, date: Members) -> EventDate:
    members = [
        _event_date(text, member, member)
        if isinstance(member, Point)
        else _event_date(text, member.start, member.end)
        for member in date.members
    ]
    starts = [member.earliest for member in members if member.earliest]
    ends = [member.latest for member in members if member.latest]
    earliest = min(starts) if len(starts) == len(members) else None
    latest = max(ends) if len(ends) == len(members) else None
    begun = [member.begins_by for member in members if member.begins_by]
    times = [
        member.time_of_day
        for member in members
        if member.earliest == earliest and member.time_of_day is not None
    ]
    return EventDate(
        text,
        earliest=earliest,
        latest=latest,
        begins_by=(min(begun) if earliest else None) if date.all_of else latest,
        precision=members[0].precision,
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        ongoing=date.all_of and latest is None,
        time_of_day=min(times, default=None),
    )

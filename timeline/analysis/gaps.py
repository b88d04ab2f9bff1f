"""The gaps in a chronology: periods in which nothing is known to have happened."""

from collections.abc import Iterator

import msgspec

from timeline.dates import (
    NO_END,
    NO_START,
    Day,
    EventDate,
    describe_span,
    rough_time_between,
    time_between,
)
from timeline.model import Event
from timeline.search import Selection


class Gap(msgspec.Struct, frozen=True):
    """A period without events, given by the last day before it and the first day after it.

    `before` and `after` are the events on those days.
    """

    first: Day
    last: Day
    before: Event
    after: Event

    @property
    def days(self) -> int:
        """The number of days from `first` to `last`."""
        return self.last.ordinal - self.first.ordinal

    @property
    def length(self) -> str:
        """The length in words, as returned by `gap_length`."""
        return gap_length(self.first, self.last, self.before.date, self.after.date)

    @property
    def time(self) -> str:
        """Start and end in words, no more precise than the dates as written."""
        before = self.before.date
        # For an ongoing event, only the start counts.
        start = before.start if before.latest is None else before.end
        return describe_span(start, self.after.date.start)


def gap_length(first: Day, last: Day, before: EventDate, after: EventDate) -> str:
    """Return the length in words of a gap that is certain from `first` to `last`.

    The length starts with `at least` if the exact day of a side is not known, and with `about` if a
    side is in doubt. Both are rounded to the largest unit.
    """
    if before.in_doubt or after.in_doubt:
        return f"about {rough_time_between(first, last)}"
    known = first in (before.starts_on, before.ends_on) and after.starts_on
    return time_between(first, last) if known else f"at least {rough_time_between(first, last)}"


def longest_gaps(found: Selection, limit: int) -> Iterator[Gap]:
    """Yield the `limit` longest gaps between the events found, longest first.

    Gaps are minimum lengths: an event covers every day on which it may have happened, and an
    interval covers its whole duration. Only the start counts for an event that is ongoing or has
    no known end. Events without a known start are ignored. If the question asks about a time, all
    gaps begin in it.
    """
    index = found.index
    for first, last, before, after in _longest(found, limit):
        numbers = index.columns.numbers[before], index.columns.numbers[after]
        yield Gap(Day.from_ordinal(first), Day.from_ordinal(last), *index.events(numbers))


def _longest(found: Selection, limit: int) -> list[tuple[int, int, int, int]]:
    """Return the day before and the day after each gap, and the positions of the events there."""
    columns = found.index.columns
    earliest, latest, begins_by = columns.earliest, columns.latest, columns.begins_by
    opens = NO_START if found.asked.opens is None else found.asked.opens
    gaps = []
    covered, before = NO_END, -1
    for position in found.positions:
        first, last = earliest[position], latest[position]
        if first == NO_START:
            continue
        if last == NO_END:
            # An ongoing event would hide every gap after it.
            last = begins_by[position]
        if before >= 0 and first > covered + 1 and covered >= opens:
            gaps.append((covered, first, before, position))
        if before < 0 or last >= covered:
            covered, before = last, position
    return sorted(gaps, key=lambda gap: (gap[0] - gap[1], gap[1]))[:limit]

"""The gaps of a chronology: the times in which nothing is known to have happened."""

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
    """A time without an event: the last day before it, the first after it, and what stood there."""

    first: Day
    last: Day
    before: Event
    after: Event

    @property
    def days(self) -> int:
        """How many days lie between both sides."""
        return self.last.ordinal - self.first.ordinal

    @property
    def length(self) -> str:
        """How long it was, as `gap_length` tells it."""
        return gap_length(self.first, self.last, self.before.date, self.after.date)

    @property
    def time(self) -> str:
        """From when to when it was, in words, no closer than the dates were written."""
        before = self.before.date
        # What goes on counts as of its beginning.
        start = before.start if before.latest is None else before.end
        return describe_span(start, self.after.date.start)


def gap_length(first: Day, last: Day, before: EventDate, after: EventDate) -> str:
    """Return how long a gap between two dates was, which is certain from `first` to `last`.

    It is `at least` as long where a side is not known to the day, `about` where one is in doubt;
    both are told in the largest unit alone.
    """
    if before.in_doubt or after.in_doubt:
        return f"about {rough_time_between(first, last)}"
    known = first in (before.starts_on, before.ends_on) and after.starts_on
    return time_between(first, last) if known else f"at least {rough_time_between(first, last)}"


def longest_gaps(found: Selection, limit: int) -> Iterator[Gap]:
    """Yield the longest gaps between the events found, the longest first.

    A gap is what is certain of one: an event covers every day that it may lie in, and an interval
    the time that it lasts. Of what goes on, or has no known end, only the beginning counts; what
    has no known start is left out. Where the question asks for a time, a gap begins in it.
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
            # What goes on would hide every gap after it.
            last = begins_by[position]
        if before >= 0 and first > covered + 1 and covered >= opens:
            gaps.append((covered, first, before, position))
        if before < 0 or last >= covered:
            covered, before = last, position
    return sorted(gaps, key=lambda gap: (gap[0] - gap[1], gap[1]))[:limit]

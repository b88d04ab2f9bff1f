"""The silences of a chronology: the times in which nothing is known to have happened."""

from collections.abc import Iterator

import msgspec

from timeline.dates.elapsed import ends_on, in_doubt, roughly, starts_on, words
from timeline.dates.event_date import Day, EventDate
from timeline.dates.sides import end_text, from_to, start_text
from timeline.index.order import ORDER, REVERSED
from timeline.index.schema import DOCUMENT, NO_END, NO_START
from timeline.model import Event, from_json
from timeline.search.selection import Selection

# What goes on would hide every silence after it.
_COVERS = f"CASE WHEN e.latest = {NO_END} THEN e.begins_by ELSE e.latest END"


class Silence(msgspec.Struct, frozen=True):
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
        """How long it was, as `length_of` tells it."""
        return length_of(self.first, self.last, self.before.date, self.after.date)

    @property
    def time(self) -> str:
        """From when to when it was, in words, no closer than the dates were written."""
        before = self.before.date
        # What goes on counts as of its beginning.
        start = start_text(before) if before.latest is None else end_text(before)
        return from_to(start, start_text(self.after.date))


def length_of(first: Day, last: Day, before: EventDate, after: EventDate) -> str:
    """Return how long a silence between two dates was, which is certain from `first` to `last`.

    It is `at least` as long where a side is not known to the day, `about` where one is in doubt;
    both are told in the largest unit alone.
    """
    if in_doubt(before) or in_doubt(after):
        return f"about {roughly(first, last)}"
    known = first in (starts_on(before), ends_on(before)) and starts_on(after)
    return words(first, last) if known else f"at least {roughly(first, last)}"


def longest_silences(found: Selection, limit: int) -> Iterator[Silence]:
    """Yield the longest silences between the events found, the longest first.

    A silence is what is certain of one: an event covers every day that it may lie in, and an
    interval the time that it lasts. Of what goes on, or has no known end, only the beginning
    counts; what has no known start is left out. Where the question asks for a time, a silence
    begins in it.
    """
    sql, parameters, opens, _ = found.asked
    where = f"{sql} AND e.earliest > {NO_START}"
    # What stands beside a silence is near it in order, and far from the start of a list of numbers.
    in_order = "FROM event e INDEXED BY event_in_order"
    rows = found.index.rows(
        f"WITH day AS (SELECT e.earliest AS first, max({_COVERS}) AS last FROM event e "
        f"WHERE {where} GROUP BY 1), "
        "step AS (SELECT first AS after, max(last) OVER (ORDER BY first "
        "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM day), "
        "silence AS (SELECT before, after FROM step WHERE after > before + 1 AND before >= ? "
        "ORDER BY after - before DESC, after LIMIT ?) "
        "SELECT before, after, "
        f"(SELECT {DOCUMENT} {in_order} WHERE {where} AND e.earliest <= before "
        f"AND {_COVERS} = before ORDER BY {REVERSED} LIMIT 1), "
        f"(SELECT {DOCUMENT} {in_order} WHERE {where} AND e.earliest = after "
        f"ORDER BY {ORDER} LIMIT 1) FROM silence ORDER BY after - before DESC, after",
        *parameters,
        NO_START if opens is None else opens,
        min(limit, NO_END),
        *parameters,
        *parameters,
    )
    for first, last, before, after in rows:
        days = Day.from_ordinal(first), Day.from_ordinal(last)
        yield Silence(*days, from_json(before), from_json(after))

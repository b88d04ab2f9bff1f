"""The days that the period of a question stands for, and the condition that events lie in them."""

from datetime import date
from typing import NamedTuple

from timeline.dates import NO_END, NO_START, Day
from timeline.errors import NotUnderstoodError
from timeline.index import Index
from timeline.query import Alternative, Field, as_period
from timeline.search.sql.parts import EVER, Part, Window
from timeline.text import visible


class PeriodCondition(NamedTuple):
    """The day numbers of a period, and how an event must lie to match.

    `low` and `high` are its first and last day. If `within`, the whole event must lie inside;
    otherwise a part of it is enough. If `certain`, this must be so whatever its date means. If
    `of_sources`, a source of it must be from before the end of the period.
    """

    low: int
    high: int
    within: bool
    certain: bool
    of_sources: bool = False

    @property
    def window(self) -> Window:
        """The time that all events found overlap."""
        return EVER if self.of_sources else Window(self.low, self.high)

    @property
    def part(self) -> Part:
        """The condition for an event `e`."""
        if self.of_sources:
            # For an event without a dated source it is NULL, which neither finds nor excludes it.
            return Part(f"e.{'known_by' if self.certain else 'known_from'} <= ?", (self.high,))
        if self.certain:
            return Part("e.earliest >= ? AND e.latest <= ?", (self.low, self.high))
        if self.within:
            # An unknown start can be any day, but not one after the end.
            return Part(
                "e.begins_by >= ? AND e.ends_from <= ? AND e.latest >= ?",
                (self.low, self.high, self.low),
            )
        return Part("e.earliest <= ? AND e.latest >= ?", (self.high, self.low))


def span_of(index: Index, asked: Alternative, today: date, *, certain: bool) -> PeriodCondition:
    """Return what the period of an alternative stands for; relative ones are counted from `today`.

    Raises `NotUnderstoodError` if it is not a period.
    """
    first, last = _bounds(index, asked, today, certain=certain)
    return PeriodCondition(
        NO_START if first is None else first.ordinal,
        NO_END if last is None else last.ordinal,
        asked.field is Field.DURING,
        certain,
        asked.field is Field.KNOWN_BY,
    )


def _bounds(
    index: Index, asked: Alternative, today: date, *, certain: bool
) -> tuple[Day | None, Day | None]:
    when = as_period(asked.value)
    if asked.field in _RELATIONS:
        from timeline.search.sql.relations import related

        return related(index, asked, today, certain=certain)
    if when and not when.has_time:
        first, last = when.earliest, when.latest
    else:
        from timeline.search.sql.lookups import typed_period

        first, last, _ = typed_period(index, asked.value, today, asked)
    if asked.field is Field.SINCE:
        if first is None:
            raise NotUnderstoodError(f"'{visible(asked.value)}' has no start to search from")
        return first, None
    if asked.field is Field.UNTIL:
        if last is None:
            raise NotUnderstoodError(f"'{visible(asked.value)}' has no end to search up to")
        return None, last
    if asked.field is Field.KNOWN_BY:
        if last is None:
            raise NotUnderstoodError(f"'{visible(asked.value)}' has no end to be known by")
        return None, last
    return first, last


_RELATIONS = (Field.DURING, Field.NEAR, Field.BETWEEN)

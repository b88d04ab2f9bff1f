"""The time for which something holds, such as a membership, given the dates of its start and end.

Each date is EDTF, or an empty string for a side that has no limit.
"""

from functools import lru_cache
from typing import NamedTuple, Self

from timeline.dates.days import NO_END, NO_START
from timeline.dates.event_date import EventDate, describe_span
from timeline.dates.spans import Span


class Tenure(NamedTuple):
    """The days on which something may hold, and those on which it surely does.

    It may hold from the earliest day of its start to the latest day of its end. It surely holds
    from the latest day of its start to the earliest day of its end; if there are no such days, the
    second span ends before it begins. As everywhere, doubt (`~`, `?`) does not widen a date.
    """

    possible: Span
    certain: Span

    @classmethod
    def between(cls, since: str, until: str) -> Self:
        """Return the time between two dates. Raises DateError if one of them is not EDTF."""
        first, sure_first = _days(since, NO_START)
        sure_last, last = _days(until, NO_END)
        return cls((first, last), (sure_first, sure_last))


@lru_cache
def _days(text: str, missing: int) -> Span:
    """Return the first and the last day that a date can mean; both are `missing` without one."""
    return EventDate.parse(text).span if text else (missing, missing)


def describe_tenure(since: str, until: str) -> str:
    """Return the time between two dates in words: `since March 2004`, `2004 to May 2010`.

    It is empty if there is no date. A start that is only known to be no later
    than the end is left out.
    """
    if since == f"[..{until}]":
        since = ""
    if since and until:
        return describe_span(EventDate.parse(since).start, EventDate.parse(until).end)
    for word, text in (("since", since), ("until", until)):
        if text:
            return f"{word} {EventDate.parse(text).describe()}"
    return ""

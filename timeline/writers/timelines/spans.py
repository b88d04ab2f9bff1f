"""The time for which a format without open dates shows them."""

import re

from timeline.dates import Day, EventDate

# `[2000-01..]` can begin on any later day: what is known is its last member.
_LAST_MEMBER = re.compile(r"([^\[{,.]+)\.\.[\]}]")


def shown_span(date: EventDate) -> tuple[Day, Day] | None:
    """Return the first and the last day to show for a date, None if it has neither.

    Of an open date, that is all of the time in which its known side lies: of `../2000-01`, a month.
    """
    first, last = date.earliest, date.latest
    if first and last:
        return first, last
    if last:
        return date.ends_from or last, last
    if not first:
        return None
    member = _LAST_MEMBER.search(date.text)
    end = EventDate.parse(member[1].strip()).latest if member else date.begins_by
    return first, end or first

"""The first start and the last end of a set of events."""

from bisect import bisect_left

import msgspec
from pyroaring import BitMap

from timeline.dates import EventDate
from timeline.index import Index


def extent_of(index: Index, found: BitMap) -> tuple[EventDate, EventDate] | None:
    """Return the dates of the first event to begin and the last to end, as `Selection.extent`.

    `found` holds positions in chronological order.
    """
    columns = index.columns
    if not found:
        return None
    # Of the events that begin on one day, any can be the last to end; in UTC, that day may be the
    # day before.
    near_end = bisect_left(columns.start, columns.start[found.max()] - 1)
    may_end_last = index.bitmaps.longer() & found
    may_end_last.update(found.iter_equal_or_larger(near_end))
    latest = max(columns.latest[position] for position in may_end_last)
    numbers = [columns.numbers[one] for one in may_end_last if columns.latest[one] == latest]
    last = index.value(
        "SELECT date FROM event WHERE number IN (SELECT value FROM json_each(?)) "
        "ORDER BY ongoing DESC, number LIMIT 1",
        msgspec.json.encode(numbers).decode(),
    )
    return columns.date(found.min()), EventDate.parse(last)

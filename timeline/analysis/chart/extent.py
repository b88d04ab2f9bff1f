"""The period that a chart covers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from timeline.analysis.chart.axis import Axis
from timeline.dates import NO_END, NO_START, SECONDS_OF_DAY, Day, EventDate
from timeline.search import Selection

_LONGEST_BY_SECOND = 7
_AROUND = 3
_YEAR = 365


class Extent(NamedTuple):
    """The first and the last position of a period.

    Positions are ordinals of days, or seconds since the start of day 0 if `by_second`.
    """

    first: int
    last: int
    by_second: bool = False

    @property
    def days(self) -> tuple[Day, Day]:
        """The first and the last day."""
        scale = SECONDS_OF_DAY if self.by_second else 1
        return Day.from_ordinal(self.first // scale), Day.from_ordinal(self.last // scale)


def extent_of(selection: Selection, today: Day) -> Extent:
    """Return the period that the question asks about, or that of the events found.

    If the question leaves a side open, the events found determine it. Ongoing events count up to
    `today`. A period of a few days in which events have a time of day is measured in seconds.
    """
    asked = selection.asked
    low, high = _bounds(selection, today.ordinal)
    first = low if asked.opens is None else asked.opens
    last = high if asked.closes is None else asked.closes
    is_asked = asked.opens is not None or asked.closes is not None
    if first > last:
        # The question starts after, or ends before, all known bounds. Show one year.
        first, last = (first, first + _YEAR) if asked.opens is not None else (last - _YEAR, last)
    if last - first < _LONGEST_BY_SECOND and (times := list(_times(selection, first, last))):
        start, stop = first * SECONDS_OF_DAY, (last + 1) * SECONDS_OF_DAY
        return Extent(min(start, *times), max(stop - 1, *times), by_second=True)
    if last - first < _AROUND and not is_asked:
        first, last = _months_around(first, last)
    return Extent(first, last)


def dates_at(selection: Selection, positions: Iterable[int]) -> dict[str, list[int]]:
    """Return the date texts of the events at these positions, each with its positions."""
    numbers = selection.index.columns.numbers
    position_of = {numbers[position]: position for position in positions}
    found: dict[str, list[int]] = {}
    for number, text in selection.index.dates(list(position_of)):
        found.setdefault(text, []).append(position_of[number])
    return found


def has_zones(selection: Selection, axis: Axis) -> bool:
    """Return whether any time of day has a time zone. Only axes by the second show times."""
    return axis.by_second and any(
        date.start.has_zone or date.end.has_zone
        for date in map(EventDate.parse, dates_at(selection, selection.positions))
    )


def _times(selection: Selection, first: int, last: int) -> Iterable[int]:
    """Yield the starts, in seconds, of events that have a time of day, from `first` to `last`."""
    columns = selection.index.columns
    low, high = bisect_left(columns.start, first - 1), bisect_right(columns.start, last + 1)
    near = (
        position
        for position in selection.positions.iter_equal_or_larger(low)
        if position < high and first <= columns.earliest[position] <= last
    )
    for text in dates_at(selection, near):
        date = EventDate.parse(text)
        if date.time_of_day is not None and date.earliest is not None:
            yield date.earliest.ordinal * SECONDS_OF_DAY + date.time_of_day


def _bounds(selection: Selection, today: int) -> tuple[int, int]:
    """Return the first and the last known bound of the events found, or today if there is none."""
    columns, bounds = selection.index.columns, set[int]()
    found = selection.positions
    if not found:
        return today, today
    known = bisect_right(columns.start, NO_START)
    first = next(found.iter_equal_or_larger(known), None)
    if first is not None:
        bounds |= {columns.earliest[first], columns.earliest[found.max()]}
    # Of the events of one day, only the last can be the last to end. With time zones, it may come
    # a day earlier in the order.
    near_end = bisect_left(columns.start, columns.start[found.max()] - 1)
    may_end_last = selection.index.bitmaps.longer() & found
    may_end_last.update(found.iter_equal_or_larger(near_end))
    latest = {position: columns.latest[position] for position in may_end_last}
    bounds.add(max((one for one in latest.values() if one != NO_END), default=NO_END))
    if first != found.min():
        # If the start is open or unknown, only the end is known.
        bounds.add(min(one for position, one in latest.items() if position < known))
    if NO_END in latest.values() and selection.has_ongoing():
        bounds.add(today)
    real = bounds - {NO_START, NO_END} or {today}
    return min(real), max(real)


def _months_around(first: int, last: int) -> tuple[int, int]:
    """Return the first and the last day of the whole months that contain two days."""
    start, end = Day.from_ordinal(first), Day.from_ordinal(last)
    after = Day(end.year, end.month, 1).months_later(1)
    return Day(start.year, start.month, 1).ordinal, after.ordinal - 1

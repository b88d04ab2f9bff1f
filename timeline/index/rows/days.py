"""The columns of the table `event` that hold the dates of an event and its sources as numbers."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from timeline.dates import (
    NO_END,
    NO_START,
    CalendarUnit,
    Edge,
    EventDate,
    Lag,
    LagRange,
    Unit,
    range_of_lags,
    unit_of_start,
)
from timeline.errors import DateError
from timeline.index import LONG, LONGEST_SHORT
from timeline.model import Source


def columns_of(date: EventDate) -> tuple[int, tuple[Any, ...]]:
    """Return the column `day` of `event` for a date, and the columns from `earliest` to `month`."""
    first, begins_by = date.earliest, date.begins_by
    if first is not None and date.is_plain_day:
        day, of_day = first.ordinal, _units(first.year, first.month, Unit.DAY)
        return day, (day, day, day, day, day, day, -1, 0, _DAY, *of_day)
    earliest, latest = _day_numbers(date)
    if begins_by is None:
        # An open start is before any day. An unknown start can be any day.
        began = NO_START if date.start.edge is Edge.OPEN else NO_END
    else:
        began = earliest if begins_by is first else begins_by.ordinal
    ended = _ended(date, earliest)
    place = date.sort_key if date.has_time else (earliest, latest, -1)
    unit = unit_of_start(date)
    units = _UNITLESS if first is None else _units(first.year, first.month, unit)
    day = earliest if latest - earliest <= LONGEST_SHORT else LONG
    return day, (
        earliest,
        latest,
        began,
        ended,
        *place,
        int(date.ongoing),
        int(unit),
        *units,
    )


def _ended(date: EventDate, earliest: int) -> int:
    if date.ongoing:
        return NO_END
    first = date.ends_from
    return earliest if first is date.earliest or first is None else first.ordinal


_DAY = int(Unit.DAY)
_UNITLESS = (None, None, None, None)


@lru_cache(maxsize=4096)
def _units(year: int, month: int, unit: Unit) -> tuple[int, ...]:
    """Return the decade, year, quarter and month of a start, none finer than its precision."""
    finest = (Unit.DECADE, Unit.YEAR, Unit.QUARTER, Unit.MONTH)
    return tuple(int(CalendarUnit.starting(year, month, min(unit, one))) for one in finest)


def columns_of_sources(
    when: EventDate, sources: Iterable[Source], earliest: int, begins_by: int
) -> tuple[int | None, int | None, int]:
    """Return the columns `known_from`, `known_by` and `lag` of `event` for a date and sources.

    `earliest` and `begins_by` are those columns for the date.
    """
    dates: list[EventDate] = []
    known_from: int | None = None
    known_by = NO_END
    is_approximate = when.approximate
    for source in sources:
        if source.date:
            try:
                date = EventDate.parse(source.date)
            except DateError:
                # The reader has reported it, and the file is refused.
                continue
            dates.append(date)
            first, last = _day_numbers(date)
            if known_from is None or first < known_from:
                known_from = first
            if last < known_by:
                known_by = last
            is_approximate = is_approximate or date.approximate
    if known_from is None:
        return None, None, _UNDATED
    has_bounds = earliest > NO_START and begins_by < NO_END and known_from > NO_START
    if is_approximate or not has_bounds or known_by == NO_END:
        lag = Lag.between(when, dates)
        return known_from, known_by, _NOT_EXACT if lag is None else int(lag.range)
    return known_from, known_by, range_of_lags(known_from - begins_by, known_by - earliest)


_UNDATED, _NOT_EXACT = int(LagRange.UNDATED), int(LagRange.NOT_EXACT)


def _day_numbers(date: EventDate) -> tuple[int, int]:
    """Return the numbers of the first and the last day of a date."""
    first, last = date.earliest, date.latest
    earliest = NO_START if first is None else first.ordinal
    return earliest, earliest if last is first else NO_END if last is None else last.ordinal

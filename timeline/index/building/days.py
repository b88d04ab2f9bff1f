"""The columns of the table `event` that hold the dates of an event and its sources as numbers."""

from collections.abc import Sequence
from functools import lru_cache

from timeline.dates import NO_END, NO_START, CalendarUnit, Edge, EventDate, Unit, unit_of_start
from timeline.errors import DateError
from timeline.index import LONG, LONGEST_SHORT
from timeline.model import Source


def columns_of(date: EventDate) -> tuple[int, tuple[int | None, ...]]:
    """Return the column `day` of `event` for a date, and the columns from `earliest` to `month`."""
    first, begins_by = date.earliest, date.begins_by
    earliest, latest = _day_numbers(date)
    if begins_by is None:
        # An open start is before any day. An unknown start can be any day.
        began = NO_START if date.start.edge is Edge.OPEN else NO_END
    else:
        began = earliest if begins_by is first else begins_by.ordinal
    place = date.sort_key if date.has_time else (earliest, latest, -1)
    unit = unit_of_start(date)
    units = _UNITLESS if first is None else _units(first.year, first.month, unit)
    day = earliest if latest - earliest <= LONGEST_SHORT else LONG
    return day, (
        earliest,
        latest,
        began,
        *place,
        int(date.ongoing),
        int(unit),
        *units,
    )


_UNITLESS = (None, None, None, None)


@lru_cache(maxsize=4096)
def _units(year: int, month: int, unit: Unit) -> tuple[int, ...]:
    """Return the decade, year, quarter and month of a start, none finer than its precision."""
    finest = (Unit.DECADE, Unit.YEAR, Unit.QUARTER, Unit.MONTH)
    return tuple(int(CalendarUnit.starting(year, month, min(unit, one))) for one in finest)


def known_days(sources: Sequence[Source]) -> tuple[int | None, int | None]:
    """Return the columns `known_from` and `known_by` of `event` for the sources of an event."""
    known_from = known_by = None
    for source in sources:
        if source.date:
            try:
                earliest, latest = _day_numbers(EventDate.parse(source.date))
            except DateError:
                # The date is wrong, which the reader has reported.
                continue
            if known_from is None or earliest < known_from:
                known_from = earliest
            if known_by is None or latest < known_by:
                known_by = latest
    return known_from, known_by


def _day_numbers(date: EventDate) -> tuple[int, int]:
    """Return the numbers of the first and the last day of a date."""
    first, last = date.earliest, date.latest
    earliest = NO_START if first is None else first.ordinal
    return earliest, earliest if last is first else NO_END if last is None else last.ordinal

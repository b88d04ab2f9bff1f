"""The columns of the table `event` that hold the date of an event as numbers."""

from functools import lru_cache

from timeline.dates import NO_END, NO_START, CalendarUnit, Edge, EventDate, Unit, unit_of_start
from timeline.index import LONG, LONGEST_SHORT


def columns_of(date: EventDate) -> tuple[int, tuple[int | None, ...]]:
    """Return the column `day` of `event` for a date, and the columns from `earliest` to `month`."""
    first, last, begins_by = date.earliest, date.latest, date.begins_by
    if first is not None and date.is_plain_day:
        day = first.ordinal
        return day, (
            day,
            day,
            day,
            day,
            day,
            -1,
            0,
            _DAY,
            *_units(first.year, first.month, Unit.DAY),
        )
    earliest = NO_START if first is None else first.ordinal
    latest = earliest if last is first else NO_END if last is None else last.ordinal
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


_DAY = int(Unit.DAY)
_UNITLESS = (None, None, None, None)


@lru_cache(maxsize=4096)
def _units(year: int, month: int, unit: Unit) -> tuple[int, ...]:
    """Return the decade, year, quarter and month of a start, none finer than its precision."""
    finest = (Unit.DECADE, Unit.YEAR, Unit.QUARTER, Unit.MONTH)
    return tuple(int(CalendarUnit.starting(year, month, min(unit, one))) for one in finest)

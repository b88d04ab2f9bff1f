"""The groups of a grouping by time: which one an event is in, their order, their headings."""

from timeline.dates import EventDate, Precision
from timeline.grouping import Grouping

_WIDE, _CENTURY, _DECADE, _YEAR, _MONTH = range(5)

_UNIT = {Grouping.DECADE: _DECADE, Grouping.YEAR: _YEAR, Grouping.MONTH: _MONTH}

_LONGEST_SEASON = 92


def grain(date: EventDate) -> int:
    """Return how closely the start of a date is known: the smallest unit it surely lies in.

    0 wider than a century or open, 1 century, 2 decade, 3 year, 4 month. A winter is of the year
    that it bears.
    """
    first, last = date.earliest, date.begins_by
    if first is None or last is None:
        return _WIDE
    if first is last:
        return _MONTH
    if date.precision is Precision.SEASON and last.ordinal - first.ordinal < _LONGEST_SEASON:
        return _YEAR
    if first.year != last.year:
        for fineness, years in ((_DECADE, 10), (_CENTURY, 100)):
            if _first_year(first.year, years) == _first_year(last.year, years):
                return fineness
        return _WIDE
    return _MONTH if first.month == last.month else _YEAR


def _first_year(year: int, years: int) -> int:
    """Return the year that a decade or century begins with, told by the digits of its years."""
    return -(-year // years) * years - (years - 1) if year < 0 else year // years * years


def _first_year_sql(years: int) -> str:
    # SQLite divides towards zero.
    return (
        f"CASE WHEN year < 0 THEN year / {years} * {years} - {years - 1} "
        f"ELSE year / {years} * {years} END"
    )


def key_sql(grouping: Grouping) -> str:
    """Return the SQL of a group's key for an event; keys sort as the groups follow in time.

    A date that is less precise than the unit is put before the units it may have begun in, in a
    group of its own precision: `2014` before January 2014. NULL is an open start.
    """
    fineness = f"min(grain, {_UNIT[grouping]})"
    return (
        f"((CASE {fineness} WHEN {_DECADE} THEN {_first_year_sql(10)} "
        f"WHEN {_CENTURY} THEN {_first_year_sql(100)} ELSE year END) * 12 "
        f"+ CASE {fineness} WHEN {_MONTH} THEN month - 1 ELSE 0 END) * 8 + {fineness}"
    )


def label(key: int | None) -> str:
    """Return the heading of the group with a key of `key_sql`."""
    if key is None:
        return "Open start"
    months, fineness = divmod(key, 8)
    year, month = divmod(months, 12)
    first = _edtf(year)
    if fineness == _MONTH:
        return EventDate.parse(f"{first}-{month + 1:02}").describe()
    if fineness == _YEAR:
        return EventDate.parse(first).describe()
    if fineness == _WIDE:
        return f"{EventDate.parse(first).describe()} or later"
    years = 10 if fineness == _DECADE else 100
    return _label_of_years(year, years)


def _label_of_years(first: int, years: int) -> str:
    """Return the name of a decade or century; where it has none, from which year to which."""
    unknown = {10: "X", 100: "XX"}[years]
    if 1000 <= first <= 9999:
        return EventDate.parse(f"{first:04}"[: -len(unknown)] + unknown).describe()
    last = first + years - 1
    # Year 0 is told with the years after it.
    return EventDate.parse(
        f"{_edtf(first)}/{_edtf(last if first >= 0 else min(last, -1))}"
    ).describe()


def _edtf(year: int) -> str:
    digits = f"{'-' if year < 0 else ''}{abs(year):04}"
    return f"Y{digits}" if abs(year) > 9999 else digits

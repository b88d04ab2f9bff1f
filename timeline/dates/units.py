"""The groups of a grouping by time: which one an event is in, their order, their headings."""

from timeline.dates.days import LARGEST_YEAR
from timeline.dates.event_date import Day, EventDate, Precision
from timeline.query.facet import Grouping

WIDE, CENTURY, DECADE, YEAR, QUARTER, MONTH, DAY = range(7)
"""How closely the start of a date can be known, from open or wider than a century to the day."""

UNIT = {
    Grouping.DECADE: DECADE,
    Grouping.YEAR: YEAR,
    Grouping.QUARTER: QUARTER,
    Grouping.MONTH: MONTH,
}
"""How closely a start must be known to lie in one unit of a grouping by time."""

_MONTHS = {YEAR: 12, QUARTER: 3, MONTH: 1}

_LONGEST_SEASON = 92


def grain(date: EventDate) -> int:
    """Return how closely the start of a date is known: the smallest unit it surely lies in.

    A winter is of the year that it bears. An approximate day is known to the month.
    """
    first, last = date.earliest, date.begins_by
    if first is None or last is None:
        return WIDE
    if first == last:
        return MONTH if date.approximate else DAY
    if date.precision is Precision.SEASON and last.ordinal - first.ordinal < _LONGEST_SEASON:
        return YEAR
    if first.year != last.year:
        for fineness, years in ((DECADE, 10), (CENTURY, 100)):
            if _first_year(first.year, years) == _first_year(last.year, years):
                return fineness
        return WIDE
    if first.month == last.month:
        return MONTH
    return QUARTER if (first.month - 1) // 3 == (last.month - 1) // 3 else YEAR


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
    fineness = f"min(grain, {UNIT[grouping]})"
    return (
        f"((CASE {fineness} WHEN {DECADE} THEN {_first_year_sql(10)} "
        f"WHEN {CENTURY} THEN {_first_year_sql(100)} ELSE year END) * 12 "
        f"+ CASE {fineness} WHEN {MONTH} THEN month - 1 "
        f"WHEN {QUARTER} THEN (month - 1) / 3 * 3 ELSE 0 END) * 8 + {fineness}"
    )


def number_of(key: int) -> int:
    """Return the place of one whole unit among all of its fineness, from decade to month.

    The next unit in time has the next number.
    """
    months, fineness = divmod(key, 8)
    year = months // 12
    if fineness == DECADE:
        return -(-year // 10) - 1 if year < 0 else year // 10
    return months // _MONTHS[fineness]


def key_of(number: int, fineness: int) -> int:
    """Return the key of the unit of a fineness, from decade to month, that has this number."""
    if fineness == DECADE:
        months = 12 * (number * 10 + 1 if number < 0 else number * 10)
    else:
        months = number * _MONTHS[fineness]
    return months * 8 + fineness


def bounds(key: int) -> tuple[int, int]:
    """Return the day numbers of the first and the last day of a unit, from decade to month."""
    following = key_of(number_of(key) + 1, key % 8)
    return _first_day(key), _first_day(following) - 1


def _first_day(key: int) -> int:
    year, month = divmod(key // 8, 12)
    return Day(year, month + 1, 1).ordinal


def label(key: int | None) -> str:
    """Return the heading of the group with a key of `key_sql`."""
    if key is None:
        return "Open start"
    months, fineness = divmod(key, 8)
    year, month = divmod(months, 12)
    first = _edtf(year)
    if fineness == MONTH:
        return EventDate.parse(f"{first}-{month + 1:02}").describe()
    if fineness == QUARTER:
        return EventDate.parse(f"{first}-{33 + month // 3}").describe()
    if fineness == YEAR:
        return EventDate.parse(first).describe()
    if fineness == WIDE:
        return f"{EventDate.parse(first).describe()} or later"
    years = 10 if fineness == DECADE else 100
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
    """Return a year as EDTF; the decade or century of the first or last ends with it."""
    year = max(-LARGEST_YEAR, min(year, LARGEST_YEAR))
    digits = f"{'-' if year < 0 else ''}{abs(year):04}"
    return f"Y{digits}" if abs(year) > 9999 else digits

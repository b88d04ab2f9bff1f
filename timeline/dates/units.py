"""Calendar units: how precisely the start of a date is known, and the unit it lies in."""

from enum import IntEnum

from timeline.dates.days import LARGEST_YEAR, MONTHS, Day, Precision
from timeline.dates.event_date import EventDate

_LONGEST_SEASON = 92


class Unit(IntEnum):
    """How precisely the start of a date is known, from coarse to fine.

    `WIDE` is a start that is open, unknown or in one of several centuries.
    """

    WIDE = 0
    CENTURY = 1
    DECADE = 2
    YEAR = 3
    QUARTER = 4
    MONTH = 5
    DAY = 6


_YEARS = {Unit.CENTURY: 100, Unit.DECADE: 10}
_MONTHS = {Unit.YEAR: 12, Unit.QUARTER: 3, Unit.MONTH: 1}
_KINDS = 8
_QUARTERS = ("first", "second", "third", "fourth")


class CalendarUnit(int):
    """A calendar unit, from century to month, as a number that sorts by time.

    The number is 8 times the months from January of year 0 to its first month, plus its `Unit`, so
    that a coarse unit sorts before finer ones with the same start. A `WIDE` unit has the earliest
    year in which a date can start.
    """

    @classmethod
    def starting(cls, year: int, month: int, unit: Unit) -> "CalendarUnit":
        """Return the unit that contains a month; for `WIDE` units and years only the year matters.

        Decades and centuries have years with the same leading digits: year 0 is in the decade 0 to
        9, and year -1 in the decade -9 to -1.
        """
        if unit in _YEARS:
            years = _YEARS[unit]
            year = -(-year // years) * years - (years - 1) if year < 0 else year // years * years
        months = 12 * year
        if unit in _MONTHS:
            size = _MONTHS[unit]
            months += (month - 1) // size * size
        return cls(months * _KINDS + unit)

    @classmethod
    def numbered(cls, number: int, unit: Unit) -> "CalendarUnit":
        """Return the unit with this `number`; `unit` is from decade to month."""
        if unit is Unit.DECADE:
            return cls.starting(10 * number + 1 if number < 0 else 10 * number, 1, unit)
        return cls(number * _MONTHS[unit] * _KINDS + unit)

    @property
    def unit(self) -> Unit:
        """The kind of unit."""
        return Unit(self % _KINDS)

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self // _KINDS // 12

    @property
    def month(self) -> int:
        """The month in which it begins, from 1."""
        return self // _KINDS % 12 + 1

    @property
    def number(self) -> int:
        """Its number among the units of its kind, for units from decade to month.

        The numbers are consecutive. Decades are counted from the one with year 0.
        """
        if self.unit is Unit.DECADE:
            return -(-self.year // 10) - 1 if self.year < 0 else self.year // 10
        return self // _KINDS // _MONTHS[self.unit]

    @property
    def days(self) -> tuple[int, int]:
        """The ordinals of its first and last day, for units from decade to month."""
        following = self.numbered(self.number + 1, self.unit)
        return self._first_day, following._first_day - 1

    @property
    def _first_day(self) -> int:
        return Day(self.year, self.month, 1).ordinal

    @property
    def label(self) -> str:
        """Its name: `March 2014`, `first quarter of 2014`, `2010s`, `1900s (century)`."""
        # Most headings are plain years, which are described without importing `wording`.
        if self.unit is Unit.YEAR:
            return EventDate.parse(_edtf(self.year)).describe()
        from timeline.dates.edtf import describe_year

        match self.unit:
            case Unit.MONTH:
                return f"{MONTHS[self.month - 1]} {describe_year(self.year)}"
            case Unit.QUARTER:
                return f"{_QUARTERS[self.month // 3]} quarter of {describe_year(self.year)}"
            case Unit.DECADE | Unit.CENTURY:
                return _label_of_years(self.year, _YEARS[self.unit])
            case _:
                return f"{describe_year(self.year)} or later"


def unit_of_start(date: EventDate) -> Unit:
    """Return the smallest unit that certainly contains the start of a date.

    A winter belongs to the year of its December. An approximate day counts as known to the month.
    """
    first, last = date.earliest, date.begins_by
    if first is None or last is None:
        return Unit.WIDE
    if first == last:
        return Unit.MONTH if date.approximate else Unit.DAY
    if date.precision is Precision.SEASON and last.ordinal - first.ordinal < _LONGEST_SEASON:
        return Unit.YEAR
    if first.year != last.year:
        for unit in (Unit.DECADE, Unit.CENTURY):
            if _same(first, last, unit):
                return unit
        return Unit.WIDE
    if first.month == last.month:
        return Unit.MONTH
    return Unit.QUARTER if _same(first, last, Unit.QUARTER) else Unit.YEAR


def _same(first: Day, last: Day, unit: Unit) -> bool:
    starting = CalendarUnit.starting
    return starting(first.year, first.month, unit) == starting(last.year, last.month, unit)


def _label_of_years(first: int, years: int) -> str:
    """Return the name of a decade or century, or its first and last year if it has none."""
    unknown = {10: "X", 100: "XX"}[years]
    if 1000 <= first <= 9999:
        return EventDate.parse(f"{first:04}"[: -len(unknown)] + unknown).describe()
    last = first + years - 1
    # Year 0 belongs to the years after it.
    return EventDate.parse(
        f"{_edtf(first)}/{_edtf(last if first >= 0 else min(last, -1))}"
    ).describe()


def _edtf(year: int) -> str:
    """Return a year as EDTF, limited to the range of years that dates can have."""
    year = max(-LARGEST_YEAR, min(year, LARGEST_YEAR))
    digits = f"{'-' if year < 0 else ''}{abs(year):04}"
    return f"Y{digits}" if abs(year) > 9999 else digits


def unit_started_in(date: EventDate, unit: Unit) -> CalendarUnit | None:
    """Return the unit of a kind in which a date starts, None if its start is open.

    For a less precise date, return the smallest unit that certainly contains its start.
    """
    first = date.earliest
    if first is None:
        return None
    return CalendarUnit.starting(first.year, first.month, min(unit_of_start(date), unit))

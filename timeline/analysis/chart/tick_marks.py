"""The ticks of an axis: round dates with labels that fit."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.analysis.chart.axis import Axis
from timeline.dates import MONTHS, SECONDS_OF_DAY, Day, describe_year

GAP = 2
"""The minimum number of free columns between two labels."""

_SECONDS = (60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200)
_DAYS_OF_MONTH = (
    (1, tuple(range(1, 32))),
    (7, (1, 8, 15, 22)),
    (14, (1, 15)),
)
_WEEKS = (1, 2, 4)
_MONTHS = (1, 3, 6)
_YEARS = tuple(n * 10**power for power in range(16) for n in (1, 2, 5))


class Tick(NamedTuple):
    """A tick: its column, its label, and the column `at` which the label starts.

    The label of the last tick is moved to the left if it would extend beyond the axis.
    """

    column: int
    label: str
    at: int


class _Mark(NamedTuple):
    """A date that may get a tick: its position and its label."""

    position: int
    label: str


def ticks(axis: Axis, width: int, *, of_any_year: bool = False) -> list[Tick]:
    """Return as many ticks as fit on an axis whose cells are `width` columns wide.

    Every tick has a label. The first label is complete, and the others leave out what stays the
    same. With `of_any_year`, no label has a year.
    """
    columns = axis.cells * width
    for least, marks in _steps(axis, of_any_year):
        # Skip steps that are far too fine.
        if least * columns < (axis.stop - axis.start) * (GAP + 2):
            continue
        found = _placed(
            axis, width, [mark for mark in marks if axis.start <= mark.position < axis.stop]
        )
        if found:
            return found
    return []


def _placed(axis: Axis, width: int, marks: list[_Mark]) -> list[Tick]:
    """Return a tick for each mark, or an empty list if the labels do not fit."""
    columns = axis.cells * width
    placed: list[Tick] = []
    for mark in marks:
        column = axis.column(mark.position, width)
        at = max(0, min(column, columns - len(mark.label)))
        free = placed[-1].at + len(placed[-1].label) + GAP if placed else 0
        if at < free:
            # If only the last label does not fit, leave out just that one.
            return placed if mark is marks[-1] and len(placed) > 1 else []
        placed.append(Tick(column, mark.label, at))
    return placed


def _steps(axis: Axis, of_any_year: bool) -> Iterator[tuple[int, Iterator[_Mark]]]:
    """Yield the length of each step, from fine to coarse, with its marks."""
    unit = SECONDS_OF_DAY if axis.by_second else 1
    if axis.by_second:
        for seconds in _SECONDS:
            yield seconds, _times(axis, seconds)
    if axis.size.unit == "week" and not of_any_year:
        # Cells of weeks begin on Mondays.
        for weeks in _WEEKS:
            yield 7 * weeks, _dated(axis, map(Day.from_ordinal, axis.edges[:-1:weeks]))
    else:
        for length, days in _DAYS_OF_MONTH:
            yield length * unit, _days(axis, days, of_any_year)
    for months in _MONTHS:
        yield 28 * months * unit, _months(axis, months, of_any_year)
    for years in _YEARS:
        yield 365 * years * unit, _years(axis, years)


def _times(axis: Axis, step: int) -> Iterator[_Mark]:
    shown = None
    for second in range(-(-axis.start // step) * step, axis.stop, step):
        day, time = divmod(second, SECONDS_OF_DAY)
        label = f"{time // 3600:02}:{time // 60 % 60:02}"
        if day != shown:
            when = Day.from_ordinal(day)
            date = f"{_day(when)} {describe_year(when.year)}" if shown is None else _day(when)
            label = date if not time else f"{date} {label}"
            shown = day
        yield _Mark(second, label)


def _days(axis: Axis, days: tuple[int, ...], of_any_year: bool) -> Iterator[_Mark]:
    first, last = _ends(axis)
    every = map(Day.from_ordinal, range(first.ordinal, last.ordinal + 1))
    return _dated(axis, (day for day in every if day.day in days), of_any_year)


def _dated(axis: Axis, days: Iterable[Day], of_any_year: bool = False) -> Iterator[_Mark]:
    year = None
    for when in days:
        without_year = when.year == year or of_any_year
        label = _day(when)
        yield _at(axis, when, label if without_year else f"{label} {describe_year(when.year)}")
        year = when.year


def _months(axis: Axis, step: int, of_any_year: bool) -> Iterator[_Mark]:
    first, last = _ends(axis)
    year = None
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        when = Day(number // 12, number % 12 + 1, 1)
        if number % step or when < first:
            continue
        label = MONTHS[when.month - 1][:3]
        if when.year != year and not of_any_year:
            # The label for January is just the year.
            named = describe_year(when.year)
            label = named if when.month == 1 else f"{label} {named}"
        yield _at(axis, when, label)
        year = when.year


def _years(axis: Axis, step: int) -> Iterator[_Mark]:
    first, last = _ends(axis)
    for number in range(first.year // step * step, last.year + step + 1, step):
        # There is no year 0 in words: 500 BCE is year -499, and year 1 takes the place of year 0.
        year = number + 1 if number < 0 or (number == 0 and step > 1) else number
        when = Day(year, 1, 1)
        if first <= when <= last:
            yield _at(axis, when, describe_year(year))


def _ends(axis: Axis) -> tuple[Day, Day]:
    unit = SECONDS_OF_DAY if axis.by_second else 1
    return Day.from_ordinal(axis.start // unit), Day.from_ordinal((axis.stop - 1) // unit)


def _at(axis: Axis, when: Day, label: str) -> _Mark:
    return _Mark(when.ordinal * (SECONDS_OF_DAY if axis.by_second else 1), label)


def _day(when: Day) -> str:
    return f"{when.day} {MONTHS[when.month - 1][:3]}"

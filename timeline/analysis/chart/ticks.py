"""Round dates along an axis, with labels that leave each other room."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.analysis.chart.axis import DAY, Axis
from timeline.dates.days import MONTHS
from timeline.dates.event_date import Day
from timeline.dates.wording import year_text

GAP = 2
"""How many cells are free between two labels at least; before the last it may be one."""

_SECONDS = (60, 300, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200)
_DAYS_OF_MONTH = (
    (1, tuple(range(1, 32))),
    (3, tuple(range(1, 29, 3))),
    (7, (1, 8, 15, 22)),
    (14, (1, 15)),
)
_MONTHS = (1, 3, 6)
_YEARS = tuple(n * 10**power for power in range(8) for n in (1, 2, 5))
_DAYS_OF_YEAR = 365


class Tick(NamedTuple):
    """A round date: the cell in which it begins, its label, and the cell where that begins.

    The label of the last, where it would stand out, ends with the axis; it is empty where there is
    no room for that.
    """

    cell: int
    label: str
    at: int


def ticks(axis: Axis, *, of_any_year: bool = False) -> list[Tick]:
    """Return the round dates of an axis, as many as have room for their labels.

    The first label says all that the others leave out. On an axis `of_any_year` none has a year.
    """
    year = _DAYS_OF_YEAR * (DAY if axis.by_second else 1)
    for length, dates in _steps(axis, of_any_year):
        if length * axis.cells < (axis.stop - axis.start) * (GAP + 2):
            continue
        found = _labelled(list(dates), with_years=length >= year)
        if found:
            return _kept_in(axis, found)
    return []


def _labelled(found: list[Tick], *, with_years: bool) -> list[Tick]:
    """Return ticks with those labels for which there is room; none where too few are left.

    A label that says the year, which the others leave out, may take the room of the next.
    """
    last = None
    for number, tick in enumerate(found):
        if last is None or last.at + len(last.label) + GAP <= tick.at:
            last = tick
        elif not with_years and last == found[number - 1] and len(last.label) > len(tick.label):
            found[number] = tick._replace(label="")
        else:
            return []
    return found


def _kept_in(axis: Axis, found: list[Tick]) -> list[Tick]:
    """Return ticks of which the last label ends with the axis, if a cell before it is free."""
    *others, last = [number for number, tick in enumerate(found) if tick.label]
    free = found[others[-1]].at + len(found[others[-1]].label) + 1 if others else 0
    tick = found[last]
    at = min(tick.at, axis.cells - len(tick.label))
    found[last] = tick._replace(at=at) if at >= free else tick._replace(label="")
    return found


def _steps(axis: Axis, of_any_year: bool) -> Iterator[tuple[int, Iterator[Tick]]]:
    """Yield the ticks of every step from fine to coarse, with the length of the step."""
    if axis.by_second:
        for seconds in _SECONDS:
            yield seconds, _times(axis, seconds)
    unit = DAY if axis.by_second else 1
    for length, days in _DAYS_OF_MONTH:
        yield length * unit, _days(axis, days, of_any_year)
    for months in _MONTHS:
        yield 30 * months * unit, _months(axis, months, of_any_year)
    for years in _YEARS:
        yield _DAYS_OF_YEAR * years * unit, _years(axis, years)


def _times(axis: Axis, step: int) -> Iterator[Tick]:
    for second in range(-(-axis.start // step) * step, axis.stop, step):
        day, time = divmod(second, DAY)
        label = f"{time // 3600:02}:{time // 60 % 60:02}"
        if not time:
            when = Day.from_ordinal(day)
            label = _day(when) if day != axis.first else f"{_day(when)} {year_text(when.year)}"
        yield Tick(axis.edge(second), label, axis.edge(second))


def _days(axis: Axis, days: tuple[int, ...], of_any_year: bool) -> Iterator[Tick]:
    year = None
    for ordinal in range(axis.first, axis.last + 1):
        when = Day.from_ordinal(ordinal)
        if when.day in days:
            told = when.year == year or of_any_year
            yield _tick(axis, when, _day(when) if told else f"{_day(when)} {_year(when)}")
            year = when.year


def _months(axis: Axis, step: int, of_any_year: bool) -> Iterator[Tick]:
    first, last = Day.from_ordinal(axis.first), Day.from_ordinal(axis.last)
    year = None
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        when = Day(number // 12, number % 12 + 1, 1)
        if number % step or when.ordinal < axis.first:
            continue
        name = MONTHS[when.month - 1][:3]
        told = when.year == year or of_any_year
        yield _tick(axis, when, name if told else f"{name} {_year(when)}")
        year = when.year


def _years(axis: Axis, step: int) -> Iterator[Tick]:
    first, last = Day.from_ordinal(axis.first).year, Day.from_ordinal(axis.last).year
    for number in range(first // step * step, last + step + 1, step):
        # There is no year 0 in words: 500 BCE is -499, and the year 1 begins the next round.
        year = number + 1 if number < 0 or (number == 0 and step > 1) else number
        when = Day(year, 1, 1)
        if axis.first <= when.ordinal <= axis.last:
            yield _tick(axis, when, year_text(year))


def _tick(axis: Axis, when: Day, label: str) -> Tick:
    position = when.ordinal * DAY if axis.by_second else when.ordinal
    return Tick(axis.edge(position), label, axis.edge(position))


def _day(when: Day) -> str:
    return f"{when.day} {MONTHS[when.month - 1][:3]}"


def _year(when: Day) -> str:
    return year_text(when.year)

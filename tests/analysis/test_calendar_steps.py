from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.analysis.calendar_steps import MOST, steps_between
from timeline.dates.event_date import Day
from timeline.dates.units import DAY, MONTH, QUARTER, YEAR


def ordinal(text: str) -> int:
    year, month, day = text.rsplit("-", 2)
    return Day(int(year), int(month), int(day)).ordinal


@pytest.mark.parametrize(
    ("low", "high", "first", "last", "count", "grain", "each"),
    [
        ("2022-03-01", "2022-03-01", "2022-03-01", "2022-03-01", 1, DAY, (1, "day")),
        ("2022-03-01", "2022-03-31", "2022-03-01", "2022-04-01", 16, DAY, (2, "day")),
        ("2022-03-01", "2022-05-31", "2022-02-28", "2022-06-05", 14, DAY, (1, "week")),
        ("2022-01-10", "2022-12-20", "2022-01-01", "2022-12-31", 12, MONTH, (1, "month")),
        ("2021-05-10", "2023-01-20", "2021-05-01", "2023-02-28", 11, MONTH, (2, "month")),
        ("2020-05-10", "2023-01-20", "2020-04-01", "2023-03-31", 12, QUARTER, (3, "month")),
        ("2009-03-06", "2026-05-08", "2008-01-01", "2027-12-31", 10, YEAR, (2, "year")),
        ("-43-03-15", "2026-05-08", "-200-01-01", "2199-12-31", 12, YEAR, (200, "year")),
    ],
    ids=["day", "two days", "weeks", "months", "two months", "quarters", "two years", "centuries"],
)
def test_steps_are_those_of_the_calendar(
    low: str, high: str, first: str, last: str, count: int, grain: int, each: tuple[int, str]
) -> None:
    steps = steps_between(ordinal(low), ordinal(high))
    assert (steps.bounds[0][0], steps.bounds[-1][1]) == (ordinal(first), ordinal(last))
    assert (len(steps.bounds), steps.grain) == (count, grain)
    assert (steps.number, steps.unit) == each


DAYS = st.integers(-(10**12), 10**12) | st.integers(
    date(2000, 1, 1).toordinal(), date(2003, 1, 1).toordinal()
)


@given(DAYS, DAYS)
def test_steps_follow_one_another_and_reach_over_the_span(one: int, other: int) -> None:
    low, high = sorted((one, other))
    steps = steps_between(low, high)
    assert 1 <= len(steps.bounds) <= MOST
    assert all(low <= high for low, high in steps.bounds)
    ends = [high + 1 for _, high in steps.bounds]
    assert ends[:-1] == [low for low, _ in steps.bounds[1:]]
    assert steps.of(low, low) == 0
    assert steps.of(high, high) == len(steps.bounds) - 1


def test_what_may_lie_in_two_steps_lies_in_none() -> None:
    steps = steps_between(ordinal("2022-01-10"), ordinal("2022-12-20"))
    assert steps.of(ordinal("2022-03-01"), ordinal("2022-03-31")) == 2
    assert steps.of(ordinal("2022-01-01"), ordinal("2022-12-31")) is None

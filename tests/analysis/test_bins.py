from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.analysis.bins import MOST, bins_between
from timeline.dates import Day


def ordinal(text: str) -> int:
    year, month, day = text.rsplit("-", 2)
    return Day(int(year), int(month), int(day)).ordinal


@pytest.mark.parametrize(
    ("low", "high", "first", "last", "count", "each"),
    [
        ("2022-03-01", "2022-03-01", "2022-03-01", "2022-03-01", 1, (1, "day")),
        ("2022-03-01", "2022-03-31", "2022-03-01", "2022-04-01", 16, (2, "day")),
        ("2022-03-01", "2022-05-31", "2022-02-28", "2022-06-05", 14, (1, "week")),
        ("2022-01-10", "2022-12-20", "2022-01-01", "2022-12-31", 12, (1, "month")),
        ("2021-05-10", "2023-01-20", "2021-05-01", "2023-02-28", 11, (2, "month")),
        ("2020-05-10", "2023-01-20", "2020-04-01", "2023-03-31", 12, (3, "month")),
        ("2009-03-06", "2026-05-08", "2008-01-01", "2027-12-31", 10, (2, "year")),
        ("-43-03-15", "2026-05-08", "-200-01-01", "2199-12-31", 12, (200, "year")),
    ],
    ids=["day", "two days", "weeks", "months", "two months", "quarters", "two years", "centuries"],
)
def test_bins_are_those_of_the_calendar(
    low: str, high: str, first: str, last: str, count: int, each: tuple[int, str]
) -> None:
    bins = bins_between(ordinal(low), ordinal(high))
    assert (bins.days[0][0], bins.days[-1][1]) == (ordinal(first), ordinal(last))
    assert len(bins.days) == count
    assert (bins.number, bins.unit) == each


DAYS = st.integers(-(10**12), 10**12) | st.integers(
    date(2000, 1, 1).toordinal(), date(2003, 1, 1).toordinal()
)


@given(DAYS, DAYS)
def test_bins_follow_one_another_and_reach_over_the_span(one: int, other: int) -> None:
    low, high = sorted((one, other))
    bins = bins_between(low, high)
    assert 1 <= len(bins.days) <= MOST
    assert all(low <= high for low, high in bins.days)
    ends = [high + 1 for _, high in bins.days]
    assert ends[:-1] == [low for low, _ in bins.days[1:]]
    assert bins.days[0][0] <= low
    assert high <= bins.days[-1][1]

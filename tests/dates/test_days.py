"""Days of the calendar, without a limit of years."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.dates.edtf.texts import refusal
from timeline.dates import Day, EventDate


@given(st.integers(1, 3_652_059))
def test_ordinals_are_those_of_the_standard_library(ordinal: int) -> None:
    date = datetime.date.fromordinal(ordinal)
    assert Day(date.year, date.month, date.day).ordinal == ordinal
    assert str(Day.from_ordinal(ordinal)) == date.isoformat()


@given(st.integers(-(10**18), 10**18))
@example(-306)  # 29 February of year 0
def test_a_day_is_found_again_by_its_ordinal(ordinal: int) -> None:
    found = Day.from_ordinal(ordinal)
    assert found.ordinal == ordinal
    assert Day.from_ordinal(ordinal + 1) > found


@given(st.integers(-9999, 9999))
def test_leap_years(year: int) -> None:
    text = f"{'-' if year < 0 else ''}{abs(year):04}-02-29"
    next_day = Day.from_ordinal(Day(year, 2, 28).ordinal + 1)
    if next_day == Day(year, 3, 1):
        assert refusal(text).endswith("has 28 days")
    else:
        assert EventDate.parse(text).latest == next_day == Day(year, 2, 29)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(Day(2014, 3, 8), "2014-03-08", id="usual"),
        pytest.param(Day(0, 1, 1), "0000-01-01", id="year 0"),
        pytest.param(Day(-43, 3, 15), "-0043-03-15", id="before year 0"),
        pytest.param(Day(12000, 1, 1), "12000-01-01", id="after 9999"),
    ],
)
def test_a_day_as_text(value: Day, text: str) -> None:
    assert str(value) == text

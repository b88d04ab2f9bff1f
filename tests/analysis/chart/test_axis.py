"""An axis of time: its cells are whole units of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.analysis.chart.axis import (
    Axis,
    axis_between,
    axis_of_year,
    size_of_years,
)
from timeline.dates import SECONDS_OF_DAY, Day, EventDate


def axis_over(text: str, room: int, events: int = 1000, *, by_second: bool = False) -> Axis:
    """Return the axis over the time of a date."""
    when = EventDate.parse(text)
    assert when.earliest is not None
    assert when.latest is not None
    low, high = when.earliest.ordinal, when.latest.ordinal
    if by_second:
        low, high = low * SECONDS_OF_DAY, (high + 1) * SECONDS_OF_DAY - 1
    return axis_between(low, high, room, events, by_second=by_second)


DAYS = st.integers(-(10**12), 10**12) | st.integers(
    date(2000, 1, 1).toordinal(), date(2003, 1, 1).toordinal()
)
AXES = st.builds(
    lambda one, length, room, events, by_second: axis_between(
        one, one + length, room, events, by_second=by_second
    ),
    DAYS,
    st.integers(0, 400) | st.integers(0, 10**9),
    st.integers(2, 300),
    st.integers(1, 300),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("text", "room", "events", "cells", "size", "first", "last"),
    [
        pytest.param("2014-03", 60, 99, 31, "a day", "2014-03-01", "2014-03-31", id="days"),
        pytest.param("2022", 60, 99, 53, "a week", "2021-12-27", "2023-01-01", id="weeks"),
        pytest.param("2022", 60, 9, 12, "a month", "2022-01-01", "2022-12-31", id="few events"),
        pytest.param("2022", 20, 99, 12, "a month", "2022-01-01", "2022-12-31", id="months"),
        pytest.param("2009/2026", 99, 99, 72, "a quarter", "2009-01-01", "2026-12-31", id="q"),
        pytest.param("2009/2026", 50, 99, 36, "half a year", "2009-01-01", "2026-12-31", id="h"),
        pytest.param("2009/2026", 20, 99, 18, "a year", "2009-01-01", "2026-12-31", id="years"),
        pytest.param("2009/2026", 10, 99, 10, "2 years", "2008-01-01", "2027-12-31", id="2 years"),
        pytest.param("1905/1999", 12, 99, 10, "a decade", "1900-01-01", "1999-12-31", id="decades"),
        pytest.param("1066/2014", 12, 99, 11, "a century", "1000-01-01", "2099-12-31", id="c"),
        pytest.param("-0043/2014", 4, 99, 4, "a millennium", "-1000-01-01", "2999-12-31", id="m"),
    ],
)
def test_cells_are_units_of_the_calendar(
    text: str, room: int, events: int, cells: int, size: str, first: str, last: str
) -> None:
    axis = axis_over(text, room, events)
    ends = Day.from_ordinal(axis.start), Day.from_ordinal(axis.stop - 1)
    assert (axis.cells, str(axis.size), *map(str, ends)) == (cells, size, first, last)


@pytest.mark.parametrize(
    ("room", "events", "cells", "size"),
    [
        pytest.param(100, 9, 24, "an hour", id="hours"),
        pytest.param(100, 99, 96, "15 minutes", id="quarters of an hour"),
        pytest.param(10, 99, 8, "3 hours", id="three hours"),
        pytest.param(2, 99, 2, "12 hours", id="half days"),
    ],
)
def test_cells_of_a_day(room: int, events: int, cells: int, size: str) -> None:
    axis = axis_over("2014-03-18", room, events, by_second=True)
    assert (axis.cells, str(axis.size)) == (cells, size)


@given(DAYS, st.integers(0, 10**9), st.integers(1, 300), st.integers(1, 300), st.booleans())
def test_an_axis_holds_its_time_and_has_room(
    low: int, length: int, room: int, events: int, by_second: bool
) -> None:
    axis = axis_between(low, low + length, room, events, by_second=by_second)
    assert axis.start <= low
    assert axis.stop > low + length
    assert 1 <= axis.cells <= max(2, room)
    # The first and the last cell are needed.
    assert axis.cell(low) == 0
    assert axis.cell(low + length) == axis.cells - 1


@given(AXES, st.data())
def test_a_position_lies_in_the_cell_whose_span_holds_it(axis: Axis, data: st.DataObject) -> None:
    position = data.draw(st.integers(axis.start, axis.stop - 1))
    first, last = axis.spans[axis.cell(position)]
    assert first <= position <= last
    assert axis.cell(axis.start - 1) == -1
    assert axis.cell(axis.stop) == axis.cells


@given(AXES, st.integers(1, 6), st.data())
def test_a_column_lies_in_its_cell(axis: Axis, width: int, data: st.DataObject) -> None:
    position = data.draw(st.integers(axis.start, axis.stop - 1))
    assert axis.column(position, width) // width == axis.cell(position)
    assert axis.column(axis.edges[0], width) == 0


@pytest.mark.parametrize(
    ("year", "room", "cells", "last"),
    [
        pytest.param(2023, 60, 53, 1, id="weeks"),
        pytest.param(2024, 60, 53, 2, id="weeks of a leap year"),
        pytest.param(2024, 52, 12, 31, id="months"),
    ],
)
def test_the_axis_of_a_year(year: int, room: int, cells: int, last: int) -> None:
    axis = axis_of_year(year, size_of_years(room, 99))
    first, end = axis.spans[-1]
    assert (axis.cells, end - first + 1) == (cells, last)
    assert Day.from_ordinal(axis.start) == (year, 1, 1)
    assert Day.from_ordinal(axis.stop) == (year + 1, 1, 1)

"""An axis of time and its cells."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.analysis.chart.axis import DAY, Axis

AXES = st.builds(
    lambda first, length, cells, by_second: Axis(first, first + length, cells, by_second),
    st.integers(-2_000_000, 2_000_000),
    st.integers(0, 400_000),
    st.integers(1, 300),
    st.booleans(),
)


@given(AXES, st.data())
def test_a_position_lies_in_the_cell_that_opens_before_it(axis: Axis, data: st.DataObject) -> None:
    position = data.draw(st.integers(axis.start, axis.stop - 1))
    cell = axis.cell(position)
    assert 0 <= cell < axis.cells
    assert axis.opening(cell) <= position < axis.opening(cell + 1)


@given(AXES)
def test_the_cells_hold_the_whole_axis(axis: Axis) -> None:
    assert axis.opening(0) == axis.start
    assert axis.opening(axis.cells) == axis.stop


@given(AXES, st.data())
def test_what_is_longer_than_a_cell_ends_in_a_later_one(axis: Axis, data: st.DataObject) -> None:
    position = data.draw(st.integers(axis.start, axis.stop - 1))
    after = position + axis.reach
    assert axis.cell(after) > axis.cell(position)


def test_what_is_outside() -> None:
    axis = Axis(10, 19, 5)
    assert [axis.cell(position) for position in (9, 10, 19, 20)] == [-1, 0, 4, 5]


def test_a_day_longer_than_a_cell_lies_at_its_noon() -> None:
    assert Axis(10, 11, 20).cell(10) == 5


def test_the_middle_of_a_cell() -> None:
    axis = Axis(10, 39, 3)
    assert [axis.middle(cell) for cell in range(3)] == [15, 25, 35]


def test_seconds() -> None:
    axis = Axis(10, 10, 24, by_second=True)
    assert axis.cell(10 * DAY + 14 * 3600) == 14


def test_seconds_of_the_days_before_and_after() -> None:
    axis = Axis(10, 10, 28, by_second=True, seconds_before=3600, seconds_after=3 * 3600)
    hours = (-2, -1, 0, 14, 26, 27)
    found = [axis.cell(10 * DAY + hour * 3600) for hour in hours]
    assert found == [-1, 0, 1, 15, 27, 28]

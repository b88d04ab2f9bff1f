"""Round dates along an axis."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.chart.test_axis import AXES, axis_over
from timeline.analysis.chart.axis import Axis, axis_of_year, size_of_years
from timeline.analysis.chart.tick_marks import GAP, ticks
from timeline.dates import MONTHS


@pytest.mark.parametrize(
    ("span", "room", "labels"),
    [
        pytest.param("-2999/2000", 60, "3000 BCE, 2000 BCE, 1000 BCE, 1 CE, 1000, 2000", id="ages"),
        pytest.param("0801/1300", 60, "800 CE, 900 CE, 1000, 1100, 1200, 1300", id="centuries"),
        pytest.param(
            "2009/2026", 75, "2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026", id="y"
        ),
        pytest.param("2009/2026", 40, "2010, 2015, 2020, 2025", id="few years"),
        pytest.param(
            "2013-05/2014-12", 99, "Jul 2013, Oct, 2014, Apr, Jul, Oct, 2015", id="quarters"
        ),
        pytest.param("2022", 60, "2022, Apr, Jul, Oct, 2023", id="weeks of a year"),
        pytest.param("2014-03", 60, "1 Mar 2014, 15 Mar", id="a month"),
        pytest.param("2014-03", 30, "24 Feb 2014, 24 Mar", id="weeks of a month"),
    ],
)
def test_labels(span: str, room: int, labels: str) -> None:
    axis = axis_over(span, room)
    assert ", ".join(tick.label for tick in ticks(axis, room // axis.cells)) == labels


def test_times_of_one_day() -> None:
    axis = axis_over("2014-03-18", 60, by_second=True)
    shown = [tick.label for tick in ticks(axis, 60 // axis.cells)]
    assert shown == ["18 Mar 2014", "12:00"]


def test_months_of_any_year() -> None:
    axis = axis_of_year(2024, size_of_years(72, 99))
    shown = [tick.label for tick in ticks(axis, 1, of_any_year=True)]
    assert shown == ["Jan", "Apr", "Jul", "Oct"]
    axis = axis_of_year(2024, size_of_years(12, 99))
    assert [tick.label for tick in ticks(axis, 6, of_any_year=True)] == [
        name[:3] for name in MONTHS
    ]


@given(AXES, st.integers(1, 6))
def test_every_tick_has_a_label_with_room(axis: Axis, width: int) -> None:
    found = ticks(axis, width)
    assert all(tick.label for tick in found)
    assert all(0 <= tick.column < axis.cells * width for tick in found)
    for tick, following in pairwise(found):
        assert following.at - tick.at - len(tick.label) >= GAP
    if found and len(found[0].label) <= axis.cells * width:
        assert found[-1].at + len(found[-1].label) <= axis.cells * width

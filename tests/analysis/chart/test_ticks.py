"""Round dates along an axis."""

from itertools import pairwise

import pytest
from hypothesis import given

from tests.analysis.chart.test_axis import AXES
from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.ticks import GAP, ticks
from timeline.dates.days import MONTHS
from timeline.dates.event_date import EventDate
from timeline.dates.wording import year_text


def axis_of(text: str, cells: int, *, by_second: bool = False) -> Axis:
    date = EventDate.parse(text)
    assert date.earliest is not None
    assert date.latest is not None
    return Axis(date.earliest.ordinal, date.latest.ordinal, cells, by_second)


@pytest.mark.parametrize(
    ("span", "cells", "labels"),
    [
        pytest.param("-2999/2000", 60, "3000 BCE, 2000 BCE, 1000 BCE, 1 CE, 1000, 2000", id="ages"),
        pytest.param("0801/1300", 40, "900 CE, 1000, 1100, 1200, 1300", id="centuries"),
        pytest.param(
            "2009/2026", 60, "2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026", id="y"
        ),
        pytest.param("2009/2026", 25, "2010, 2015, 2020, 2025", id="few years"),
        pytest.param("2013-05/2014-12", 60, "Jul 2013, Jan 2014, Jul, Oct", id="quarters"),
        pytest.param("2022", 30, "Jan 2022, Jul, Oct", id="the first takes the room of the next"),
        pytest.param("2014-03", 60, "1 Mar 2014, 8 Mar, 15 Mar, 22 Mar", id="a month"),
        pytest.param("2014-12-30/2015-01-03", 50, "30 Dec 2014, 1 Jan 2015, 3 Jan", id="days"),
    ],
)
def test_labels(span: str, cells: int, labels: str) -> None:
    shown = [tick.label for tick in ticks(axis_of(span, cells)) if tick.label]
    assert ", ".join(shown) == labels


def test_times_of_one_day() -> None:
    axis = axis_of("2014-03-18", 60, by_second=True)
    shown = [tick.label for tick in ticks(axis) if tick.label]
    assert shown == ["18 Mar 2014", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]


def test_months_of_any_year() -> None:
    shown = [tick.label for tick in ticks(axis_of("2024", 72), of_any_year=True)]
    assert shown == [name[:3] for name in MONTHS]


@given(AXES)
def test_labels_leave_each_other_room(axis: Axis) -> None:
    found = ticks(axis)
    assert all(0 <= tick.cell < axis.cells for tick in found)
    labelled = [tick for tick in found if tick.label]
    for tick, following in pairwise(labelled):
        room = following.at - tick.at - len(tick.label)
        assert room >= (1 if following is labelled[-1] else GAP)
    assert all(tick.at + len(tick.label) <= axis.cells for tick in labelled[-1:])


@pytest.mark.parametrize(
    ("year", "label"),
    [
        (2014, "2014"),
        (476, "476 CE"),
        (0, "1 BCE"),
        (-43, "44 BCE"),
        (12_000, "12,000 CE"),
        (-12_000, "12,001 BCE"),
    ],
)
def test_years(year: int, label: str) -> None:
    assert year_text(year) == label

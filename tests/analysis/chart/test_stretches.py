"""What of an axis a date takes up."""

import pytest

from timeline.analysis.chart.stretches import Side, stretch
from timeline.dates import SECONDS_OF_DAY, Day, EventDate

TODAY = Day(2026, 11, 23)


def shown(position: int | None) -> str:
    return "" if position is None else str(Day.from_ordinal(position))


@pytest.mark.parametrize(
    ("text", "may", "surely"),
    [
        pytest.param("2014-03-18", "2014-03-18 2014-03-18", "2014-03-18 2014-03-18", id="a day"),
        pytest.param("2014", "2014-01-01 2014-12-31", " ", id="a year"),
        pytest.param("201X", "2010-01-01 2019-12-31", " ", id="a decade"),
        pytest.param("2014-03-18/2014-05-01", *["2014-03-18 2014-05-01"] * 2, id="an interval"),
        pytest.param("2014/2016", "2014-01-01 2016-12-31", "2014-12-31 2016-01-01", id="years"),
        pytest.param("2014/2014-06", "2014-01-01 2014-06-30", " ", id="it may begin in its end"),
        pytest.param(
            "2014~/2016",
            "2014-01-01 2016-12-31",
            "2014-12-31 2016-01-01",
            id="between approximate sides",
        ),
        pytest.param("2014?/2016", "2014-01-01 2016-12-31", " ", id="an uncertain side"),
        pytest.param("2014%/2016", "2014-01-01 2016-12-31", " ", id="uncertain and approximate"),
        pytest.param("2014-03-18/..", *["2014-03-18 2026-11-23"] * 2, id="ongoing"),
        pytest.param("2030-03-18/..", "2030-03-18 ", "2030-03-18 ", id="from a later day on"),
        pytest.param("2014-03-18/", "2014-03-18 ", "2014-03-18 ", id="an unknown end"),
        pytest.param("../2014-03-18", *[" 2014-03-18"] * 2, id="an open start"),
        pytest.param("/2014-03-18", " 2014-03-18", " ", id="an unknown start"),
        pytest.param("[2014..2016]", "2014-01-01 2016-12-31", " ", id="one of several"),
    ],
)
def test_days(text: str, may: str, surely: str) -> None:
    found = stretch(EventDate.parse(text), TODAY)
    assert f"{shown(found.first)} {shown(found.last)}" == may
    assert f"{shown(found.sure_from)} {shown(found.sure_to)}" == surely


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("2014/2016", Side.SHARP, Side.SHARP),
        ("2014/..", Side.SHARP, Side.OPEN),
        ("2014/", Side.SHARP, Side.UNKNOWN),
        ("../2014", Side.OPEN, Side.SHARP),
        ("/2014", Side.UNKNOWN, Side.SHARP),
        ("2014~/2016", Side.BLURRED, Side.SHARP),
        ("2014/2016-05~", Side.SHARP, Side.BLURRED),
        ("2014~/..", Side.BLURRED, Side.OPEN),
    ],
)
def test_sides(text: str, before: Side, after: Side) -> None:
    found = stretch(EventDate.parse(text), TODAY)
    assert (found.before, found.after) == (before, after)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        pytest.param("2014-03-18T14:30", (14.5, 14.5), id="a time"),
        pytest.param("2014-03-18T01:00+03:00", (-2, -2), id="of the day before, in UTC"),
        pytest.param("2014-03-18T09:00/2014-03-18T12:00", (9, 12), id="from time to time"),
        pytest.param("2014-03-18T09:00/2014-03-19", (9, 48), id="up to some time of a day"),
        pytest.param("2014-03-18", (0, 24), id="a day"),
    ],
)
def test_seconds(text: str, hours: tuple[float, float]) -> None:
    found = stretch(EventDate.parse(text), TODAY, by_second=True)
    midnight = Day(2014, 3, 18).ordinal * SECONDS_OF_DAY
    assert found.first == midnight + hours[0] * 3600
    assert found.last is not None
    assert abs(found.last - midnight - hours[1] * 3600) <= 1

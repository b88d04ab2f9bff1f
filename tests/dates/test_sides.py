"""Where dates begin and end, and the time from one to another in words."""

from collections.abc import Callable

import pytest

from timeline import Timeline
from timeline.dates.event_date import EventDate
from timeline.dates.sides import end_text, from_to, start_text, without_time


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        pytest.param("2014", "2014", "2014", id="the same"),
        pytest.param("2020-03-01", "2020-11-30", "1 March to 30 November 2020", id="one year"),
        pytest.param("1580~", "2014-03", "c. 1580 to March 2014", id="as close as written"),
        pytest.param("2009-03-06", "..", "6 March 2009 to now", id="goes on"),
        pytest.param("..", "2014", "until 2014", id="open start"),
        pytest.param("..", "..", "until now", id="open on both sides"),
        pytest.param("", "..", "until now", id="unknown start, open end"),
        pytest.param("[1580..1590]", "..", "between 1580 and 1590 to now", id="from a set on"),
        pytest.param("..", "[1580..1590]", "until between 1580 and 1590", id="up to a set"),
        pytest.param("[1580..1590]", "2014", "between 1580 and 1590 to 2014", id="a set"),
    ],
)
def test_from_one_date_to_another(start: str, end: str, said: str) -> None:
    assert from_to(start, end) == said


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("2014-03", "2014-03", "2014-03", id="no interval"),
        pytest.param("2014/2016~", "2014", "2016~", id="interval"),
        pytest.param("2014/..", "2014", "..", id="open"),
    ],
)
def test_sides(text: str, start: str, end: str) -> None:
    date = EventDate.parse(text)
    assert (start_text(date), end_text(date)) == (start, end)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("2014-03", "2014-03", id="no time"),
        pytest.param("2014-03-18T10:00", "2014-03-18", id="time"),
        pytest.param("2014-03-18T10:00:05-04:00", "2014-03-18", id="zone"),
        pytest.param("2014-03-18T10:00Z/..", "2014-03-18/..", id="open"),
        pytest.param("[2014-03-18T10:00Z..]", "[2014-03-18..]", id="set that is open"),
        pytest.param("{2014-03-18T10:00,2014-03-20T07:00}", "{2014-03-18,2014-03-20}", id="set"),
    ],
)
def test_without_time(text: str, days: str) -> None:
    assert without_time(EventDate.parse(text)).text == days


@pytest.mark.parametrize(
    ("dates", "extent"),
    [
        pytest.param(["2020-03-01/2020-11-30", "2020-06"], ("2020-03-01/2020-11-30",) * 2, id="in"),
        pytest.param(["2001", "1991/..", "2005"], ("1991/..", "1991/.."), id="going on"),
        pytest.param(["2001/", "2002/.."], ("2001/", "2002/.."), id="before an unknown end"),
        pytest.param(["1900/1990", "1950", "1980-01"], ("1900/1990",) * 2, id="long before short"),
        pytest.param(["1950", "1970-02", "1970"], ("1950", "1970"), id="the end of a year"),
    ],
)
def test_the_extent_of_what_is_found(
    open_text: Callable[[str], Timeline], dates: list[str], extent: tuple[str, str]
) -> None:
    text = "".join(f"- {{date: {date}, title: x}}\n" for date in dates)
    found = open_text(text).select("x").extent()
    assert found is not None
    assert tuple(date.text for date in found) == extent

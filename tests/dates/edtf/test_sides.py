"""Where dates start and end, and the time from one to another in words."""

import pytest

from tests.conftest import OpenText, dated
from timeline.dates import Day, Edge, EventDate, Precision, Side, describe_span


def side(text: str) -> Side:
    """Return a side with this text, which can be open or unknown."""
    if text in ("", ".."):
        return EventDate.parse(f"2014/{text}").end
    return EventDate.parse(text).start


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
    assert describe_span(side(start), side(end)) == said


MARCH = Day(2014, 3, 1), Day(2014, 3, 31)
DAY = Day(2014, 3, 18)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param(
            "2014-03/2016~",
            Side("2014-03", None, *MARCH, Precision.MONTH),
            Side(
                "2016~", None, Day(2016, 1, 1), Day(2016, 12, 31), Precision.YEAR, approximate=True
            ),
            id="dates",
        ),
        pytest.param(
            "2014-03?/..",
            Side("2014-03?", None, *MARCH, Precision.MONTH, uncertain=True),
            Side("..", Edge.OPEN),
            id="open end",
        ),
        pytest.param(
            "/2014-03",
            Side("", Edge.UNKNOWN),
            Side("2014-03", None, *MARCH, Precision.MONTH),
            id="unknown start",
        ),
        pytest.param(
            "2014-03-18T10:00/2014-03-18T12:00:00-04:30",
            Side("2014-03-18T10:00", None, DAY, DAY, Precision.MINUTE, seconds=36_000),
            Side(
                "2014-03-18T12:00:00-04:30",
                None,
                DAY,
                DAY,
                Precision.SECOND,
                seconds=59_400,
                offset=-270,
            ),
            id="times",
        ),
        pytest.param(
            "2014-03-18/2014-04-01T00:00",
            Side("2014-03-18", None, DAY, DAY, Precision.DAY),
            Side(
                "2014-04-01T00:00",
                None,
                MARCH[1],
                MARCH[1],
                Precision.MINUTE,
                seconds=86_400,
            ),
            id="an end at midnight is of the day before",
        ),
    ],
)
def test_the_sides_of_an_interval(text: str, start: Side, end: Side) -> None:
    date = EventDate.parse(text)
    assert date.is_interval
    assert (date.start, date.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        pytest.param("2014-03", Side("2014-03", None, *MARCH, Precision.MONTH), id="plain"),
        pytest.param(
            "2014-03~",
            Side("2014-03~", None, *MARCH, Precision.MONTH, approximate=True),
            id="in doubt",
        ),
        pytest.param(
            "2014-03-18T14:30Z",
            Side("2014-03-18T14:30Z", None, DAY, DAY, Precision.MINUTE, seconds=52_200, offset=0),
            id="time",
        ),
        pytest.param(
            "[2014-03..]",
            Side("[2014-03..]", None, MARCH[0], None, Precision.MONTH),
            id="set",
        ),
    ],
)
def test_what_is_no_interval_is_its_own_only_side(text: str, only: Side) -> None:
    date = EventDate.parse(text)
    assert not date.is_interval
    assert date.start == date.end == only


@pytest.mark.parametrize(
    ("text", "starts_on", "ends_on"),
    [
        pytest.param("2014-03-18", "2014-03-18", "2014-03-18", id="day"),
        pytest.param("2014-03-18~", "2014-03-18", "2014-03-18", id="doubt aside"),
        pytest.param("2014-03", "", "", id="month"),
        pytest.param("2014-03-18/2014-05", "2014-03-18", "", id="day to month"),
        pytest.param("2014-03/2014-05-02", "", "2014-05-02", id="month to day"),
        pytest.param("2014-03-18/..", "2014-03-18", "", id="goes on"),
        pytest.param("../2014-03-18", "", "2014-03-18", id="open start"),
        pytest.param("2014-03/2014-03-01", "2014-03-01", "2014-03-01", id="a month cut to a day"),
        pytest.param("[2014-03-18..2014-03-20]", "", "", id="one of some days"),
        pytest.param(
            "2014-03-18T20:00/2014-03-20T00:00", "2014-03-18", "2014-03-19", id="up to midnight"
        ),
    ],
)
def test_known_to_the_day(text: str, starts_on: str, ends_on: str) -> None:
    date = EventDate.parse(text)
    assert (str(date.starts_on or ""), str(date.ends_on or "")) == (starts_on, ends_on)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("2014-03", "2014-03", id="no time"),
        pytest.param("2014-03-18T10:00", "2014-03-18", id="time"),
        pytest.param("2014-03-18T10:00:05-04:00", "2014-03-18", id="zone"),
        pytest.param("2014-03-18T10:00Z/..", "2014-03-18/..", id="open"),
        pytest.param("2014-03/2014-04-01T00:00", "2014-03/2014-03-31", id="to midnight"),
        pytest.param(
            "2014-03-19T01:00+10:00/2014-03-18T20:00Z", "2014-03-19/2014-03-19", id="two zones"
        ),
        pytest.param("[2014-03-18T10:00Z..]", "[2014-03-18..]", id="set that is open"),
        pytest.param("{2014-03-18T10:00,2014-03-20T07:00}", "{2014-03-18,2014-03-20}", id="set"),
    ],
)
def test_without_time(text: str, days: str) -> None:
    assert EventDate.parse(text).without_time().text == days


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
    open_text: OpenText, dates: list[str], extent: tuple[str, str]
) -> None:
    found = open_text(dated(dates)).select("x").extent()
    assert found is not None
    assert tuple(date.text for date in found) == extent

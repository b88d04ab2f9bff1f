import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import (
    Day,
    EventDate,
    elapsed_between,
    time_ago,
    time_between,
    time_lasted,
)

TODAY = Day(2026, 11, 23)


def day(text: str) -> Day:
    found = EventDate.parse(text).earliest
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("2014-03-18", "2014-03-18", "0 days", id="none"),
        pytest.param("2014-03-18", "2014-03-19", "1 day", id="day"),
        pytest.param("2014-03-18", "2014-04-17", "30 days", id="days"),
        pytest.param("2014-03-18", "2014-04-18", "1 month", id="month"),
        pytest.param("2014-03-18", "2014-05-19", "2 months 1 day", id="months and a day"),
        pytest.param("2014-03-18", "2015-03-18", "1 year", id="year"),
        pytest.param("2014-03-18", "2015-04-20", "1 year 1 month", id="two largest units"),
        pytest.param("2014-03-18", "2016-03-20", "2 years 2 days", id="years and days"),
        pytest.param("2024-02-29", "2025-02-28", "11 months 30 days", id="leap day, day before"),
        pytest.param("2024-02-29", "2025-03-01", "1 year 1 day", id="leap day, day after"),
        pytest.param("2024-02-29", "2028-02-29", "4 years", id="leap day to leap day"),
        pytest.param("2024-01-31", "2024-02-29", "29 days", id="month end, shorter month"),
        pytest.param("2024-01-31", "2024-03-01", "1 month 1 day", id="over a month end"),
        pytest.param("-0043-03-15", "0001-03-15", "44 years", id="over year 0"),
        pytest.param("-0999-01-01", "2026-01-01", "3,025 years", id="thousands"),
    ],
)
def test_a_time_is_told_in_two_units(first: str, last: str, expected: str) -> None:
    assert time_between(day(first), day(last)) == expected


@given(st.integers(-800_000, 800_000), st.integers(0, 800_000))
def test_the_units_are_less_than_the_next(first: int, days: int) -> None:
    told = time_between(Day.from_ordinal(first), Day.from_ordinal(first + days)).split()
    counts = dict(zip((unit.rstrip("s") for unit in told[1::2]), told[::2], strict=True))
    assert list(counts) == [unit for unit in ("year", "month", "day") if unit in counts]
    assert int(counts.get("month", "0")) < 12
    assert int(counts.get("day", "0")) < 31


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2026-11-23", "today", id="today"),
        pytest.param("2026-11-23T10:00", "today", id="today at a time"),
        pytest.param("2026-11-22", "1 day ago", id="yesterday"),
        pytest.param("2026-11-24", "in 1 day", id="tomorrow"),
        pytest.param("2026-11-16", "7 days ago", id="days"),
        pytest.param("2026-10-23", "1 month ago", id="month"),
        pytest.param("2014-03-18", "12 years 8 months ago", id="day"),
        pytest.param("2030-11-23", "in 4 years", id="to come"),
        pytest.param("2024-02-29", "2 years 8 months ago", id="leap day"),
        pytest.param("2014-03-18~", "about 12 years 8 months ago", id="approximate day"),
        pytest.param("2014-03-18?", "about 12 years 8 months ago", id="uncertain day"),
        pytest.param("2014-03", "about 12 years 8 months ago", id="month precision"),
        pytest.param("2014-03-XX", "about 12 years 8 months ago", id="day unknown"),
        pytest.param("2026-10", "about 1 month ago", id="last month"),
        pytest.param("2026-12", "in about 1 month", id="next month"),
        pytest.param("2027-03", "in about 4 months", id="month to come"),
        pytest.param("2014", "about 12 years ago", id="year"),
        pytest.param("2025", "about 1 year ago", id="last year"),
        pytest.param("2027", "in about 1 year", id="next year"),
        pytest.param("2014-21", "about 13 years ago", id="season"),
        pytest.param("2025-24", "about 10 months ago", id="last winter"),
        pytest.param("2026-24", "in about 2 months", id="next winter"),
        pytest.param("201X", "about 7 to 17 years ago", id="decade"),
        pytest.param("[2013..2015]", "about 11 to 14 years ago", id="one of some years"),
        pytest.param("1580~", "about 446 years ago", id="approximate year"),
        pytest.param("-0043-03-15", "2,069 years 8 months ago", id="before year 1"),
        pytest.param("Y12000", "in about 9,974 years", id="far year"),
        pytest.param("2022-02-24/2022-03-24", "4 years 8 months ago", id="interval, its start"),
        pytest.param("2022-02-24/..", "began 4 years 8 months ago", id="goes on"),
        pytest.param("2022/..", "began about 4 years ago", id="goes on from a year"),
        pytest.param("2026", "", id="this year"),
        pytest.param("2026-11", "", id="this month"),
        pytest.param("202X", "", id="this decade"),
        pytest.param("../2014", "", id="open start"),
        pytest.param("/2014", "", id="unknown start"),
        pytest.param("2014/", "about 12 years ago", id="unknown end"),
    ],
)
def test_how_long_ago(text: str, expected: str) -> None:
    assert time_ago(EventDate.parse(text), TODAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2014-03-18", "", id="day"),
        pytest.param("2014-03", "", id="month"),
        pytest.param("2014-03-18/2014-03-18", "", id="single day"),
        pytest.param("2014-03-18T10:00/2014-03-18T18:00", "", id="hours"),
        pytest.param("2022-02-24/2022-02-25", "lasting 2 days", id="two days, both counted"),
        pytest.param("2022-02-24/2022-03-23", "lasting 1 month", id="month"),
        pytest.param("2012-02-29/2016-02-28", "lasting 4 years", id="from a leap day"),
        pytest.param("2022-02/2022-04", "lasting about 3 months", id="months"),
        pytest.param("2014-03-XX/2014-05-XX", "lasting about 3 months", id="days unknown"),
        pytest.param("2022/2023", "lasting about 2 years", id="years"),
        pytest.param("2022/2023-05-03", "lasting about 1 year", id="year to day"),
        pytest.param("2022-02-24/2023", "lasting about 2 years", id="day to year"),
        pytest.param("2022-02-24~/2022-03-24", "lasting about 1 month", id="approximate"),
        pytest.param("2022-02-24?/2022-02-27", "", id="uncertain days"),
        pytest.param("201X/2020", "", id="from a decade"),
        pytest.param("Y120000/Y120009", "lasting about 10 years", id="far years"),
        pytest.param("2022-02-24/..", "lasting 4 years 8 months so far", id="goes on"),
        pytest.param("2022-02-24~/..", "lasting about 4 years 8 months so far", id="goes on about"),
        pytest.param("2022-02/..", "lasting about 4 years 9 months so far", id="on from a month"),
        pytest.param("2022/..", "lasting about 4 years so far", id="on from a year"),
        pytest.param("2026/..", "", id="perhaps not begun"),
        pytest.param("2026-11-23/..", "", id="begun today"),
        pytest.param("2030/..", "", id="not begun"),
        pytest.param("2022/", "", id="unknown end"),
        pytest.param("../2014", "", id="open start"),
    ],
)
def test_how_long_it_lasted(text: str, expected: str) -> None:
    assert time_lasted(EventDate.parse(text), TODAY) == expected


def test_how_long_it_lasts_agrees_with_when_it_began() -> None:
    for text in ("2022-02-24/..", "2022-02/..", "2022/..", "201X/..", "2022-21~/.."):
        date = EventDate.parse(text)
        span = time_ago(date, TODAY).removeprefix("began ").removesuffix(" ago")
        assert time_lasted(date, TODAY) == f"lasting {span} so far"


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        pytest.param("2014-03-18", "2014-03-18", "+0 d", id="same day"),
        pytest.param("2014-03-18", "2014-03-19", "+1 d", id="next day"),
        pytest.param("2014-03-18", "2014-04-28", "+41 d", id="days"),
        pytest.param("2014-03-18", "2014-06-26", "+100 d", id="a hundred days"),
        pytest.param("2014-03-18", "2014-06-27", "+3 mo", id="more days"),
        pytest.param("2014-03-18", "2015-03-18", "+1 y", id="year"),
        pytest.param("2014-03-18", "2015-05-20", "+1 y 2 mo", id="year and months"),
        pytest.param("2014-03-18", "2016-03-20", "+2 y", id="years and days"),
        pytest.param("2012-02-29", "2016-02-29", "+4 y", id="leap days"),
        pytest.param("-0043-03-15", "2026-11-23", "+2,069 y 8 mo", id="from before year 1"),
        pytest.param("2014-03-18/2014-03-21", "2014-03-20", "+2 d", id="from its start"),
        pytest.param("2014-03-18", "2014-03-20/..", "+2 d", id="to the start of what goes on"),
        pytest.param("2014-03-18/..", "2015-03-18", "+1 y", id="from the start of what goes on"),
        pytest.param("2014-03-18~", "2014-04-28", "+~41 d", id="approximate day"),
        pytest.param("2014-03-18", "2015-03-18?", "+~1 y", id="uncertain day"),
        pytest.param("2014-03", "2014-05-20", "+~2 mo", id="from a month"),
        pytest.param("2014-03-18", "2014-05", "+~2 mo", id="to a month"),
        pytest.param("2014-03", "2014-04", "+~1 mo", id="next month"),
        pytest.param("2014-03-XX", "2015-05-XX", "+~1 y 2 mo", id="days unknown"),
        pytest.param("2014-03-31", "2014-04", "+~1 mo", id="a few days, perhaps"),
        pytest.param("2014", "2017", "+~3 y", id="years"),
        pytest.param("2014", "2017-03-18", "+~3 y", id="year to day"),
        pytest.param("2014-21", "2014-23", "+~6 mo", id="seasons of a year"),
        pytest.param("1580~", "1600", "+~20 y", id="approximate year"),
        pytest.param("201X", "2026-11-23", "+~7 to 17 y", id="decade"),
        pytest.param("-0043", "0033", "+~76 y", id="across year 0"),
        pytest.param("2014", "2014-03-18", "", id="perhaps the same day"),
        pytest.param("2014-03", "2014-03", "", id="same month"),
        pytest.param("2014-03", "2014-03-31", "", id="last day of a month"),
        pytest.param("../2014", "2017", "", id="from an open start"),
        pytest.param("2014", "/2017", "", id="to an unknown start"),
        pytest.param("2014-03-18T14:30", "2014-03-18T17:50", "+3 h 20 min", id="times"),
        pytest.param("2014-03-18T14:30", "2014-03-18T17:30:59", "+3 h", id="hours"),
        pytest.param("2014-03-18T14:30", "2014-03-18T14:50", "+20 min", id="minutes"),
        pytest.param("2014-03-18T14:30", "2014-03-18T14:30", "+0 min", id="same time"),
        pytest.param("2014-03-18T14:30+03:00", "2014-03-18T12:30Z", "+1 h", id="zones"),
        pytest.param("2014-03-18T14:30", "2014-03-18T17:50Z", "+0 d", id="one without a zone"),
        pytest.param("2014-03-18", "2014-03-18T17:50", "+0 d", id="one without a time"),
        pytest.param("2014-03-18T23:50", "2014-03-19T00:10", "+20 min", id="over midnight"),
        pytest.param("2014-03-18T14:30", "2014-03-19T14:29", "+23 h 59 min", id="almost a day"),
        pytest.param("2014-03-18T14:30", "2014-03-19T14:30", "+1 d", id="a day"),
        pytest.param("2014-03-18T14:30", "2014-03-20T09:00", "+2 d", id="times days apart"),
        pytest.param("2014-03-18T23:00Z", "2014-03-19T01:00Z", "+2 h", id="over midnight in UTC"),
        pytest.param(
            "2022-11-30T23:00-08:00", "2022-12-01T01:00+01:00", "-7 h", id="the earlier instant"
        ),
        pytest.param(
            "2022-11-30T23:00-08:00", "2022-12-03T01:00+01:00", "+2 d", id="days of the first zone"
        ),
        pytest.param(
            "2014-03-18T23:50-05:00", "2014-03-20T00:10-05:00", "+2 d", id="days of one zone"
        ),
        pytest.param("2014-03-18T23:50Z", "2014-03-19T00:10", "+1 d", id="days without a zone"),
        pytest.param("2014-03-18", "2014-03-19T00:10", "+1 d", id="a day and a time"),
        pytest.param("2014-04-28", "2014-03-18", "-41 d", id="the second is earlier"),
        pytest.param("2014-05", "2014-03", "-~2 mo", id="the second month is earlier"),
        pytest.param("2014-03-18T17:50", "2014-03-18T14:30", "-3 h 20 min", id="time is earlier"),
    ],
)
def test_the_time_between_two_dates(earlier: str, later: str, expected: str) -> None:
    assert elapsed_between(EventDate.parse(earlier), EventDate.parse(later)) == expected


@given(st.integers(-800_000, 800_000), st.integers(0, 100))
def test_up_to_a_hundred_days_are_counted(first: int, days: int) -> None:
    earlier, later = (EventDate.parse(str(Day.from_ordinal(one))) for one in (first, first + days))
    assert elapsed_between(earlier, later) == f"+{days} d"

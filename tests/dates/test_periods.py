from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.conftest import refused
from timeline.dates import Day, EventDate, Period, PeriodError, parse_period

TODAY = date(2026, 11, 23)  # a Monday

EVENTS = {
    "crimea-annexation": "2014-03-18",
    "sanctions": "2014-03",
    "sanctions-30d": "2015-01-10",
    "talks+6m": "2016-05-05",
    "month-end": "2015-08-31",
    "leap-day": "2012-02-29",
    "invasion": "2022-02-24/..",
    "unknown-start": "/2014-05",
    "ides": "-0043-03-15",
    "year-zero": "0000-02-29",
    "far": "Y1E15",
    "decade": "201X",
}


def date_of(name: str) -> EventDate:
    return EventDate.parse(EVENTS[name])


def read(text: str, today: date = TODAY) -> Period:
    return parse_period(text, today, date_of, EVENTS.__contains__)


def shown(period: Period) -> tuple[str, str]:
    first, last, _ = period
    return str(first or ""), str(last or "")


# fmt: off
BOUNDS = [
    pytest.param("2014", "2014-01-01", "2014-12-31", id="year"),
    pytest.param(" 2014 ", "2014-01-01", "2014-12-31", id="margins"),
    pytest.param("2014-02", "2014-02-01", "2014-02-28", id="month"),
    pytest.param("2012-02", "2012-02-01", "2012-02-29", id="leap month"),
    pytest.param("2014-03-18", "2014-03-18", "2014-03-18", id="day"),
    pytest.param("2014/2016", "2014-01-01", "2016-12-31", id="interval"),
    pytest.param("2014..2016", "2014-01-01", "2016-12-31", id="years with points"),
    pytest.param("2014-03..2014-04-02", "2014-03-01", "2014-04-02", id="month to day"),
    pytest.param("1939-41", "1939-01-01", "1941-12-31", id="two years, the second short"),
    pytest.param("1914-1918", "1914-01-01", "1918-12-31", id="two years with a hyphen"),
    pytest.param("1939–1941", "1939-01-01", "1941-12-31", id="two years with a dash"),
    pytest.param("2014..", "2014-01-01", "", id="open end"),
    pytest.param("..2016", "", "2016-12-31", id="open start"),
    pytest.param("../2016", "", "2016-12-31", id="open start of an interval"),
    pytest.param("201X", "2010-01-01", "2019-12-31", id="decade"),
    pytest.param("1580~", "1580-01-01", "1580-12-31", id="approximate"),
    pytest.param("2014-21", "2014-03-01", "2014-05-31", id="season"),
    pytest.param("-0043", "-0043-01-01", "-0043-12-31", id="before year 1"),
    pytest.param("Y12000", "12000-01-01", "12000-12-31", id="far year"),
    pytest.param("[2014..2016]", "2014-01-01", "2016-12-31", id="set"),

    pytest.param("march 2014", "2014-03-01", "2014-03-31", id="named month"),
    pytest.param("March, 2014", "2014-03-01", "2014-03-31", id="named month with a comma"),
    pytest.param("Sept. 2014", "2014-09-01", "2014-09-30", id="short month"),
    pytest.param("february 2012", "2012-02-01", "2012-02-29", id="named leap month"),
    pytest.param("february 1900", "1900-02-01", "1900-02-28", id="named common month"),
    pytest.param("December 2014", "2014-12-01", "2014-12-31", id="last month of a year"),
    pytest.param("december 9999", "9999-12-01", "9999-12-31", id="last month of the calendar"),
    pytest.param("18 March 2014", "2014-03-18", "2014-03-18", id="named day"),
    pytest.param("March 18, 2014", "2014-03-18", "2014-03-18", id="American day"),
    pytest.param("Mar 18 2014", "2014-03-18", "2014-03-18", id="short American day"),
    pytest.param("18th  of march 2014", "2014-03-18", "2014-03-18", id="day with its ending"),
    pytest.param("1 march 2014", "2014-03-01", "2014-03-01", id="first day"),
    pytest.param("28 december 2014", "2014-12-28", "2014-12-28", id="28th"),
    pytest.param("29 february 2012", "2012-02-29", "2012-02-29", id="named leap day"),
    pytest.param("31 may 2014", "2014-05-31", "2014-05-31", id="last day"),
    pytest.param("spring 2014", "2014-03-01", "2014-05-31", id="spring"),
    pytest.param("the summer of 2014", "2014-06-01", "2014-08-31", id="summer"),
    pytest.param("Autumn 2014", "2014-09-01", "2014-11-30", id="autumn"),
    pytest.param("fall 2014", "2014-09-01", "2014-11-30", id="fall"),
    pytest.param("march 0044", "0044-03-01", "0044-03-31", id="month of an early year"),
    pytest.param("44 BC", "-0043-01-01", "-0043-12-31", id="year before Christ"),
    pytest.param("c. 1580", "1580-01-01", "1580-12-31", id="circa"),
    pytest.param("the 1880s", "1880-01-01", "1889-12-31", id="decade in words"),
    pytest.param("18/03/2014", "2014-03-18", "2014-03-18", id="day first, one reading"),
    pytest.param("winter 2015", "2015-12-01", "2016-02-29", id="winter"),

    pytest.param("today", "2026-11-23", "2026-11-23", id="today"),
    pytest.param("Yesterday", "2026-11-22", "2026-11-22", id="yesterday"),
    pytest.param("tomorrow", "2026-11-24", "2026-11-24", id="tomorrow"),
    pytest.param("last 6 months", "2026-05-23", "2026-11-23", id="last months"),
    pytest.param("past  2 weeks", "2026-11-09", "2026-11-23", id="past weeks"),
    pytest.param("last 1 year", "2025-11-23", "2026-11-23", id="last one year"),
    pytest.param("last 30 days", "2026-10-24", "2026-11-23", id="last days"),
    pytest.param("last 999999 years", "-997973-11-23", "2026-11-23", id="last million years"),
    pytest.param("last 999999999 weeks", "-19163323-11-12", "2026-11-23", id="last billion weeks"),
    pytest.param("3 years ago", "2023-11-23", "2023-11-23", id="years ago"),
    pytest.param("a week ago", "2026-11-16", "2026-11-16", id="a week ago"),
    pytest.param("one month ago", "2026-10-23", "2026-10-23", id="one month ago"),
    pytest.param("this week", "2026-11-23", "2026-11-29", id="this week"),
    pytest.param("last week", "2026-11-16", "2026-11-22", id="last week"),
    pytest.param("this month", "2026-11-01", "2026-11-30", id="this month"),
    pytest.param("last month", "2026-10-01", "2026-10-31", id="last month"),
    pytest.param("next month", "2026-12-01", "2026-12-31", id="next month"),
    pytest.param("this year", "2026-01-01", "2026-12-31", id="this year"),
    pytest.param("last year", "2025-01-01", "2025-12-31", id="last year"),

    pytest.param("@crimea-annexation", "2014-03-18", "2014-03-18", id="event"),
    pytest.param("@crimea-annexation+6m", "2014-09-18", "2014-09-18", id="months after"),
    pytest.param("@crimea-annexation-30d", "2014-02-16", "2014-02-16", id="days before"),
    pytest.param("@crimea-annexation+2w", "2014-04-01", "2014-04-01", id="weeks after"),
    pytest.param("@crimea-annexation-1Y", "2013-03-18", "2013-03-18", id="year before"),
    pytest.param("@sanctions", "2014-03-01", "2014-03-31", id="event of a month"),
    pytest.param("@sanctions+1m", "2014-04-01", "2014-04-30", id="month after a month"),
    pytest.param("@sanctions-30d", "2015-01-10", "2015-01-10", id="id that ends like an offset"),
    pytest.param("@sanctions-31d", "2014-01-29", "2014-02-28", id="offset of such an event"),
    pytest.param("@sanctions-30d+1d", "2015-01-11", "2015-01-11", id="offset after an offset"),
    pytest.param("@talks+6m", "2016-05-05", "2016-05-05", id="id with a plus"),
    pytest.param("@month-end+6m", "2016-02-29", "2016-02-29", id="shorter month"),
    pytest.param("@month-end-2m", "2015-06-30", "2015-06-30", id="shorter month before"),
    pytest.param("@leap-day+1y", "2013-02-28", "2013-02-28", id="leap day and a year"),
    pytest.param("@leap-day+4y", "2016-02-29", "2016-02-29", id="leap day to leap day"),
    pytest.param("@invasion", "2022-02-24", "", id="event that goes on"),
    pytest.param("@invasion+1y", "2023-02-24", "", id="after an event that goes on"),
    pytest.param("@unknown-start-1m", "", "2014-04-30", id="before an event without a start"),
    pytest.param("@ides+1y", "-0042-03-15", "-0042-03-15", id="after an event BCE"),
    pytest.param("@ides+99y", "0056-03-15", "0056-03-15", id="over year 0"),
    pytest.param("@year-zero-1d", "0000-02-28", "0000-02-28", id="in year 0"),
    pytest.param("@year-zero-1y", "-0001-02-28", "-0001-02-28", id="before year 0"),
    pytest.param("@far+999999999y", "1000000999999999-01-01", "1000000999999999-12-31", id="far"),
    pytest.param("@decade-10y", "2000-01-01", "2009-12-31", id="decade before"),
]
# fmt: on


@pytest.mark.parametrize(("text", "first", "last"), BOUNDS)
def test_what_people_type_has_these_bounds(text: str, first: str, last: str) -> None:
    assert shown(read(text)) == (first, last)


@pytest.mark.parametrize(
    ("text", "today", "first", "last"),
    [
        pytest.param("last 1 month", date(2026, 3, 31), "2026-02-28", "2026-03-31", id="month end"),
        pytest.param("1 year ago", date(2024, 2, 29), "2023-02-28", "2023-02-28", id="leap day"),
        pytest.param("last month", date(2026, 1, 31), "2025-12-01", "2025-12-31", id="December"),
        pytest.param("this month", date(2024, 2, 10), "2024-02-01", "2024-02-29", id="leap month"),
        pytest.param("last year", date(2024, 2, 29), "2023-01-01", "2023-12-31", id="year before"),
        pytest.param("this week", date(2026, 11, 29), "2026-11-23", "2026-11-29", id="Sunday"),
        pytest.param("next week", date(2026, 12, 31), "2027-01-04", "2027-01-10", id="New Year"),
        pytest.param("last week", date(1, 1, 1), "0000-12-25", "0000-12-31", id="first day"),
        pytest.param("tomorrow", date(9999, 12, 31), "10000-01-01", "10000-01-01", id="last day"),
    ],
)
def test_what_counts_from_today(text: str, today: date, first: str, last: str) -> None:
    assert shown(read(text, today)) == (first, last)


FORMS = (
    "write 2014, 2014-03, 2014..2016, 'march 2014', '18 March 2014', 'last 6 months' or '@EVENT+6m'"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", f"'' is not a period\n{FORMS}", id="nothing"),
        pytest.param(
            "2014-03-18T14:30Z",
            "'2014-03-18T14:30Z' has a time of day, but periods are whole days\nwrite 2014-03-18",
            id="moment",
        ),
        pytest.param("soon", f"'soon' is not a period\n{FORMS}", id="word"),
        pytest.param(
            "march", "date 'march' has no year: write one, as in 2016-03", id="month without a year"
        ),
        pytest.param("foo 12 2014", f"'foo 12 2014' is not a period\n{FORMS}", id="no month"),
        pytest.param("last x months", f"'last x months' is not a period\n{FORMS}", id="no number"),
        pytest.param(
            "last 9999999999 years",
            f"'last 9999999999 years' is not a period\n{FORMS}",
            id="too many",
        ),
        pytest.param(
            "a\u202eb", f"'a<U+202E>b' is not a period\n{FORMS}", id="bidirectional control"
        ),
        pytest.param("spring ٢٠١٤", f"'spring ٢٠١٤' is not a period\n{FORMS}", id="other digits"),
        pytest.param(
            "03/04/2014",
            "date '03/04/2014' can be read in more than one way: write 2014-04-03 for 3 April 2014 "
            "or 2014-03-04 for 4 March 2014",
            id="day or month first",
        ),
        pytest.param(
            "2014-03-18 14:30",
            "date '2014-03-18 14:30' is not EDTF: write 2014-03-18T14:30",
            id="moment in words",
        ),
        pytest.param(
            "2014-02-30",
            "date '2014-02-30' does not exist: February 2014 has 28 days",
            id="no such day",
        ),
        pytest.param(
            "29 feb 2014",
            "'29 feb 2014' does not exist: that month has fewer days",
            id="no such named day",
        ),
        pytest.param(
            "2016..2014",
            "date '2016..2014' ends before it starts: write the earlier date first",
            id="end before start",
        ),
        pytest.param(
            "..",
            "date '..' has no date on either side: write at least one, as in 2014/.. or ../2014",
            id="no side",
        ),
    ],
)
def test_what_is_no_period_is_refused(text: str, message: str) -> None:
    with refused(PeriodError, message):
        read(text)


def test_what_is_wrong_with_an_event_goes_through() -> None:
    with pytest.raises(KeyError, match="no-such-event"):
        read("@no-such-event+6m")


@settings(deadline=None)
@given(
    st.one_of(
        st.text(),
        st.from_regex(r"[0-9a-z]{1,4}[ ./-][a-z0-9]{1,9}[ ,./-]{1,2}[0-9]{1,5}", fullmatch=True),
        st.from_regex(r"(last|next|a|[0-9]{1,12}) ?[0-9]{0,12} (day|week|month|year)s?( ago)?"),
    ),
    st.dates(),
)
@example("31 jun 2014", TODAY)
def test_any_text_is_a_period_or_refused(text: str, today: date) -> None:
    try:
        period = parse_period(text, today, lambda _: EventDate.parse("2014"), lambda _: False)
    except PeriodError:
        return
    first, last, _ = period
    assert first is None or last is None or first <= last


@settings(deadline=None)
@given(st.dates(min_value=date(100, 1, 1)))
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    assert (
        read(f"{day:%d %B} {day.year:04}")
        == read(f"{day:%b %d}, {day.year:04}")
        == read(day.isoformat())
        == Period(*2 * (Day(day.year, day.month, day.day),))
    )

import copy
import datetime
import itertools
import pickle
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.dates.event_date import Day, EventDate, Precision
from timeline.errors import DateError
from timeline.text import visible


def day(text: str) -> Day | None:
    """Read `YYYY-MM-DD`, with as many digits of the year as there are; "" is no day."""
    if not text:
        return None
    year, month, of_month = text.rsplit("-", 2)
    return Day(int(year), int(month), int(of_month))


# What a text means: earliest and latest day, precision.

P = Precision
BOUNDS = [
    pytest.param("2014", "2014-01-01", "2014-12-31", P.YEAR, id="year"),
    pytest.param("2014-03", "2014-03-01", "2014-03-31", P.MONTH, id="month"),
    pytest.param("2014-03-18", "2014-03-18", "2014-03-18", P.DAY, id="day"),
    pytest.param("2012-02-29", "2012-02-29", "2012-02-29", P.DAY, id="leap day"),
    pytest.param("2000-02", "2000-02-01", "2000-02-29", P.MONTH, id="leap February"),
    pytest.param("1900-02", "1900-02-01", "1900-02-28", P.MONTH, id="common February"),
    pytest.param("0000", "0-01-01", "0-12-31", P.YEAR, id="year 0"),
    pytest.param("-0043", "-43-01-01", "-43-12-31", P.YEAR, id="negative year"),
    pytest.param("-0043-03-15", "-43-03-15", "-43-03-15", P.DAY, id="negative day"),
    pytest.param("-0004-02", "-4-02-01", "-4-02-29", P.MONTH, id="negative leap year"),
    pytest.param("Y12000", "12000-01-01", "12000-12-31", P.YEAR, id="far year"),
    pytest.param("Y-12000", "-12000-01-01", "-12000-12-31", P.YEAR, id="far negative year"),
    pytest.param("Y17E7", "170000000-01-01", "170000000-12-31", P.YEAR, id="exponent"),
    pytest.param("Y1E15", f"{10**15}-01-01", f"{10**15}-12-31", P.YEAR, id="farthest"),
    pytest.param("2014-03-18T14:30", "2014-03-18", "2014-03-18", P.MINUTE, id="minute"),
    pytest.param("2014-03-18T14:30:00", "2014-03-18", "2014-03-18", P.SECOND, id="second"),
    pytest.param("2014-21", "2014-03-01", "2014-05-31", P.SEASON, id="spring"),
    pytest.param("2014-22", "2014-06-01", "2014-08-31", P.SEASON, id="summer"),
    pytest.param("2014-23", "2014-09-01", "2014-11-30", P.SEASON, id="autumn"),
    pytest.param("2014-24", "2014-12-01", "2015-02-28", P.SEASON, id="winter"),
    pytest.param("2015-24", "2015-12-01", "2016-02-29", P.SEASON, id="winter to a leap year"),
    pytest.param("2014-25", "2014-03-01", "2014-05-31", P.SEASON, id="northern spring"),
    pytest.param("2014-28", "2014-12-01", "2015-02-28", P.SEASON, id="northern winter"),
    pytest.param("2014-29", "2014-09-01", "2014-11-30", P.SEASON, id="southern spring"),
    pytest.param("2014-30", "2014-12-01", "2015-02-28", P.SEASON, id="southern summer"),
    pytest.param("2014-31", "2014-03-01", "2014-05-31", P.SEASON, id="southern autumn"),
    pytest.param("2014-32", "2014-06-01", "2014-08-31", P.SEASON, id="southern winter"),
    pytest.param("2014-33", "2014-01-01", "2014-03-31", P.QUARTER, id="first quarter"),
    pytest.param("2014-36", "2014-10-01", "2014-12-31", P.QUARTER, id="last quarter"),
    pytest.param("2014-37", "2014-01-01", "2014-04-30", P.QUADRIMESTER, id="quadrimester"),
    pytest.param("2014-39", "2014-09-01", "2014-12-31", P.QUADRIMESTER, id="last quadrimester"),
    pytest.param("2014-40", "2014-01-01", "2014-06-30", P.SEMESTER, id="semester"),
    pytest.param("2014-41", "2014-07-01", "2014-12-31", P.SEMESTER, id="last semester"),
    pytest.param("201X", "2010-01-01", "2019-12-31", P.DECADE, id="decade"),
    pytest.param("20XX", "2000-01-01", "2099-12-31", P.CENTURY, id="century"),
    pytest.param("1XXX", "1000-01-01", "1999-12-31", P.MILLENNIUM, id="millennium"),
    pytest.param("-004X", "-49-01-01", "-40-12-31", P.DECADE, id="negative decade"),
    pytest.param("-000X", "-9-01-01", "-1-12-31", P.DECADE, id="decade before year 0"),
    pytest.param("1X84", "1084-01-01", "1984-12-31", P.MILLENNIUM, id="inner digit"),
    pytest.param("2014-XX", "2014-01-01", "2014-12-31", P.YEAR, id="some month"),
    pytest.param("2014-03-XX", "2014-03-01", "2014-03-31", P.MONTH, id="some day"),
    pytest.param("2014-XX-XX", "2014-01-01", "2014-12-31", P.YEAR, id="some day of a year"),
    pytest.param("1984-1X", "1984-10-01", "1984-12-31", P.YEAR, id="month 1X"),
    pytest.param("2014-0X", "2014-01-01", "2014-09-30", P.YEAR, id="month 0X"),
    pytest.param("2014-X2", "2014-02-01", "2014-12-31", P.YEAR, id="month X2"),
    pytest.param("2014-02-2X", "2014-02-20", "2014-02-28", P.MONTH, id="day 2X in February"),
    pytest.param("2014-03-3X", "2014-03-30", "2014-03-31", P.MONTH, id="day 3X"),
    pytest.param("2014-XX-31", "2014-01-31", "2014-12-31", P.YEAR, id="a 31st"),
    pytest.param("156X-12-25", "1560-12-25", "1569-12-25", P.DECADE, id="day in a decade"),
    pytest.param("201X-02-29", "2012-02-29", "2016-02-29", P.DECADE, id="leap day in a decade"),
    pytest.param("1XXX-12", "1000-12-01", "1999-12-31", P.MILLENNIUM, id="month in a millennium"),
    pytest.param("201X-24", "2010-12-01", "2020-02-29", P.DECADE, id="winter in a decade"),
    pytest.param("1950S2", "1900-01-01", "1999-12-31", P.CENTURY, id="two significant digits"),
    pytest.param("1950S3", "1950-01-01", "1959-12-31", P.DECADE, id="three significant digits"),
    pytest.param("-1950S2", "-1999-01-01", "-1900-12-31", P.CENTURY, id="significant, negative"),
    pytest.param(
        "Y171010000S3", "171000000-01-01", "171999999-12-31", P.MILLENNIUM, id="far, significant"
    ),
    pytest.param("1580~", "1580-01-01", "1580-12-31", P.YEAR, id="doubt does not widen"),
    pytest.param("2022-02-24/2022-03", "2022-02-24", "2022-03-31", P.DAY, id="interval"),
    pytest.param("2022-02-24/..", "2022-02-24", "", P.DAY, id="open end"),
    pytest.param("2022/", "2022-01-01", "", P.YEAR, id="unknown end"),
    pytest.param("../2014-03", "", "2014-03-31", P.MONTH, id="open start"),
    pytest.param("/2014", "", "2014-12-31", P.YEAR, id="unknown start"),
    pytest.param("2014/2014-03", "2014-01-01", "2014-03-31", P.YEAR, id="interval ends inside"),
    pytest.param("2014-03/2014", "2014-03-01", "2014-12-31", P.MONTH, id="interval starts inside"),
    pytest.param("[1580..1590]", "1580-01-01", "1590-12-31", P.YEAR, id="one of a range"),
    pytest.param("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", P.YEAR, id="one of a set"),
    pytest.param("[1668, 1667-05]", "1667-05-01", "1668-12-31", P.YEAR, id="unordered set"),
    pytest.param("[..1984]", "", "1984-12-31", P.YEAR, id="or earlier"),
    pytest.param("[1984..]", "1984-01-01", "", P.YEAR, id="or later"),
    pytest.param("{2014,2016}", "2014-01-01", "2016-12-31", P.YEAR, id="all of a set"),
    pytest.param("{1960,1961-12}", "1960-01-01", "1961-12-31", P.YEAR, id="all, mixed"),
    pytest.param(
        "2014-03-19T01:00+10:00/2014-03-18T20:00Z",
        "2014-03-19",
        "2014-03-19",
        P.MINUTE,
        id="end on an earlier day of another zone",
    ),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), BOUNDS)
def test_bounds(text: str, earliest: str, latest: str, precision: Precision) -> None:
    date = EventDate.parse(text)
    assert (date.earliest, date.latest, date.precision) == (day(earliest), day(latest), precision)


@pytest.mark.parametrize(
    ("text", "begins_by"),
    [
        pytest.param("2014-03", "2014-03-31", id="point"),
        pytest.param("2013/2015", "2013-12-31", id="interval"),
        pytest.param("2014/2014-03", "2014-03-31", id="interval that ends inside its start"),
        pytest.param("2013/..", "2013-12-31", id="open end"),
        pytest.param("../2015", "", id="open start"),
        pytest.param("/2015", "", id="unknown start"),
        pytest.param("[1667,1670..1672]", "1672-12-31", id="one of"),
        pytest.param("[1667..]", "", id="one of, or later"),
        pytest.param("[..1667]", "1667-12-31", id="one of, or earlier"),
        pytest.param("{2016,2014}", "2014-12-31", id="all of"),
        pytest.param("{1667..1670}", "1667-12-31", id="all of a range"),
        pytest.param("{..1667}", "", id="all of, and earlier"),
    ],
)
def test_begins_by(text: str, begins_by: str) -> None:
    assert EventDate.parse(text).begins_by == day(begins_by)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain", "ongoing"),
    [
        pytest.param("2014", False, False, False, id="sure"),
        pytest.param("2014~", True, False, False, id="approximate"),
        pytest.param("2014?", False, True, False, id="uncertain"),
        pytest.param("2014%", True, True, False, id="both"),
        pytest.param("2014-03~-18", True, False, False, id="right of a part"),
        pytest.param("2014-?03-18", False, True, False, id="left of a part"),
        pytest.param("2014?-~03", True, True, False, id="one each"),
        pytest.param("1950S2", True, False, False, id="significant digits"),
        pytest.param("2014/2015~", True, False, False, id="end of an interval"),
        pytest.param("2014?/..", False, True, True, id="start of an open interval"),
        pytest.param("2014/..", False, False, True, id="open end"),
        pytest.param("2014/", False, False, False, id="unknown end"),
        pytest.param("../2014", False, False, False, id="open start"),
        pytest.param("{2014?,2016~}", True, True, False, id="set"),
        pytest.param("{2014..}", False, False, True, id="all from then on"),
        pytest.param("[2014..]", False, False, False, id="one of those from then on"),
    ],
)
def test_doubt(text: str, approximate: bool, uncertain: bool, ongoing: bool) -> None:
    date = EventDate.parse(text)
    assert (date.approximate, date.uncertain, date.ongoing) == (approximate, uncertain, ongoing)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        pytest.param("2014-03-18", None, id="none"),
        pytest.param("2014-03-18T00:00", 0, id="midnight"),
        pytest.param("2014-03-18T14:30:05", 52_205, id="no zone"),
        pytest.param("2014-03-18T14:30Z", 52_200, id="UTC"),
        pytest.param("2014-03-18T14:30+05:30", 32_400, id="ahead"),
        pytest.param("2014-03-18T01:00+03", -7_200, id="the day before in UTC"),
        pytest.param("2014-03-18T23:00-03:00", 93_600, id="the day after in UTC"),
        pytest.param("2014-03-18T23:59:60Z", 86_400, id="leap second"),
        pytest.param("2014-03-18T14:30/..", 52_200, id="interval"),
        pytest.param("{2014-03-20,2014-03-18T14:30}", 52_200, id="earliest member"),
    ],
)
def test_time_of_day(text: str, seconds: int | None) -> None:
    assert EventDate.parse(text).time_of_day == seconds


def test_precisions_are_ranked_from_coarse_to_fine() -> None:
    ordered = [P.MILLENNIUM, P.CENTURY, P.DECADE, P.YEAR, P.SEASON, P.MONTH, P.DAY, P.SECOND]
    ranks = [precision.rank for precision in ordered]
    assert ranks == sorted(set(ranks))


# How a date prints.

DESCRIBED = [
    pytest.param("2014-03-18", "18 March 2014", id="day"),
    pytest.param("2014-03", "March 2014", id="month"),
    pytest.param("2014", "2014", id="year"),
    pytest.param("1580~", "c. 1580", id="approximate year"),
    pytest.param("2023-06~", "c. June 2023", id="approximate month"),
    pytest.param("2014-03-18?", "18 March 2014 (uncertain)", id="uncertain"),
    pytest.param("2014-03-18%", "c. 18 March 2014 (uncertain)", id="both"),
    pytest.param("2014-03~-18", "18 March 2014 (year and month approximate)", id="from the left"),
    pytest.param("2014-~03-18", "18 March 2014 (month approximate)", id="single part"),
    pytest.param(
        "2014?-03-~18", "18 March 2014 (day approximate, year uncertain)", id="different parts"
    ),
    pytest.param("0033", "33 CE", id="early year"),
    pytest.param("0000", "1 BCE", id="year 0"),
    pytest.param("-0043", "44 BCE", id="before 1 CE"),
    pytest.param("-0043-03-15", "15 March 44 BCE", id="day before 1 CE"),
    pytest.param("Y12000", "12,000 CE", id="far year"),
    pytest.param("Y-12000", "12,001 BCE", id="far year before 1 CE"),
    pytest.param("196X", "1960s", id="decade"),
    pytest.param("190X", "1900s (decade)", id="first decade of a century"),
    pytest.param("19XX", "1900s (century)", id="century"),
    pytest.param("19XX~", "c. 1900s (century)", id="approximate century"),
    pytest.param("1XXX", "between 1000 and 1999", id="millennium"),
    pytest.param("000X", "between 1 BCE and 9 CE", id="decade across the eras"),
    pytest.param("-004X", "between 50 and 41 BCE", id="decade before 1 CE"),
    pytest.param("005X~", "between 50 and 59 CE (approximate)", id="approximate early decade"),
    pytest.param("1X84", "between 1084 and 1984 (written 1X84)", id="inner digit"),
    pytest.param("2014-XX", "2014 (month unknown)", id="month unknown"),
    pytest.param("2014-03-XX", "March 2014 (day unknown)", id="day unknown"),
    pytest.param("2014-XX-XX", "2014 (month and day unknown)", id="month and day unknown"),
    pytest.param("2014-XX-05", "2014 (day 5 of an unknown month)", id="day known"),
    pytest.param("1984-1X", "1984 (a month from October to December)", id="month 1X"),
    pytest.param("2014-X1", "2014 (January or November)", id="month X1"),
    pytest.param(
        "2014-1X-XX",
        "2014 (a month from October to December, day unknown)",
        id="month 1X, day unknown",
    ),
    pytest.param("2014-03-1X?", "March 2014 (a day from 10 to 19, uncertain)", id="day 1X"),
    pytest.param("2014-02-X9", "February 2014 (day 9 or 19)", id="day X9"),
    pytest.param("156X-12-25", "25 December in the 1560s", id="day in a decade"),
    pytest.param("1XXX-12", "December of a year between 1000 and 1999", id="month, year unknown"),
    pytest.param("1950S2", "c. 1950 (between 1900 and 1999)", id="significant digits"),
    pytest.param(
        "1950S2~", "c. 1950 (between 1900 and 1999, approximate)", id="significant, approximate"
    ),
    pytest.param("2014-21", "spring 2014", id="spring"),
    pytest.param("2014-24", "winter 2014-15", id="winter"),
    pytest.param("1999-24", "winter 1999-2000", id="winter at a century's end"),
    pytest.param("-0043-24", "winter 44-43 BCE", id="winter before 1 CE"),
    pytest.param("0000-24", "winter 1 BCE-1 CE", id="winter across the eras"),
    pytest.param("2014-30", "southern summer 2014-15", id="southern summer"),
    pytest.param("201X-24", "winter in the 2010s", id="winter in a decade"),
    pytest.param("2014-33", "first quarter of 2014", id="quarter"),
    pytest.param("2014-38", "middle four months of 2014", id="quadrimester"),
    pytest.param("2014-41", "second half of 2014", id="semester"),
    pytest.param("2014-03-18T14:30", "18 March 2014, 14:30", id="time"),
    pytest.param("2014-03-18T14:30:00Z", "18 March 2014, 14:30 UTC", id="time in UTC"),
    pytest.param("2014-03-18T14:30+03", "18 March 2014, 14:30 UTC+3", id="time in a zone"),
    pytest.param("2014-03-18T14:30-05:30", "18 March 2014, 14:30 UTC-5:30", id="half-hour zone"),
    pytest.param("2014-03-18T09:05:07", "18 March 2014, 09:05:07", id="seconds"),
    pytest.param("2022-02-24/..", "24 February 2022 to now", id="open end"),
    pytest.param("2022/", "from 2022, end unknown", id="unknown end"),
    pytest.param("../2014", "until 2014", id="open start"),
    pytest.param("/2014", "until 2014, start unknown", id="unknown start"),
    pytest.param("2023-06-23/2023-06-24", "23-24 June 2023", id="days of a month"),
    pytest.param("2025-10-30/2025-11-05", "30 October to 5 November 2025", id="days of a year"),
    pytest.param("2014-12-30/2015-01-02", "30 December 2014 to 2 January 2015", id="two years"),
    pytest.param("2014-03/2014-05", "March to May 2014", id="months of a year"),
    pytest.param("2014-03/2014-05-02", "March 2014 to 2 May 2014", id="month to day"),
    pytest.param("2013/2015", "2013 to 2015", id="years"),
    pytest.param("2014-03-18/2014-03-18", "18 March 2014", id="from a day to itself"),
    pytest.param("2014~/2015?", "c. 2014 to 2015 (uncertain)", id="doubt on each side"),
    pytest.param(
        "2023-06-23~/2023-06-24", "c. 23 June 2023 to 24 June 2023", id="doubt on one side"
    ),
    pytest.param(
        "2014-03-18T14:30+03/2014-03-18T16:00+03",
        "18 March 2014, 14:30 to 16:00 UTC+3",
        id="times of a day",
    ),
    pytest.param(
        "2014-03-18T14:30+03/2014-03-18T16:00Z",
        "18 March 2014, 14:30 UTC+3 to 18 March 2014, 16:00 UTC",
        id="times in two zones",
    ),
    pytest.param("[1580..1590]", "between 1580 and 1590", id="one of a range"),
    pytest.param("[2014-03-18..2014-03-20]", "between 18 and 20 March 2014", id="of a few days"),
    pytest.param("[1667,1668]", "1667 or 1668", id="one of two"),
    pytest.param("[1667,1668,1670..1672]", "one of 1667, 1668 or 1670-1672", id="one of more"),
    pytest.param("[1667,1670..1672-05-03]", "one of 1667 or 1670 to 3 May 1672", id="mixed range"),
    pytest.param("[..1984]", "1984 or earlier", id="or earlier"),
    pytest.param("[1984..]", "1984 or later", id="or later"),
    pytest.param("{2014,2016}", "2014 and 2016", id="all of two"),
    pytest.param("{1960,1961-12~}", "1960 and c. December 1961", id="all, one in doubt"),
    pytest.param("{1960..1965}", "all of 1960-1965", id="all of a range"),
    pytest.param("{..1984}", "1984 and earlier", id="and earlier"),
]


@pytest.mark.parametrize(("text", "described"), DESCRIBED)
def test_describe(text: str, described: str) -> None:
    assert EventDate.parse(text).describe() == described


@pytest.mark.parametrize(
    ("text", "described"),
    [
        pytest.param("2014-03-18", "18 March", id="day"),
        pytest.param("2014-03", "March", id="month"),
        pytest.param("2014-03~", "c. March", id="approximate month"),
        pytest.param("2014-21", "spring", id="season"),
        pytest.param("2014-33", "first quarter", id="quarter"),
        pytest.param("2014-03-XX", "March (day unknown)", id="day unknown"),
        pytest.param("2014-03-18T14:30Z", "18 March, 14:30 UTC", id="time"),
        pytest.param("2014-06-23/2014-06-24", "23-24 June", id="days"),
        pytest.param("2014-10-30/2014-11-05", "30 October to 5 November", id="days of two months"),
        pytest.param("[2014-03-18,2014-03-20]", "18 March or 20 March", id="set"),
        pytest.param("2014", "2014", id="year stays"),
        pytest.param("2014-XX", "2014 (month unknown)", id="unknown month keeps the year"),
        pytest.param("2014-24", "winter 2014-15", id="winter keeps both years"),
        pytest.param("2014/2014-03", "2014 to March 2014", id="year and month"),
        pytest.param("2014-03/..", "March 2014 to now", id="open end"),
        pytest.param("2014-12-30/2015-01-02", "30 December 2014 to 2 January 2015", id="next year"),
        pytest.param("2014~-03", "March 2014 (year approximate)", id="year in doubt"),
        pytest.param("2013-03-18", "18 March 2013", id="another year"),
    ],
)
def test_describe_in_its_year(text: str, described: str) -> None:
    assert EventDate.parse(text).describe(in_year=2014) == described


# What is refused, and what is to be written instead.

ANY_FORM = "write YYYY, YYYY-MM or YYYY-MM-DD, or any other EDTF date"
NOT_A_CHOICE = "can be read in more than one way: write"
TIME_NEEDS_DAY = "a time of day stands only after a whole day free of doubt, as in 2014-03-18T14:30"
ONLY_EDGES = "in a set, only the first member can begin and only the last can end with .."

REFUSED = [
    pytest.param("2014-02-30", "does not exist: February 2014 has 28 days", id="day"),
    pytest.param("1900-02-29", "does not exist: February 1900 has 28 days", id="leap day"),
    pytest.param("2014-03-00", "does not exist: days are counted from 01", id="day 00"),
    pytest.param("2014-02-3X", "does not exist: February 2014 has 28 days", id="day 3X"),
    pytest.param("XXX1-02-29", "does not exist: no day is like that", id="never a leap year"),
    pytest.param("2014-13", "does not exist: there is no month 13", id="month 13"),
    pytest.param("2014-00", "does not exist: there is no month 00", id="month 00"),
    pytest.param("2014-42", "does not exist: there is no month 42", id="month 42"),
    pytest.param("2014-2X", "does not exist: there is no month 2X", id="month 2X"),
    pytest.param(
        "2014-18-03",
        "does not exist: there is no month 18; the month comes before the day: 2014-03-18",
        id="day before month",
    ),
    pytest.param(
        "2014-21-05",
        "does not exist: 21 is a part of the year, without days;"
        " the month comes before the day: 2014-05-21",
        id="day before month, or a season",
    ),
    pytest.param(
        "XXXX-12-25",
        "has no bounds: write at least one digit of the year, as in 20XX",
        id="year unknown",
    ),
    pytest.param("-0000", "is not EDTF: year 0 has no sign: write 0000 (1 BCE)", id="minus 0"),
    pytest.param(
        "Y2014",
        "is not EDTF: Y is for years of more than four digits: write the year as 2014",
        id="short year after Y",
    ),
    pytest.param(
        "Y012000",
        "is not EDTF: after Y the year begins with a digit from 1 to 9",
        id="0 after Y",
    ),
    pytest.param(
        "Y12000-03",
        "is not EDTF: a year of more than four digits stands alone: write Y12000",
        id="month of a far year",
    ),
    pytest.param(
        "Y1E999999999", "is too far away: years reach from Y-1E15 to Y1E15", id="far too far"
    ),
    pytest.param(
        "Y1000000000000001", "is too far away: years reach from Y-1E15 to Y1E15", id="just too far"
    ),
    pytest.param(
        "1950S5", "is not EDTF: 5 digits cannot be significant in a year that has 4", id="S5"
    ),
    pytest.param(
        "1950S2-03",
        "is not EDTF: S follows a whole year that stands alone, as in 1950S2",
        id="S in a month",
    ),
    pytest.param("2014/2013", "ends before it starts: write the earlier date first", id="reversed"),
    pytest.param(
        "2014-03-18T14:30/2014-03-18T13:00",
        "ends before it starts: write the earlier date first",
        id="reversed times",
    ),
    pytest.param(
        "[1672..1670]", "ends before it starts: write the earlier date first", id="reversed member"
    ),
    pytest.param(
        "/",
        "has no date on either side: write at least one, as in 2014/.. or ../2014",
        id="no side",
    ),
    pytest.param(
        "../..",
        "has no date on either side: write at least one, as in 2014/.. or ../2014",
        id="both sides open",
    ),
    pytest.param("[1667,..1668]", f"is not EDTF: {ONLY_EDGES}", id="open inside a set"),
    pytest.param("2014-03-18T25:00", "does not exist: there is no hour 25", id="hour"),
    pytest.param("2014-03-18T14:60", "does not exist: there is no minute 60", id="minute"),
    pytest.param("2014-03-18T14:30:61", "does not exist: there is no second 61", id="second"),
    pytest.param("2014-03-18T14:30:60", "does not exist: there is no second 60", id="no leap"),
    pytest.param(
        "2014-12-31T24:00:00Z",
        "does not exist: a day ends where the next begins: write 2015-01-01T00:00:00Z",
        id="hour 24",
    ),
    pytest.param(
        "2014-03-18T14:30+15:00",
        "does not exist: there is no zone +15:00: they reach to 14:00",
        id="zone",
    ),
    pytest.param(
        "2014-03-18T14:30~",
        "is not EDTF: a time of day takes no ?, ~ or %: write 2014-03-18~ without it",
        id="approximate time",
    ),
    pytest.param("2014-03T14:30", f"is not EDTF: {TIME_NEEDS_DAY}", id="time in a month"),
    pytest.param("18 March", f"is not EDTF: {ANY_FORM}", id="no year"),
    pytest.param("3 to March 2025", f"is not EDTF: {ANY_FORM}", id="a day is no month"),
    pytest.param("hello", f"is not EDTF: {ANY_FORM}", id="no date"),
    pytest.param("٢٠١٤", f"is not EDTF: {ANY_FORM}", id="digits of another script"),
    pytest.param("[]", f"is not EDTF: {ANY_FORM}", id="empty set"),
    pytest.param("", f"is empty: {ANY_FORM}", id="empty"),
    pytest.param("31/02/2014", "is not EDTF: write the year first, YYYY-MM-DD", id="no such day"),
    pytest.param(
        "14",
        "is not EDTF: a year has four digits, as in 0014 for 14 CE",
        id="two digits",
    ),
    pytest.param(
        "14-03-18",
        "is not EDTF: write the year first and with four digits, as in 2014-03-18",
        id="year of two digits",
    ),
    pytest.param(
        "unknown",
        "is not EDTF: leave the unknown side of an interval empty, as in 2014/",
        id="unknown",
    ),
    pytest.param(
        "open", "is not EDTF: write the open end of an interval as .., as in 2014/..", id="open"
    ),
]


def refusal(text: str) -> str:
    with pytest.raises(DateError) as refused:
        EventDate.parse(text)
    return str(refused.value)


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refusal(text: str, reason: str) -> None:
    assert refusal(text) == f"date '{text}' {reason}"


SUGGESTED = [
    pytest.param("18 March 2014", "2014-03-18", id="day in words"),
    pytest.param("18th of March, 2014", "2014-03-18", id="ordinal day"),
    pytest.param("March 18, 2014", "2014-03-18", id="American words"),
    pytest.param("18-Mar-2014", "2014-03-18", id="short month"),
    pytest.param("Tuesday, 18 March 2014", "2014-03-18", id="weekday"),
    pytest.param("March 2014", "2014-03", id="month in words"),
    pytest.param("Sept. 2014", "2014-09", id="short month alone"),
    pytest.param("2014-3-8", "2014-03-08", id="no zeros"),
    pytest.param("2014-3", "2014-03", id="no zero in the month"),
    pytest.param("2014/03/08", "2014-03-08", id="slashes"),
    pytest.param("2014/03", "2014-03", id="slash"),
    pytest.param("20140318", "2014-03-18", id="no hyphens"),
    pytest.param("196u", "196X", id="draft year"),
    pytest.param("2014-uu", "2014-XX", id="draft month"),
    pytest.param("1560-12uu", "1560-12-XX", id="draft day"),
    pytest.param("201x", "201X", id="small x"),
    pytest.param("y17e7", "Y17E7", id="small y and e"),
    pytest.param("1580?~", "1580%", id="both marks"),
    pytest.param("2014 BC", "-2013", id="BC"),
    pytest.param("44 BCE", "-0043", id="BCE"),
    pytest.param("1 BC", "0000", id="1 BC"),
    pytest.param("15 March 44 BC", "-0043-03-15", id="day BC"),
    pytest.param("AD 33", "0033", id="AD"),
    pytest.param("circa 1580", "1580~", id="circa"),
    pytest.param("c. 1580", "1580~", id="c."),
    pytest.param("ca 1580", "1580~", id="ca"),
    pytest.param("about March 1580", "1580-03~", id="about"),
    pytest.param("1960s", "196X", id="decade"),
    pytest.param("spring 2014", "2014-21", id="season"),
    pytest.param("Fall of 2014", "2014-23", id="fall"),
    pytest.param("winter 2014-15", "2014-24", id="winter"),
    pytest.param("2014Q1", "2014-33", id="quarter"),
    pytest.param("2014-Q4", "2014-36", id="quarter with a hyphen"),
    pytest.param("Q2 2014", "2014-34", id="quarter first"),
    pytest.param("2014H2", "2014-41", id="half-year"),
    pytest.param("2014-03-18 14:30", "2014-03-18T14:30", id="time after a space"),
    pytest.param("2014-03-18t14:30z", "2014-03-18T14:30Z", id="small t and z"),
    pytest.param("2014-03-18T14:30+0300", "2014-03-18T14:30+03:00", id="zone without a colon"),
    pytest.param("18 March 2014, 14:30 UTC+3", "2014-03-18T14:30+03", id="time in words"),
    pytest.param("2014-03-18..2014-03-20", "2014-03-18/2014-03-20", id="range with dots"),
    pytest.param("2014-2016", "2014/2016", id="range with a hyphen"),
    pytest.param("2014–2016", "2014/2016", id="range with a dash"),
    pytest.param("from 2014 to March 2016", "2014/2016-03", id="range in words"),
    pytest.param("23-24 June 2023", "2023-06-23/2023-06-24", id="range of days"),
    pytest.param("3 - 5 March 2025", "2025-03-03/2025-03-05", id="days that could be months"),
    pytest.param(
        "30 October to 5 November 2025", "2025-10-30/2025-11-05", id="range of two months"
    ),
    pytest.param("between 1580 and 1590", "[1580..1590]", id="between"),
    pytest.param("2014/now", "2014/..", id="now"),
    pytest.param("2014-present", "2014/..", id="present"),
    pytest.param("since 2014", "2014/..", id="since"),
    pytest.param("2014/open", "2014/..", id="draft open end"),
    pytest.param("unknown/2014", "/2014", id="draft unknown start"),
    pytest.param("2014/25", "2014/2025", id="short second year"),
    pytest.param("12000", "Y12000", id="five digits"),
    pytest.param("-12000", "Y-12000", id="minus and five digits"),
    pytest.param("+2014", "2014", id="plus"),
]


@pytest.mark.parametrize(("text", "edtf"), SUGGESTED)
def test_suggestion(text: str, edtf: str) -> None:
    assert refusal(text) == f"date '{text}' is not EDTF: write {edtf}"
    assert EventDate.parse(edtf).text == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("14-03-2014", "2014-03-14", id="hyphens"),
        pytest.param("14/03/2014", "2014-03-14", id="slashes"),
        pytest.param("03/14/2014", "2014-03-14", id="American"),
        pytest.param("03.03.2014", "2014-03-03", id="both ways the same"),
        pytest.param("03/2014", "2014-03", id="month"),
    ],
)
def test_suggestion_with_the_year_first(text: str, edtf: str) -> None:
    assert refusal(text) == f"date '{text}' is not EDTF: write the year first, {edtf}"


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        pytest.param(
            "03/04/2014",
            "2014-04-03 for 3 April 2014 or 2014-03-04 for 4 March 2014",
            id="slashes",
        ),
        pytest.param(
            "03-04-2014",
            "2014-04-03 for 3 April 2014 or 2014-03-04 for 4 March 2014",
            id="hyphens",
        ),
        pytest.param(
            "3.4.2014", "2014-04-03 for 3 April 2014 or 2014-03-04 for 4 March 2014", id="dots"
        ),
        pytest.param("1900s", "190X for 1900s (decade) or 19XX for 1900s (century)", id="1900s"),
        pytest.param(
            "winter 2014", "2013-24 for winter 2013-14 or 2014-24 for winter 2014-15", id="winter"
        ),
        pytest.param("201403", "2014-03 for March 2014 or Y201403 for 201,403 CE", id="six digits"),
        pytest.param("2009/10", "2009-10 for October 2009 or 2009/2010 for 2009 to 2010", id="/10"),
        pytest.param("-44", "-0044 for 45 BCE or -0043 for 44 BCE", id="minus"),
        pytest.param(
            "2014-", "2014/.. for 2014 to now or 2014/ for from 2014, end unknown", id="no end"
        ),
    ],
)
def test_several_meanings_are_all_told_and_none_chosen(text: str, choices: str) -> None:
    assert refusal(text) == f"date '{text}' {NOT_A_CHOICE} {choices}"


def test_white_space_around_a_date() -> None:
    assert refusal(" 2014\n") == "date '2014' has white space around it: write 2014"


def test_a_long_text_is_refused_and_shortened() -> None:
    shown = "date '" + "9" * 60 + "...'"
    assert refusal("9" * 5000) == f"{shown} is too long: a date has at most 200 characters"


def test_a_message_holds_no_control_character() -> None:
    assert refusal("2014\x1b[2J") == f"date '2014<U+001B>[2J' is not EDTF: {ANY_FORM}"


# Laws.


@st.composite
def marked(draw: st.DrawFn, *parts: st.SearchStrategy[str]) -> str:
    marks = st.sampled_from(["", "", "", "?", "~", "%"])
    return "-".join(draw(marks) + draw(part) + draw(marks) for part in parts)


def numbers(first: int, last: int) -> st.SearchStrategy[str]:
    return st.integers(first, last).map("{:02}".format)


YEARS = st.one_of(
    st.integers(0, 9999).map("{:04}".format),
    st.integers(1, 9999).map("-{:04}".format),
    st.integers(1000, 2999).map(str),
)
FAR_YEARS = st.one_of(
    st.integers(10_000, 10**15).map("Y{}".format),
    st.integers(10_000, 10**15).map("Y-{}".format),
    st.builds("Y{}E{}".format, st.integers(1, 99), st.integers(4, 13)),
)
UNKNOWN_YEARS = st.sampled_from(["196X", "20XX", "1XXX", "-004X", "1X84", "000X", "190X"])
MONTH_NUMBERS = numbers(1, 12)
UNKNOWN_MONTHS = st.sampled_from(["XX", "0X", "1X", "X1"])
UNKNOWN_DAYS = st.sampled_from(["XX", "0X", "1X", "X5"])
CLOCKS = st.builds(
    "{}:{}{}{}".format,
    numbers(0, 23),
    numbers(0, 59),
    st.one_of(st.just(""), numbers(0, 59).map(":{}".format)),
    st.sampled_from(["", "Z", "+03", "-05:30", "+14:00"]),
)
PLAIN_DAYS = st.builds("{}-{}-{}".format, YEARS, MONTH_NUMBERS, numbers(1, 28))
POINTS = st.one_of(
    PLAIN_DAYS,
    marked(YEARS),
    marked(YEARS, MONTH_NUMBERS),
    marked(YEARS, MONTH_NUMBERS, numbers(1, 28)),
    marked(YEARS | UNKNOWN_YEARS, numbers(21, 41)),
    marked(UNKNOWN_YEARS),
    marked(UNKNOWN_YEARS | YEARS, MONTH_NUMBERS | UNKNOWN_MONTHS),
    marked(UNKNOWN_YEARS | YEARS, MONTH_NUMBERS | UNKNOWN_MONTHS, UNKNOWN_DAYS | numbers(1, 28)),
    marked(FAR_YEARS),
    st.builds("{}S{}".format, st.integers(1000, 9999), st.integers(1, 4)),
    st.builds("{}T{}".format, PLAIN_DAYS, CLOCKS),
)


def start_of(text: str) -> int:
    earliest = EventDate.parse(text).earliest
    assert earliest is not None
    return earliest.ordinal


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two points, the first of which does not end after the second starts."""
    first, second = sorted((draw(POINTS), draw(POINTS)), key=start_of)
    if "T" in first + second:
        first, second = first.partition("T")[0], second.partition("T")[0]
    return first, second


INTERVALS = st.one_of(
    pairs().map("/".join),
    st.builds("{}/{}".format, POINTS, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), POINTS),
)
MEMBERS = st.lists(POINTS | pairs().map("..".join), min_size=1, max_size=4).map(",".join)
SETS = st.one_of(
    MEMBERS.map("[{}]".format),
    MEMBERS.map("{{{}}}".format),
    POINTS.map("[..{}]".format),
    POINTS.map("{{{}..}}".format),
)
EDTF = POINTS | INTERVALS | SETS


@given(EDTF)
def test_a_text_reads_back_to_the_same_date(text: str) -> None:
    date = EventDate.parse(text)
    assert str(date) == text
    assert EventDate.parse(str(date)) == date


@given(EDTF)
def test_a_date_begins_within_its_bounds(text: str) -> None:
    date = EventDate.parse(text)
    assert date.earliest or date.latest
    known = [bound for bound in (date.earliest, date.begins_by, date.latest) if bound]
    assert known == sorted(known)


@given(pairs())
def test_the_bounds_of_an_interval_are_those_of_its_sides(sides: tuple[str, str]) -> None:
    start, end = map(EventDate.parse, sides)
    interval = EventDate.parse(f"{start}/{end}")
    assert (interval.earliest, interval.latest) == (start.earliest, end.latest)
    assert interval.precision == start.precision
    assert interval.approximate == (start.approximate or end.approximate)
    assert interval.uncertain == (start.uncertain or end.uncertain)


@given(st.lists(POINTS, min_size=1, max_size=5))
def test_the_bounds_of_a_set_are_those_of_its_members(texts: list[str]) -> None:
    members = [EventDate.parse(text) for text in texts]
    for brackets in ("[]", "{}"):
        whole = EventDate.parse(brackets[0] + ",".join(texts) + brackets[1])
        assert whole.earliest == min(member.earliest for member in members if member.earliest)
        assert whole.latest == max(member.latest for member in members if member.latest)


@given(EDTF)
def test_no_doubt_is_lost_in_print(text: str) -> None:
    date = EventDate.parse(text)
    described = date.describe()
    assert described.isascii()
    assert date.uncertain == ("uncertain" in described)
    assert date.approximate == ("c. " in described or "approximate" in described)
    assert date.ongoing == (described.endswith(("to now", "and later")))


@given(POINTS)
def test_different_doubt_prints_differently(text: str) -> None:
    bare = re.sub("[?~%]", "", text)
    if "T" in bare or "S" in bare:
        return
    described = [EventDate.parse(bare + mark).describe() for mark in ("", "?", "~", "%")]
    assert sorted(set(described)) == sorted(described)


@given(st.permutations(["", "?", "~", "%"]), st.sampled_from(["2014-03-18", "2014-03-XX"]))
def test_doubt_of_different_parts_prints_differently(marks: list[str], text: str) -> None:
    year, month, of_month = text.split("-")
    texts = [f"{a}{year}-{b}{month}-{c}{of_month}" for a, b, c in itertools.permutations(marks, 3)]
    described = {each: EventDate.parse(each).describe() for each in texts}
    for one, other in itertools.combinations(texts, 2):
        assert described[one] != described[other], (one, other)


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


NEAR_DATES = st.text(alphabet="0123456789-/.[]{},?~%XYESTZu: +", max_size=40)
WORDS = [
    "c.",
    "circa",
    "14",
    "2014",
    "3",
    "March",
    "may",
    "to",
    "-",
    "/",
    "..",
    "44",
    "BC",
    "14:30",
]
NEAR_WORDS = st.lists(st.sampled_from([*WORDS, "winter", "Q1"]), max_size=7).map(" ".join)


@given(st.text(max_size=250) | NEAR_DATES | NEAR_WORDS)
@example("9" * 5000)
@example("Y" + "9" * 190)
@example("Y1E" + "9" * 190)
@example("1950S" + "9" * 190)
@example("- " * 40)
@example("c " * 40)
@example("t1111" * 16)
@example("XXX1-02-29/XXX1-02-29")
def test_any_text_is_read_or_refused_with_advice_that_holds(text: str) -> None:
    try:
        date = EventDate.parse(text)
    except DateError as refused:
        message = str(refused)
        assert message.startswith("date '")
        assert message == visible(message)
        reason = message.rpartition("' ")[2]
        advised = re.search("write (?:the year first, )?([^a-z ]+)$", reason)
        for edtf in [advised[1]] if advised else re.findall(r"(?:write|or) (\S+) for ", reason):
            assert edtf == "YYYY-MM-DD" or EventDate.parse(edtf).text == edtf
    else:
        assert date.describe()


# A date as a value.


def test_dates_are_equal_when_their_texts_are() -> None:
    assert EventDate.parse("2014") == EventDate.parse("2014")
    assert len({EventDate.parse("2014"), EventDate.parse("2014"), EventDate.parse("2014~")}) == 2
    assert EventDate.parse("2014") != "2014"


def test_a_date_does_not_change() -> None:
    date = EventDate.parse("2014")
    with pytest.raises(AttributeError, match="a date does not change: cannot set 'text'"):
        date.text = "2015"
    with pytest.raises(AttributeError, match="a date does not change: cannot delete 'text'"):
        del date.text


def test_a_date_survives_copying_and_pickling() -> None:
    date = EventDate.parse("2014-03~-18")
    for again in (copy.deepcopy(date), pickle.loads(pickle.dumps(date))):
        assert (again, again.earliest, again.approximate) == (date, date.earliest, True)
    assert repr(date) == "EventDate.parse('2014-03~-18')"

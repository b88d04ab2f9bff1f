"""How a date prints."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.edtf.texts import EDTF, POINTS
from timeline.dates import EventDate

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
    pytest.param("Y-15E5~", "c. 1,500,000 BCE", id="a rounded number of years"),
    pytest.param(
        "Y-15E5%/Y-14E5", "c. 1,500,000 BCE (uncertain) to 1,400,001 BCE", id="rounded at one end"
    ),
    pytest.param("Y-12345~", "c. 12,346 BCE", id="a number of years that is not rounded"),
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

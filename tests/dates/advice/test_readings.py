"""The EDTF texts that a text can mean."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.dates.edtf.texts import INTERVALS, NEAR_EDTF, POINTS, refusal
from timeline.dates import EventDate, edtf_readings

SUGGESTED = [
    pytest.param("1848.", "1848", id="full stop after a year"),
    pytest.param("c. 1914-18", "1914~/1918", id="circa before two years"),
    pytest.param("24 March 1699/1700", "1700-03-24", id="dual dating in full"),
    pytest.param("-4004 BC", "-4003", id="minus and era"),
    pytest.param("10 kya", "-7999~", id="thousand years ago"),
    pytest.param("5 thousand years BC", "-4999~", id="thousand years before Christ"),
    pytest.param("580s", "058X", id="decade of an early century"),
    pytest.param("1880+", "1880/..", id="plus for since"),
    pytest.param("BET 1850-1852", '"[1850..1852]"', id="GEDCOM with a hyphen"),
    pytest.param("Mar.18, 2014", "2014-03-18", id="no space after an abbreviation"),
    pytest.param("July 14, 1789.", "1789-07-14", id="full stop after a day"),
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
    pytest.param("between 1580 and 1590", '"[1580..1590]"', id="between"),
    pytest.param("2014/now", "2014/..", id="now"),
    pytest.param("2014-present", "2014/..", id="present"),
    pytest.param("since 2014", "2014/..", id="since"),
    pytest.param("2014/open", "2014/..", id="draft open end"),
    pytest.param("unknown/2014", "/2014", id="draft unknown start"),
    pytest.param("2014/25", "2014/2025", id="short second year"),
    pytest.param("123456", "Y123456", id="six digits"),
    pytest.param("-12000", "Y-12000", id="minus and five digits"),
    pytest.param("+2014", "2014", id="plus"),
    pytest.param("1914–18", "1914/1918", id="short second year after a dash"),
    pytest.param("1939–41", "1939/1941", id="after a dash a code is a year"),
    pytest.param("1905–11", "1905/1911", id="after a dash a month is a year"),
    pytest.param("1914 – 18", "1914/1918", id="dash between spaces"),
    pytest.param("1914-1918", "1914/1918", id="two years"),
    pytest.param("2014–03", "2014-03", id="dash in a month"),
    pytest.param("2014-03-18/20", "2014-03-18/2014-03-20", id="end of a day alone"),
    pytest.param("2014-03/05", "2014-03/2014-05", id="end of a month alone"),
    pytest.param("2014-03-18--2014-03-20", "2014-03-18/2014-03-20", id="two hyphens"),
    pytest.param("June 18–23, 2017", "2017-06-18/2017-06-23", id="American days"),
    pytest.param("June 18 - July 3, 2017", "2017-06-18/2017-07-03", id="American months"),
    pytest.param("June-July 2017", "2017-06/2017-07", id="months"),
    pytest.param("1580s", "158X", id="decade with an s"),
    pytest.param("1990’s", "199X", id="decade with an apostrophe"),
    pytest.param("1900s (century)", "19XX", id="as a century prints"),
    pytest.param("580s BC", '"[-0588..-0579]"', id="decade BC"),
    pytest.param("16th century", "15XX", id="century"),
    pytest.param("Sixteenth Century", "15XX", id="century in words"),
    pytest.param("19th c.", "18XX", id="century in short"),
    pytest.param("18th-19th century", "17XX/18XX", id="centuries"),
    pytest.param("1st century", '"[0001..0100]"', id="first century"),
    pytest.param("1st century BC", '"[-0099..0000]"', id="last century BC"),
    pytest.param("5th century BC", "-04XX", id="century BC"),
    pytest.param("2nd millennium BC", "-1XXX", id="millennium BC"),
    pytest.param("before 1880", '"[..1879]"', id="before a year"),
    pytest.param("after 1880", '"[1881..]"', id="after a year"),
    pytest.param("before March 1880", '"[..1880-02]"', id="before a month"),
    pytest.param("after 18 March 1880", '"[1880-03-19..]"', id="after a day"),
    pytest.param("before c. 1880", '"[..1879~]"', id="before about"),
    pytest.param("pre-1880", '"[..1879]"', id="pre-"),
    pytest.param("post-1945", '"[1946..]"', id="post-"),
    pytest.param("by 1880", '"[..1880]"', id="by"),
    pytest.param("1880 or earlier", '"[..1880]"', id="or earlier"),
    pytest.param("not before 1880", '"[1880..]"', id="not before"),
    pytest.param("until 2014", "../2014", id="until"),
    pytest.param("1945 onwards", "1945/..", id="onwards"),
    pytest.param("1580 or 1581", '"[1580,1581]"', id="one or the other"),
    pytest.param("3 or 4 March 2014", '"[2014-03-03,2014-03-04]"', id="either day"),
    pytest.param("1850±5", '"[1845..1855]"', id="give or take"),
    pytest.param("ABT 1731", "1731~", id="GEDCOM about"),
    pytest.param("CAL 1731", "1731~", id="GEDCOM calculated"),
    pytest.param("BET 1850 AND 1852", '"[1850..1852]"', id="GEDCOM between"),
    pytest.param("BEF 1880", '"[..1879]"', id="GEDCOM before"),
    pytest.param("AFT 1880", '"[1881..]"', id="GEDCOM after"),
    pytest.param("FROM 1850 TO 1852", "1850/1852", id="GEDCOM from to"),
    pytest.param("@#DGREGORIAN@ 18 MAR 1880", "1880-03-18", id="GEDCOM calendar"),
    pytest.param("1580 (?)", "1580?", id="question mark in brackets"),
    pytest.param("probably 1580", "1580?", id="probably"),
    pytest.param("possibly c. 1580", "1580%", id="doubt of both kinds"),
    pytest.param("~4004 BC", "-4003~", id="about a year BC"),
    pytest.param("~1804-1491 BC", "-1803~/-1490", id="one era for two years"),
    pytest.param("5-7 March 44 BC", "-0043-03-05/-0043-03-07", id="days of a year BC"),
    pytest.param("5th-4th century BC", "-04XX/-03XX", id="centuries BC"),
    pytest.param("44 BC - 33 AD", "-0043/0033", id="years of both eras"),
    pytest.param("44 B.C.", "-0043", id="era with points"),
    pytest.param("12,000 BCE", "Y-11999", id="far year BCE"),
    pytest.param("65 million years ago", "Y-65E6~", id="millions of years ago"),
    pytest.param("4.5 Ga", "Y-45E8~", id="billions of years ago"),
    pytest.param("1.5 million years ago", "Y-15E5~", id="a fraction of millions"),
    pytest.param("2 million BC", "Y-2E6~", id="millions before Christ"),
    pytest.param("500,000 years ago", "Y-5E5~", id="years ago in digits"),
    pytest.param("10000 BP", "-8049~", id="before present"),
    pytest.param("435-12-03", "0435-12-03", id="day of three digits of the year"),
    pytest.param("11 Feb 1731/32", "1732-02-11", id="day of a year with two numbers"),
    pytest.param("2014-W12", "2014-03-17/2014-03-23", id="week"),
    pytest.param("2014-W12-2", "2014-03-18", id="day of a week"),
    pytest.param("2014-077", "2014-03-18", id="day of the year"),
    pytest.param("20140318T1430", "2014-03-18T14:30", id="time without colons"),
    pytest.param("201403181430", "2014-03-18T14:30", id="time in digits"),
    pytest.param("2014-03-18T14:30:00.000Z", "2014-03-18T14:30:00Z", id="milliseconds"),
    pytest.param("2014-03-18 2:30 PM", "2014-03-18T14:30", id="afternoon"),
    pytest.param("12 am, 18 March 2014", "2014-03-18T00:00", id="midnight"),
    pytest.param("Tue Mar 18 14:30:00 2014", "2014-03-18T14:30:00", id="time before the year"),
    pytest.param(
        "Tue, 18 Mar 2014 14:30:00 +0000", "2014-03-18T14:30:00+00:00", id="date of an email"
    ),
    pytest.param("19??", "19XX", id="question marks for digits"),
    pytest.param("2014-03-??", "2014-03-XX", id="question marks for a day"),
    pytest.param("196-", "196X", id="decade of a library"),
    pytest.param("19--?", "19XX?", id="century of a library, in doubt"),
    pytest.param("[ca. 1964]", "1964~", id="inferred by a library"),
    pytest.param("43 BC?", "-0042?", id="question mark after an era"),
    pytest.param("March the 18th, 2014", "2014-03-18", id="article before a day"),
    pytest.param("2014年3月18日", "2014-03-18", id="Japanese"),
    pytest.param("second quarter of 2014", "2014-34", id="as a quarter prints"),
]


@pytest.mark.parametrize(("text", "edtf"), SUGGESTED)
def test_suggestion(text: str, edtf: str) -> None:
    assert refusal(text) == f"date '{text}' is not EDTF: write {edtf}"


@pytest.mark.parametrize("text", ["2014.18", "12345678", "3 to March 2025", "31/02/2014", "0 BC"])
def test_what_is_not_understood_has_no_reading(text: str) -> None:
    assert edtf_readings(text) == []


@given(st.text(max_size=90) | NEAR_EDTF)
def test_every_reading_is_edtf(text: str) -> None:
    for edtf in edtf_readings(text):
        assert EventDate.parse(edtf).text == edtf


@given(POINTS | INTERVALS)
def test_the_words_of_a_date_are_read_as_the_date_or_not_at_all(text: str) -> None:
    # Words for an approximate far year before our era are not exact to the year.
    assume(not re.search(r"Y-[0-9]+[~%]", text))
    date = EventDate.parse(text)
    readings = [EventDate.parse(edtf) for edtf in edtf_readings(date.describe())]
    if readings:
        assert (date.earliest, date.latest) in [(one.earliest, one.latest) for one in readings]

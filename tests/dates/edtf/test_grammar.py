"""What is refused, and why."""

import pytest

from tests.dates.edtf.texts import refusal

ANY_FORM = "write YYYY, YYYY-MM or YYYY-MM-DD, or any other EDTF date"
TIME_NEEDS_DAY = (
    "a time of day can only follow a complete date without ?, ~ or %, as in 2014-03-18T14:30"
)
ONLY_EDGES = "in a set, only the first member can begin and only the last can end with .."

REFUSED = [
    pytest.param("2014-02-30", "does not exist: February 2014 has 28 days", id="day"),
    pytest.param("1900-02-29", "does not exist: February 1900 has 28 days", id="leap day"),
    pytest.param(
        "2014-03-00",
        "does not exist: days are counted from 01; where only the month is known, write 2014-03",
        id="day 00",
    ),
    pytest.param("2014-02-3X", "does not exist: February 2014 has 28 days", id="day 3X"),
    pytest.param("XXX1-02-29", "does not exist: no day matches it", id="never a leap year"),
    pytest.param("2014-13", "does not exist: there is no month 13", id="month 13"),
    pytest.param(
        "2014-00",
        "does not exist: there is no month 00; where only the year is known, write 2014",
        id="month 00",
    ),
    pytest.param(
        "2014-42",
        "does not exist: there is no month 42; for the years 2014 to 2042, write 2014/2042",
        id="month 42",
    ),
    pytest.param(
        "1914-18",
        "does not exist: there is no month 18; for the years 1914 to 1918, write 1914/1918",
        id="two years",
    ),
    pytest.param("2014-2X", "does not exist: there is no month 2X", id="month 2X"),
    pytest.param(
        "2014-18-03",
        "does not exist: there is no month 18; the month comes before the day: 2014-03-18",
        id="day before month",
    ),
    pytest.param(
        "2014-21-05",
        "does not exist: 21 is a code for a part of the year, which has no day;"
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
        "is not EDTF: a year of more than four digits has no month or day: write Y12000",
        id="month of a far year",
    ),
    pytest.param(
        "Y1E999999999", "is out of range: years go from Y-1E15 to Y1E15", id="far too far"
    ),
    pytest.param(
        "Y1000000000000001", "is out of range: years go from Y-1E15 to Y1E15", id="just too far"
    ),
    pytest.param(
        "1950S5", "is not EDTF: 5 digits cannot be significant in a year that has 4", id="S5"
    ),
    pytest.param(
        "1950S2-03",
        "is not EDTF: S can only follow a complete year, as in 1950S2",
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
        "does not exist: there is no zone +15:00: zones go up to 14:00",
        id="zone",
    ),
    pytest.param(
        "2014-03-18T14:30~",
        "is not EDTF: a time of day takes no ?, ~ or %: write 2014-03-18~ without it",
        id="approximate time",
    ),
    pytest.param("2014-03T14:30", f"is not EDTF: {TIME_NEEDS_DAY}", id="time in a month"),
    pytest.param("18 March", "has no year: write one, as in 2016-03-18", id="no year"),
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
        "does not say when: write what is known, as in 196X for the 1960s, 19XX for the 1900s,"
        ' or "[..1960]" for 1960 or earlier',
        id="unknown",
    ),
    pytest.param(
        "open", "is not EDTF: write the open end of an interval as .., as in 2014/..", id="open"
    ),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refusal(text: str, reason: str) -> None:
    assert refusal(text) == f"date '{text}' {reason}"

"""What is told of a text that is no date where one EDTF text is not all of the answer."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.dates.edtf.texts import NEAR_EDTF, refusal
from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.text import visible

ANY_FORM = "write YYYY, YYYY-MM or YYYY-MM-DD, or any other EDTF date"
YEAR_FIRST = "is not EDTF: write the year first,"
SEVERAL = "can be read in more than one way: write"

ADVICE = [
    pytest.param("14-03-2014", f"{YEAR_FIRST} 2014-03-14", id="year last, hyphens"),
    pytest.param("14/03/2014", f"{YEAR_FIRST} 2014-03-14", id="year last, slashes"),
    pytest.param("03/14/2014", f"{YEAR_FIRST} 2014-03-14", id="American"),
    pytest.param("03.03.2014", f"{YEAR_FIRST} 2014-03-03", id="both ways the same"),
    pytest.param("03/2014", f"{YEAR_FIRST} 2014-03", id="month"),
    pytest.param(
        "03/04/2014",
        f"{SEVERAL} 2014-04-03 for 3 April 2014 or 2014-03-04 for 4 March 2014",
        id="day or month, slashes",
    ),
    pytest.param(
        "03-04-2014",
        f"{SEVERAL} 2014-04-03 for 3 April 2014 or 2014-03-04 for 4 March 2014",
        id="day or month, hyphens",
    ),
    pytest.param(
        "3.4.2014",
        f"{SEVERAL} 2014-04-03 for 3 April 2014 or 2014-03-04 for 4 March 2014",
        id="day or month, dots",
    ),
    pytest.param(
        "1900s", f"{SEVERAL} 190X for 1900s (decade) or 19XX for 1900s (century)", id="1900s"
    ),
    pytest.param(
        "winter 2014",
        f"{SEVERAL} 2013-24 for winter 2013-14 or 2014-24 for winter 2014-15",
        id="winter",
    ),
    pytest.param(
        "201403", f"{SEVERAL} 2014-03 for March 2014 or Y201403 for 201,403 CE", id="six digits"
    ),
    pytest.param(
        "2009/10", f"{SEVERAL} 2009-10 for October 2009 or 2009/2010 for 2009 to 2010", id="/10"
    ),
    pytest.param("-44", f"{SEVERAL} -0044 for 45 BCE or -0043 for 44 BCE", id="minus"),
    pytest.param(
        "-435-12-03",
        f"{SEVERAL} -0435-12-03 for 3 December 436 BCE or -0434-12-03 for 3 December 435 BCE",
        id="minus before three digits",
    ),
    pytest.param(
        "\u20132014",
        f"{SEVERAL} ../2014 for until 2014 or /2014 for until 2014, start unknown",
        id="no start",
    ),
    pytest.param(
        "2014-",
        f"{SEVERAL} 2014/.. for 2014 to now or 2014/ for from 2014, end unknown",
        id="no end",
    ),
    pytest.param(
        "1743/44",
        "can be dual dating or two years: write 1744 for the one year (1743 Old Style, 1744 New"
        " Style), or 1743/1744 for 1743 to 1744",
        id="dual dating",
    ),
    pytest.param(
        "mid-1960s",
        'is not EDTF: write 196X, or say which part is meant, as in "[1964..1966]"',
        id="middle of a decade",
    ),
    pytest.param(
        "late 19th century",
        'is not EDTF: write 18XX, or say which part is meant, as in "[1867..1899]"',
        id="end of a century",
    ),
    pytest.param(
        "early 2014",
        'is not EDTF: write 2014, or say which part is meant, as in "[2014-01..2014-04]"',
        id="beginning of a year",
    ),
    pytest.param(
        "end of March 2014",
        'is not EDTF: write 2014-03, or say which part is meant, as in "[2014-03-21..2014-03-31]"',
        id="end of a month",
    ),
    pytest.param("'90s", "is not EDTF: write the century as well, as in 199X", id="short decade"),
    pytest.param(
        "44562",
        "looks like a spreadsheet's day number: format the column as a date, or write Y44562 "
        "for 44,562 CE",
        id="spreadsheet",
    ),
    pytest.param(
        "44562.5",
        "looks like a spreadsheet's day number: format the column as a date",
        id="spreadsheet, with a time",
    ),
    pytest.param("1395014400", "looks like Unix time: write 2014-03-17T00:00:00Z", id="Unix time"),
    pytest.param(
        "1395014400000", "looks like Unix time: write 2014-03-17T00:00:00Z", id="milliseconds"
    ),
    pytest.param(
        "25 December 1066 (Julian)",
        "is in another calendar: convert it to the Gregorian calendar",
        id="Julian calendar",
    ),
    pytest.param(
        "?",
        "does not say when: write what is known, as in 196X for the 1960s, 19XX for the 1900s,"
        ' or "[..1960]" for 1960 or earlier',
        id="question mark",
    ),
    pytest.param(
        "0000-00-00",
        "does not say when: write what is known, as in 196X for the 1960s, 19XX for the 1900s,"
        ' or "[..1960]" for 1960 or earlier',
        id="no date in a database",
    ),
]


@pytest.mark.parametrize(("text", "advice"), ADVICE)
def test_advice(text: str, advice: str) -> None:
    assert refusal(text) == f"date '{text}' {advice}"


def test_white_space_around_a_date() -> None:
    assert refusal(" 2014\n") == "date '2014' has white space around it: write 2014"


def test_a_long_text_is_refused_and_shortened() -> None:
    shown = "date '" + "9" * 60 + "...'"
    assert refusal("9" * 5000) == f"{shown} is too long: a date has at most 200 characters"


def test_a_message_holds_no_control_character() -> None:
    assert refusal("2014\x1b[2J") == f"date '2014<U+001B>[2J' is not EDTF: {ANY_FORM}"


@given(st.text(max_size=250) | NEAR_EDTF)
@example("9" * 5000)
@example("Y" + "9" * 190)
@example("Y1E" + "9" * 190)
@example("1950S" + "9" * 190)
@example("- " * 40)
@example("c " * 40)
@example("t1111" * 16)
@example("XXX1-02-29/XXX1-02-29")
@example("mid 1990")
def test_any_text_is_read_or_refused_with_advice_that_holds(text: str) -> None:
    try:
        date = EventDate.parse(text)
    except DateError as refused:
        message = str(refused)
        assert message.startswith("date '")
        assert message == visible(message)
        reason = message.rpartition("' ")[2]
        for written in re.findall(r'\b(?:write|or|as in|first,) "?([0-9XY.\[][^ "a-z]*)', reason):
            edtf = written.removesuffix(",")  # the comma of the sentence
            assert edtf.startswith("YYYY") or EventDate.parse(edtf).text == edtf
    else:
        assert date.describe()

"""EDTF texts of every kind to test with, texts near them, and what is said of one that is none."""

import pytest
from hypothesis import strategies as st

from timeline.dates import EventDate
from timeline.errors import DateError


def refusal(text: str) -> str:
    with pytest.raises(DateError) as refused:
        EventDate.parse(text)
    return str(refused.value)


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

NEAR_DATES = st.text(alphabet="0123456789-/.[]{},?~%XYESTZu: +", max_size=40)
WORDS = [
    *("before", "after", "between", "and", "or", "BC", "century", "19th", "mid", "1960s", "ABT"),
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
NEAR_EDTF = NEAR_DATES | NEAR_WORDS

"""The time from an event to its first source: never more exact than the dates."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Day, EventDate, Lag, LagRange


def lag(event: str, *sources: str) -> Lag | None:
    return Lag.between(EventDate.parse(event), [EventDate.parse(one) for one in sources])


IN_WORDS = [
    pytest.param("2014-03-18", ["2014-03-18"], "same day", LagRange.SAME_DAY, id="same day"),
    pytest.param("2014-03-18", ["2014-03-19"], "1 day later", LagRange.TO_7_DAYS, id="day"),
    pytest.param("2014-03-18", ["2014-03-25"], "7 days later", LagRange.TO_7_DAYS, id="week"),
    pytest.param("2014-03-18", ["2014-03-26"], "8 days later", LagRange.TO_30_DAYS, id="8 days"),
    pytest.param("2014-03-18", ["2014-04-17"], "30 days later", LagRange.TO_30_DAYS, id="30 days"),
    pytest.param("2014-03-18", ["2014-04-18"], "1 month later", LagRange.TO_365_DAYS, id="month"),
    pytest.param("2014-03-18", ["2015-03-18"], "1 year later", LagRange.TO_365_DAYS, id="year"),
    pytest.param(
        "2014-03-18", ["2015-03-19"], "1 year 1 day later", LagRange.LONGER, id="over a year"
    ),
    pytest.param("2014-03-18", ["2014-03-15"], "3 days earlier", LagRange.BEFORE, id="earlier"),
    pytest.param(
        "2014-03-18", ["2014-06-01", "2014-03-20"], "2 days later", LagRange.TO_7_DAYS, id="first"
    ),
    pytest.param(
        "2014-03", ["2014-04-10"], "10 to 40 days later", LagRange.NOT_EXACT, id="event of a month"
    ),
    pytest.param(
        "2014-03-18", ["2014-04"], "14 to 43 days later", LagRange.NOT_EXACT, id="source of a month"
    ),
    pytest.param(
        "2014-03-18",
        ["2014-03-19/2014-03-22"],
        "1 to 4 days later",
        LagRange.TO_7_DAYS,
        id="source of some days",
    ),
    pytest.param(
        "2014-03", ["2014-03-20"], "at most 19 days later", LagRange.NOT_EXACT, id="overlap"
    ),
    pytest.param(
        "2014-03", ["2014-03-01"], "same day or earlier", LagRange.NOT_EXACT, id="overlap of a day"
    ),
    pytest.param(
        "2014-03", ["2013-12-22"], "69 to 99 days earlier", LagRange.BEFORE, id="range earlier"
    ),
    pytest.param(
        "2014-03", ["2014-09-10"], "about 6 months later", LagRange.TO_365_DAYS, id="about months"
    ),
    pytest.param("2014", ["2018-05-25"], "about 4 years later", LagRange.LONGER, id="about years"),
    pytest.param(
        "201X", ["2024"], "about 4 to 15 years later", LagRange.LONGER, id="range of years"
    ),
    pytest.param(
        "2014-02-20/2014-04-02",
        ["2014-02-21"],
        "1 day later",
        LagRange.TO_7_DAYS,
        id="from the start of an interval",
    ),
    pytest.param(
        "2014-03-18?", ["2014-03-20"], "about 2 days later", LagRange.TO_7_DAYS, id="uncertain"
    ),
    pytest.param(
        "2014-03-18",
        ["2014-03-18?"],
        "about the same day",
        LagRange.SAME_DAY,
        id="uncertain source",
    ),
    pytest.param(
        "2014-03-18~",
        ["2014-04-02"],
        "about 2 to 32 days later",
        LagRange.NOT_EXACT,
        id="approximate",
    ),
    pytest.param(
        "2014-03-18T23:00:00Z",
        ["2014-03-19T01:00:00+03:00"],
        "1 day later",
        LagRange.TO_7_DAYS,
        id="days as they are written",
    ),
    pytest.param(
        "-0043-03-15", ["Y12000"], "about 12,043 years later", LagRange.LONGER, id="far years"
    ),
]


@pytest.mark.parametrize(("event", "sources", "words", "in_range"), IN_WORDS)
def test_a_lag_in_words(event: str, sources: list[str], words: str, in_range: LagRange) -> None:
    found = lag(event, *sources)
    assert found is not None
    assert (str(found), found.range) == (words, in_range)


@pytest.mark.parametrize(
    ("event", "sources"),
    [
        pytest.param("2014-03-18", [], id="no source"),
        pytest.param("../2014-03-18", ["2014-03-18"], id="open start"),
        pytest.param("/2014-03-18", ["2014-03-18"], id="unknown start"),
        pytest.param("2014-03-18", ["2014-03-19", "../2014-04"], id="source with an open start"),
        pytest.param("2014-03-18", ["2014-03-19/.."], id="source with an open end"),
    ],
)
def test_a_lag_without_bounds(event: str, sources: list[str]) -> None:
    assert lag(event, *sources) is None


DATES = st.sampled_from(
    ["2014", "2014-03", "2014-03-18", "2014-03-19", "2014-04-02?", "2013-12-31", "2014-21", "2015~"]
)


def days(text: str) -> range:
    date = EventDate.parse(text)
    assert date.earliest is not None
    assert date.latest is not None
    return range(date.earliest.ordinal, date.latest.ordinal + 1, 7)


@given(DATES, st.lists(DATES, min_size=1, max_size=2))
def test_whatever_the_days_are_the_lag_is_in_the_range(event: str, sources: list[str]) -> None:
    found = lag(event, *sources)
    assert found is not None
    for first, *reported in product(days(event), *map(days, sources)):
        begun, known = Day.from_ordinal(first), Day.from_ordinal(min(reported))
        exact = Lag((begun, begun), (known, known), about=False)
        assert found.least <= exact.least <= found.most
        assert found.range in (exact.range, LagRange.NOT_EXACT)

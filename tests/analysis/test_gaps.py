import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import TODAY, OpenText, dated
from timeline import Timeline
from timeline.analysis.gaps import longest_gaps
from timeline.dates import Day, EventDate
from timeline.index.building.builder import fill
from timeline.index.index import Index
from timeline.model import Event
from timeline.query import Query
from timeline.readers import Entry, Place
from timeline.search.selection import Selection


def told(found: Selection, limit: int = 100) -> list[str]:
    return [
        f"{one.length}: {one.before.id} {one.first} - {one.last} {one.after.id}"
        for one in longest_gaps(found, limit)
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(["2014-03-18"], [], id="one event"),
        pytest.param(["2014-03-18", "2014-03-18", "2014-03-19"], [], id="day after day"),
        pytest.param(
            ["2014-03-18", "2014-03-20"],
            ["2 days: e0 2014-03-18 - 2014-03-20 e1"],
            id="a day between",
        ),
        pytest.param(
            ["2015-05-20", "2014-03-18", "2014-04-28"],
            [
                "1 year 22 days: e2 2014-04-28 - 2015-05-20 e0",
                "1 month 10 days: e1 2014-03-18 - 2014-04-28 e2",
            ],
            id="the longest first",
        ),
        pytest.param(
            ["2014-01-01", "2014-01-11", "2014-01-21"],
            [
                "10 days: e0 2014-01-01 - 2014-01-11 e1",
                "10 days: e1 2014-01-11 - 2014-01-21 e2",
            ],
            id="of the same length, in order",
        ),
        pytest.param(
            ["2014-03-01", "2014-03-01", "2014-03-11", "2014-03-11"],
            ["10 days: e1 2014-03-01 - 2014-03-11 e2"],
            id="the nearest of several events",
        ),
        pytest.param(
            ["2014-03", "2014-05"],
            ["at least 1 month: e0 2014-03-31 - 2014-05-01 e1"],
            id="months",
        ),
        pytest.param(
            ["2014-03-18", "2014-05"],
            ["at least 1 month: e0 2014-03-18 - 2014-05-01 e1"],
            id="until a month",
        ),
        pytest.param(["2013", "2014"], [], id="neither may be the day before the other"),
        pytest.param(
            ["2014-03-18~", "2014-05-18"],
            ["about 2 months: e0 2014-03-18 - 2014-05-18 e1"],
            id="approximate",
        ),
        pytest.param(
            ["2014-03-18", "2014-05?"],
            ["about 1 month: e0 2014-03-18 - 2014-05-01 e1"],
            id="uncertain",
        ),
        pytest.param(
            ["2014-03-01/2014-06-01", "2014-04-01", "2014-07-01"],
            ["1 month: e0 2014-06-01 - 2014-07-01 e2"],
            id="what lasts covers what lies in it",
        ),
        pytest.param(
            ["2014-03-01/2014-06", "2014-08-01"],
            ["at least 1 month: e0 2014-06-30 - 2014-08-01 e1"],
            id="what lasts until a month",
        ),
        pytest.param(
            ["2014-03-01/..", "2014-04-01", "2015-04-01"],
            [
                "1 year: e1 2014-04-01 - 2015-04-01 e2",
                "1 month: e0 2014-03-01 - 2014-04-01 e1",
            ],
            id="what goes on counts where it began",
        ),
        pytest.param(
            ["2014-03/2020-06", "2016-04-01", "2021-07-01"],
            ["at least 1 year: e0 2020-06-30 - 2021-07-01 e2"],
            id="what lasts for years covers them",
        ),
        pytest.param(
            ["2014-03/", "2016-04-01"],
            ["at least 2 years: e0 2014-03-31 - 2016-04-01 e1"],
            id="what has an unknown end counts where it began",
        ),
        pytest.param(
            ["201X", "2016-04-01", "2021-01-02"],
            ["at least 1 year: e0 2019-12-31 - 2021-01-02 e2"],
            id="what is known to the decade may be in all of it",
        ),
        pytest.param(
            ["../2014-03-18", "/2014-05-18", "2014-01-01", "2014-07-01"],
            ["6 months: e2 2014-01-01 - 2014-07-01 e3"],
            id="what has no known start is left out",
        ),
        pytest.param(
            ["-0043-03-15", "0001-03-15"],
            ["44 years: e0 -0043-03-15 - 0001-03-15 e1"],
            id="before year 1",
        ),
        pytest.param(
            ["2016-02-29", "2020-02-29"],
            ["4 years: e0 2016-02-29 - 2020-02-29 e1"],
            id="leap days",
        ),
        pytest.param(["[2014..]", "2020-05-05"], [], id="what may have been at any later time"),
    ],
)
def test_silences(open_text: OpenText, dates: list[str], expected: list[str]) -> None:
    assert told(open_text(dated(dates)).select()) == expected


def test_so_many_of_the_longest(shipped: Timeline) -> None:
    found = shipped.select()
    assert told(found, 3) == told(found)[:3]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("2011", ["1 month: e1 2011-05-01 - 2011-06-01 e2"], id="in the year alone"),
        pytest.param(
            "since:2011-05-02",
            ["1 year: e2 2011-06-01 - 2012-06-01 e3"],
            id="nothing that began before",
        ),
    ],
)
def test_a_silence_begins_in_the_time_asked_for(
    open_text: OpenText, question: str, expected: list[str]
) -> None:
    dates = ["2001-01-01/..", "2011-05-01", "2011-06-01", "2012-06-01"]
    assert told(open_text(dated(dates)).select(question, today=TODAY)) == expected


EVENTS = st.lists(
    st.tuples(st.integers(735_000, 736_500), st.one_of(st.just(0), st.integers(0, 300))),
    max_size=12,
)


@settings(deadline=None)
@given(EVENTS)
def test_silences_are_what_no_event_covers(spans: list[tuple[int, int]]) -> None:
    covered = {day for first, days in spans for day in range(first, first + days + 1)}
    index = Index.in_memory()
    entries = [
        Entry(
            Event(f"e{number}", EventDate.parse(f"{_text(first)}/{_text(first + days)}"), "A"),
            True,
            Place(1, 1),
            (),
            (),
            (),
        )
        for number, (first, days) in enumerate(spans)
    ]
    fill(index, [("events.yaml", lambda _, __: entries, [])])
    silences = list(longest_gaps(Selection(index, Query(), TODAY), 100))
    silent = {day for one in silences for day in range(one.first.ordinal + 1, one.last.ordinal)}
    assert silent == set(range(min(covered, default=0), max(covered, default=0))) - covered
    assert [one.days for one in silences] == sorted((one.days for one in silences), reverse=True)


def _text(ordinal: int) -> str:
    return str(Day.from_ordinal(ordinal))

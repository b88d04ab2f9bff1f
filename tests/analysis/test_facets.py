"""Events counted by facets: what is told, and what must agree with what a question finds."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.conftest import ROOT, TODAY, OpenText, dated
from timeline import Selection
from timeline.analysis.facets import facet_counts
from timeline.analysis.registers import occurrences
from timeline.dates import CalendarUnit, Lag, LagRange
from timeline.model import Facet

ASKED = timeline.open(ROOT / "tests" / "asked.yaml")
LAG_DATES = [
    "2014",
    "2014-03",
    "2014-03-18",
    "2014-03-19",
    "2014-03-18~",
    "2014-04-30?",
    "2013-12-31",
    "2014-21",
    "2014-03-18/2014-03-20",
    "2014-03-18/..",
    "../2014-03-18",
    "/2014-03-18",
    "2014-03-18/",
    "[2013,2015]",
    "2014-03-18T23:30:00-11:00",
    "Y12000",
]
QUESTIONS = ["", "2014", "2014-03", "since:2012", "tag:war", "actor:union", "..2000", "zzz"]


def ask(question: str, limit: int | None = None) -> Selection:
    return ASKED.select(question, today=TODAY, limit=limit)


def told(selection: Selection, facet: Facet) -> list[tuple[str, int]]:
    return [(one.label, one.events) for one in facet_counts(selection, facet)]


@pytest.mark.parametrize(
    ("dates", "facet", "expected"),
    [
        pytest.param(
            ["2014-03-18", "2012", "2012-05"],
            Facet.YEAR,
            [("2012", 2), ("2013", 0), ("2014", 1)],
            id="an empty year",
        ),
        pytest.param(
            ["Y-1E15", "Y1E15"],
            Facet.DECADE,
            [
                ("1,000,000,000,000,001 BCE", 1),
                ("200,000,000,000,000 decades in which nothing began", 0),
                ("1,000,000,000,000,000 CE", 1),
            ],
            id="the first and the last year",
        ),
        pytest.param(
            ["2014-03-18", "2014", "2014-33", "2014-21", "2013-12-31"],
            Facet.MONTH,
            [
                ("December 2013", 1),
                ("2014", 2),
                ("first quarter of 2014", 1),
                ("January 2014", 0),
                ("February 2014", 0),
                ("March 2014", 1),
            ],
            id="a year, a quarter and a season are no months",
        ),
        pytest.param(
            ["2014-02", "2014-33", "2014-21", "2014-37", "2014-11-05"],
            Facet.QUARTER,
            [
                ("2014", 2),
                ("first quarter of 2014", 2),
                ("second quarter of 2014", 0),
                ("third quarter of 2014", 0),
                ("fourth quarter of 2014", 1),
            ],
            id="a season is no quarter",
        ),
        pytest.param(
            ["-0043-03-15", "2014"],
            Facet.YEAR,
            [("44 BCE", 1), ("2,056 years in which nothing began", 0), ("2014", 1)],
            id="a long silence is told as one",
        ),
        pytest.param(
            ["2001", "2007"],
            Facet.YEAR,
            [("2001", 1), *((str(year), 0) for year in range(2002, 2007)), ("2007", 1)],
            id="a silence of five years is shown",
        ),
        pytest.param(
            ["-0015", "-0003", "0005", "0031"],
            Facet.DECADE,
            [
                ("20 BCE to 11 BCE", 1),
                ("10 BCE to 2 BCE", 1),
                ("1 BCE to 9 CE", 1),
                ("10 CE to 19 CE", 0),
                ("20 CE to 29 CE", 0),
                ("30 CE to 39 CE", 1),
            ],
            id="decades around year 1",
        ),
        pytest.param(
            ["201X", "2005", "2022", "../1990", "2014/.."],
            Facet.YEAR,
            [
                ("Open start", 1),
                ("2005", 1),
                ("2006", 0),
                ("2007", 0),
                ("2008", 0),
                ("2009", 0),
                ("2010s", 1),
                ("2010", 0),
                ("2011", 0),
                ("2012", 0),
                ("2013", 0),
                ("2014", 1),
                ("7 years in which nothing is known to have begun", 0),
                ("2022", 1),
            ],
            id="a decade stands before its years",
        ),
        pytest.param(
            ["2014-03", "2016", "2018"],
            Facet.MONTH,
            [
                ("March 2014", 1),
                ("21 months in which nothing is known to have begun", 0),
                ("2016", 1),
                ("24 months in which nothing is known to have begun", 0),
                ("2018", 1),
            ],
            id="a year stands after the months that it is sure to follow",
        ),
        pytest.param(
            ["Y-1E15", "2014"],
            Facet.MONTH,
            [("1,000,000,000,000,001 BCE", 1), ("2014", 1)],
            id="no month is known",
        ),
        pytest.param(
            ["Y-12000", "Y12000"],
            Facet.YEAR,
            [("12,001 BCE", 1), ("23,999 years in which nothing began", 0), ("12,000 CE", 1)],
            id="far years",
        ),
        pytest.param(
            ["2026-11-23", "2026-11-22/..", "-0043-03-15", "2026-11", "2026-11-23~", "2026-11-23?"],
            Facet.WEEKDAY,
            [
                ("Monday", 2),
                ("Tuesday", 0),
                ("Wednesday", 0),
                ("Thursday", 0),
                ("Friday", 1),
                ("Saturday", 0),
                ("Sunday", 1),
                ("No single day", 2),
            ],
            id="weekdays, of what is known to the day",
        ),
    ],
)
def test_counts_in_time(
    open_text: OpenText, dates: list[str], facet: Facet, expected: list[tuple[str, int]]
) -> None:
    assert told(open_text(dated(dates)).select(), facet) == expected


@pytest.mark.parametrize("facet", [Facet.YEAR, Facet.MONTH, Facet.QUARTER, Facet.DECADE])
@pytest.mark.parametrize("question", QUESTIONS)
def test_counts_in_time_are_those_of_the_headings(question: str, facet: Facet) -> None:
    headings = [(group.label, len(list(group.events))) for group in ask(question).groups(facet)]
    assert [(label, count) for label, count in told(ask(question), facet) if count] == headings


def test_what_continues_counts_first_by_weekday_as_well() -> None:
    assert told(ask("2014-03"), Facet.WEEKDAY)[:1] == [("Continuing", 5)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_counts_by_name_are_those_of_the_registers(question: str) -> None:
    for facet in (Facet.ACTOR, Facet.TAG):
        listed = occurrences(ask(question), facet)
        found = [(one.value, one.events) for one in facet_counts(ask(question), facet)]
        without = sum(not getattr(event, f"{facet}s") for event in ask(question))
        assert found == [
            *((one.id, one.count) for one in listed),
            *[(None, without)] * bool(without),
        ]


@pytest.mark.parametrize("question", QUESTIONS)
def test_counts_of_places_and_publishers(question: str) -> None:
    places = Counter(
        place for event in ask(question) for place in set(event.places) or {"no place"}
    )
    publishers = Counter(
        name
        for event in ask(question)
        for name in {one.publisher for one in event.sources} - {""} or {"no publisher"}
    )
    assert dict(told(ask(question), Facet.PLACE)) == places
    assert dict(told(ask(question), Facet.PUBLISHER)) == publishers


def test_a_limit_counts_the_first() -> None:
    assert told(ask("tag:war", limit=1), Facet.YEAR) == [("2012", 1)]


@pytest.mark.parametrize("facet", [Facet.YEAR, Facet.MONTH, Facet.QUARTER, Facet.DECADE])
def test_units_follow_one_another(facet: Facet) -> None:
    assert facet.unit is not None
    for number in range(-40, 40):
        one = CalendarUnit.numbered(number, facet.unit)
        assert one.number == number
        assert one.days[1] + 1 == CalendarUnit.numbered(number + 1, facet.unit).days[0]


SOURCES = """
- {id: same, date: 2014-03-18, title: x, tags: a, sources: [{date: 2015}, {date: 2014-03-18}]}
- {id: soon, date: 2014-03-18, title: x, tags: a, sources: {date: 2014-03-20, title: s}}
- {id: soon-too, date: 2014-03-18/.., title: x, tags: b, sources: {date: 2014-03-25, title: s}}
- {id: late, date: 2014-03, title: x, tags: b, sources: {date: 2018, title: s}}
- {id: vague, date: 2014-03, title: x, sources: {date: 2014-04, title: s}}
- {id: no-bound, date: ../2014-03, title: x, sources: {date: 2014-04, title: s}}
- {id: approximate, date: 2014-03-18~, title: x, sources: {date: 2014-03-18, title: s}}
- {id: open, date: 2014-03-18, title: x, sources: {date: 2014-03-18/.., title: s}}
- {id: none, date: 2014-03-18, title: x, tags: b, sources: {title: s}}
"""


def test_lags_are_counted_from_short_to_long(open_text: OpenText) -> None:
    selection = open_text(SOURCES).select()
    assert told(selection, Facet.LAG) == [
        ("Before the event", 0),
        ("Same day", 1),
        ("1 to 7 days", 2),
        ("8 to 30 days", 0),
        ("31 to 365 days", 0),
        ("Over 365 days", 1),
        ("Dates not exact", 4),
        ("No dated source", 1),
    ]


def test_lags_that_are_not_known_are_told_only_if_there_are_any(open_text: OpenText) -> None:
    chronology = open_text(SOURCES)
    assert [label for label, _ in told(chronology.select("tag:a"), Facet.LAG)][-2:] == [
        "31 to 365 days",
        "Over 365 days",
    ]
    assert told(chronology.select("nothing"), Facet.LAG) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(LAG_DATES), st.lists(st.sampled_from(LAG_DATES), max_size=2)),
        min_size=1,
        max_size=9,
    )
)
def test_each_event_is_counted_by_its_lag(
    tmp_path_factory: pytest.TempPathFactory, events: list[tuple[str, list[str]]]
) -> None:
    path = tmp_path_factory.mktemp("lags") / "events.yaml"
    texts = [
        f'- {{date: "{date}", title: x, sources: [' + sources_of(sources) + "]}\n"
        for date, sources in events
    ]
    path.write_text("".join(texts))
    selection = timeline.open(path).select()
    expected: Counter[LagRange] = Counter()
    for event in selection:
        lag = Lag.between(event.date, event.source_dates())
        if event.source_dates():
            expected[LagRange.NOT_EXACT if lag is None else lag.range] += 1
        else:
            expected[LagRange.UNDATED] += 1
    counts = {one.value: one.events for one in facet_counts(selection, Facet.LAG) if one.events}
    assert counts == expected


def sources_of(dates: list[str]) -> str:
    return ", ".join(f'{{title: s, date: "{date}"}}' for date in dates)

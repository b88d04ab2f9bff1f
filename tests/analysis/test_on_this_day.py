import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import TODAY, OpenText, dated, refused
from timeline import Timeline, TimelineError
from timeline.analysis.on_this_day import DayOfYear, anniversaries, find_day, first_day
from timeline.dates import Day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("03-18", "18 March", id="digits"),
        pytest.param("--03-18", "18 March", id="digits as ISO writes them"),
        pytest.param("18 March", "18 March", id="name"),
        pytest.param("18-march", "18 March", id="dash"),
        pytest.param("18march", "18 March", id="no space"),
        pytest.param("march 18", "18 March", id="month first"),
        pytest.param("MAR. 18th", "18 March", id="short, ordinal"),
        pytest.param("18th of march", "18 March", id="of"),
        pytest.param("sept 5", "5 September", id="four letters"),
        pytest.param("2014-03-18", "18 March", id="date"),
        pytest.param("-0043-03-15", "15 March", id="date before year 1"),
        pytest.param("18 March 2014", "18 March", id="typed date"),
        pytest.param("today", "23 November", id="today"),
        pytest.param("yesterday", "22 November", id="yesterday"),
        pytest.param("@crimea-annex", "18 March", id="day of an event"),
        pytest.param("02-29", "29 February", id="leap day"),
        pytest.param("29 feb", "29 February", id="leap day by name"),
    ],
)
def test_a_day_of_the_year(shipped: Timeline, text: str, expected: str) -> None:
    assert str(find_day(shipped.index, text, TODAY)) == expected


FORMS = "\nwrite 03-18, '18 March', 2014-03-18 or today"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "02-30", f"'02-30' does not exist: February has at most 29 days{FORMS}", id="February"
        ),
        pytest.param(
            "31 April", f"'31 April' does not exist: April has 30 days{FORMS}", id="April"
        ),
        pytest.param("03-00", f"'03-00' does not exist: March has 31 days{FORMS}", id="day 0"),
        pytest.param(
            "18-03",
            "'18-03' does not exist: a year has 12 months, and the month comes first" + FORMS,
            id="day first",
        ),
        pytest.param(
            "2014-02-30",
            "date '2014-02-30' does not exist: February 2014 has 28 days",
            id="day of a year",
        ),
        pytest.param("2014-03", f"'2014-03' is not a single day{FORMS}", id="month"),
        pytest.param("last 6 months", f"'last 6 months' is not a single day{FORMS}", id="months"),
        pytest.param("2022..", f"'2022..' is not a single day{FORMS}", id="open"),
        pytest.param("18", f"'18' is not a day{FORMS}", id="number"),
        pytest.param("the 18th of march", f"'the 18th of march' is not a day{FORMS}", id="article"),
        pytest.param("actor:nato", f"'actor:nato' is not a day{FORMS}", id="term"),
        pytest.param(
            "@nonsense",
            "no event has the id 'nonsense'\n'timeline list --oneline' lists the ids",
            id="no event",
        ),
    ],
)
def test_what_is_no_day(shipped: Timeline, text: str, message: str) -> None:
    with refused(TimelineError, message):
        find_day(shipped.index, text, TODAY)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("18", ["march", "nato"], ("18 march", ["nato"]), id="day and month"),
        pytest.param("march", ["18", "nato"], ("march 18", ["nato"]), id="month and day"),
        pytest.param("03-18", ["march", "18"], ("03-18", ["march", "18"]), id="day alone"),
        pytest.param("today", ["may", "18"], ("today", ["may", "18"]), id="today"),
        pytest.param("18", [], ("18", []), id="nothing follows"),
    ],
)
def test_a_day_may_be_two_words(
    text: str, words: list[str], expected: tuple[str, list[str]]
) -> None:
    assert first_day(text, words) == expected


DATES = """
- {id: bce, date: "-0043-03-18", title: A}
- {id: far, date: "2014-03-18/Y12000", title: A}
- {id: day, date: 2014-03-18, title: A}
- {id: time, date: "2014-03-18T14:30", title: A}
- {id: hours, date: "2014-03-18T10:00/2014-03-18T18:00", title: A}
- {id: began, date: 2015-03-18/2015-04, title: A}
- {id: ended, date: 2015-03/2016-03-18, title: A}
- {id: both, date: 2017-03-18/2018-03-18, title: A}
- {id: goes-on, date: 2019-03-18/.., title: A}
- {id: end-unknown, date: 2020-03-18/, title: A}
- {id: open-start, date: ../2021-03-18, title: A}
- {id: uncertain, date: 2022-03-18?, title: A}
- {id: approximate, date: 2022-03-18~, title: A}
- {id: month, date: 2022-03, title: A}
- {id: of-days, date: "[2022-03-18, 2022-03-20]", title: A}
- {id: all-days, date: "{2023-03-18, 2023-03-20}", title: A}
- {id: year-unknown, date: 202X-03-18, title: A}
- {id: day-before, date: 2024-03-17, title: A}
- {id: day-after, date: 2024-03-19, title: A}
- {id: ended-first, date: 2016-01-01/2016-03-18, title: A}
"""


def told(timeline: Timeline, day: DayOfYear, question: str = "") -> list[str]:
    hits = anniversaries(timeline.select(question, today=TODAY), day)
    return [f"{hit.year} {hit.event.id} {hit.what} {hit.date}" for hit in hits]


def test_what_happened_on_a_day(open_text: OpenText) -> None:
    assert told(open_text(DATES), DayOfYear(3, 18)) == [
        "-43 bce  -0043-03-18",
        "2014 day  2014-03-18",
        "2014 hours  2014-03-18T10:00/2014-03-18T18:00",
        "2014 time  2014-03-18T14:30",
        "2014 far began 2014-03-18",
        "2015 began began 2015-03-18",
        "2016 ended ended 2016-03-18",
        "2016 ended-first ended 2016-03-18",
        "2017 both began 2017-03-18",
        "2018 both ended 2018-03-18",
        "2019 goes-on began 2019-03-18",
        "2020 end-unknown began 2020-03-18",
        "2021 open-start ended 2021-03-18",
        "2022 uncertain  2022-03-18?",
        "2023 all-days  {2023-03-18, 2023-03-20}",
    ]


def test_what_a_question_finds_of_a_day(open_text: OpenText) -> None:
    assert told(open_text(DATES), DayOfYear(3, 18), "2019..2020 -id:goes-on") == [
        "2020 end-unknown began 2020-03-18"
    ]


def test_a_leap_day_is_of_leap_years_alone(open_text: OpenText) -> None:
    days = ["-0004-02-29", "1900-02-28", "1900-03-01", "2000-02-29", "2023-03-01", "2024-02-29"]
    opened = open_text(dated(days))
    assert [hit.year for hit in anniversaries(opened.select(), DayOfYear(2, 29))] == [
        -4,
        2000,
        2024,
    ]
    assert [hit.year for hit in anniversaries(opened.select(), DayOfYear(3, 1))] == [1900, 2023]


@settings(deadline=None, max_examples=30)
@given(st.sets(st.integers(-800_000, 3_000_000), min_size=1, max_size=40), st.data())
def test_every_day_is_found_on_its_day(
    tmp_path_factory: pytest.TempPathFactory, ordinals: set[int], data: st.DataObject
) -> None:
    import timeline

    days = [Day.from_ordinal(one) for one in sorted(ordinals)]
    path = tmp_path_factory.mktemp("days") / "events.yaml"
    path.write_text(dated(days))
    asked = data.draw(st.sampled_from(days))
    found = anniversaries(timeline.open(path).select(), DayOfYear(asked.month, asked.day))
    assert [hit.year for hit in found] == [day.year for day in days if day[1:] == asked[1:]]

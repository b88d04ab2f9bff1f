import pytest

import timeline
from tests.conftest import ROOT, TODAY, OpenText, dated
from timeline import Selection, Timeline
from timeline.dates.event_date import EventDate
from timeline.dates.units import Unit, unit_of_start
from timeline.model import Facet


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2014-03-18", Unit.DAY, id="day"),
        pytest.param("2014-03-18?", Unit.DAY, id="uncertain day"),
        pytest.param("2014-03-18~", Unit.MONTH, id="approximate day"),
        pytest.param("2014-03-18/..", Unit.DAY, id="goes on from a day"),
        pytest.param("2014-03-18T14:30", Unit.DAY, id="moment"),
        pytest.param("2014-03", Unit.MONTH, id="month"),
        pytest.param("2014-03-XX", Unit.MONTH, id="month with days unknown"),
        pytest.param("2014-03/2016", Unit.MONTH, id="interval from a month"),
        pytest.param("2014-03/..", Unit.MONTH, id="goes on from a month"),
        pytest.param("2014-XX-18", Unit.YEAR, id="month unknown"),
        pytest.param("2014", Unit.YEAR, id="year"),
        pytest.param("2014/2016", Unit.YEAR, id="interval from a year"),
        pytest.param("2014-33", Unit.QUARTER, id="quarter"),
        pytest.param("[2014-01..2014-03]", Unit.QUARTER, id="one of the months of a quarter"),
        pytest.param("2014-37", Unit.YEAR, id="four months"),
        pytest.param("2014-21", Unit.YEAR, id="season"),
        pytest.param("2013-24", Unit.YEAR, id="winter"),
        pytest.param("2019-24", Unit.YEAR, id="winter over two decades"),
        pytest.param("2014-30", Unit.YEAR, id="southern summer"),
        pytest.param("Y12000", Unit.YEAR, id="far year"),
        pytest.param("{2013-24,2020}", Unit.YEAR, id="winter and a year"),
        pytest.param("201X", Unit.DECADE, id="decade"),
        pytest.param("[2013..2015]", Unit.DECADE, id="one of some years"),
        pytest.param("[2014-21,2016]", Unit.DECADE, id="a season or another year"),
        pytest.param("[2013-12,2014-01]", Unit.DECADE, id="one of two months"),
        pytest.param("{2013,2015}", Unit.YEAR, id="each of two years"),
        pytest.param("-004X", Unit.DECADE, id="decade before year 1"),
        pytest.param("Y120005S5", Unit.DECADE, id="far decade"),
        pytest.param("20XX", Unit.CENTURY, id="century"),
        pytest.param("[2009,2010]", Unit.CENTURY, id="one of two decades"),
        pytest.param("2XXX", Unit.WIDE, id="millennium"),
        pytest.param("[1999,2000]", Unit.WIDE, id="one of two centuries"),
        pytest.param("../2014", Unit.WIDE, id="open start"),
        pytest.param("/2014", Unit.WIDE, id="unknown start"),
    ],
)
def test_how_closely_a_start_is_known(text: str, expected: Unit) -> None:
    assert unit_of_start(EventDate.parse(text)) == expected


@pytest.fixture(scope="module")
def asked() -> Timeline:
    return timeline.open(ROOT / "tests" / "asked.yaml")


def groups(selection: Selection, grouping: Facet) -> list[tuple[str, list[str]]]:
    """Return the headings and the ids under them, having checked the counts."""
    found = []
    for group in selection.groups(grouping):
        ids = [event.id for event in group.events]
        assert group.count == len(ids)
        found.append((group.label, ids))
    return found


SAME_DAY = ["same-day", "same-day-later", "moscow-time", "morning"]
OPEN = ("Open start", ["until-2014", "unknown-start"])
CONTINUING = ("Continuing", ["until-2014", "from-2012", "each-of", "unknown-end", "closed"])
ENDED = ("Open start", ["unknown-start"])
CENTURY_GROUP = ("2000s (century)", ["of-century"])
DECADE_GROUP = ("2010s", ["of-decade", "one-of"])

BY_YEAR = [
    OPEN,
    ("12,001 BCE", ["far-back"]),
    ("50 BCE to 41 BCE", ["bce-decade"]),
    ("44 BCE", ["bce", "bce-month"]),
    ("1580", ["about"]),
    CENTURY_GROUP,
    DECADE_GROUP,
    ("2012", ["from-2012"]),
    ("2013", ["each-of", "winter", "unknown-end"]),
    ("2014", ["of-year", "closed", "of-month", "spring", *SAME_DAY]),
    ("12,000 CE", ["far"]),
]
BY_MONTH = [
    OPEN,
    ("12,001 BCE", ["far-back"]),
    ("50 BCE to 41 BCE", ["bce-decade"]),
    ("March 44 BCE", ["bce"]),
    ("April 44 BCE", ["bce-month"]),
    ("1580", ["about"]),
    CENTURY_GROUP,
    DECADE_GROUP,
    ("May 2012", ["from-2012"]),
    ("2013", ["each-of", "winter"]),
    ("December 2013", ["unknown-end"]),
    ("2014", ["of-year", "spring"]),
    ("February 2014", ["closed"]),
    ("March 2014", ["of-month", *SAME_DAY]),
    ("12,000 CE", ["far"]),
]
OF_2010S = ["from-2012", "one-of", "each-of", "winter", "unknown-end", "of-year", "closed"]
BY_DECADE = [
    OPEN,
    ("12,010 BCE to 12,001 BCE", ["far-back"]),
    ("50 BCE to 41 BCE", ["bce-decade", "bce", "bce-month"]),
    ("1580s", ["about"]),
    CENTURY_GROUP,
    ("2010s", ["of-decade", *OF_2010S, "of-month", "spring", *SAME_DAY]),
    ("12,000 CE to 12,009 CE", ["far"]),
]
BY_TAG = [
    ("war", ["of-month", "morning"]),
    ("arms-control", ["of-month"]),
    ("No tag", ["of-year", "closed", "spring", *SAME_DAY[:3]]),
]
BY_ACTOR = [
    ("Foreign Ministry of the Union", ["of-year", "of-month", "same-day"]),
    ("The Union", ["of-year", "of-month", "same-day"]),
    ("Embassy in Paris", ["of-month"]),
    ("First of the ring", ["spring"]),
    ("Second of the ring", ["spring"]),
    ("Sergei Lavrov", ["same-day"]),
    ("United States", ["morning"]),
    ("No actor", ["closed", "same-day-later", "moscow-time"]),
]
MARCH = [
    CONTINUING,
    ENDED,
    CENTURY_GROUP,
    DECADE_GROUP,
    ("2014", ["of-year", "of-month", "spring", *SAME_DAY]),
]


@pytest.mark.parametrize(
    ("question", "grouping", "expected"),
    [
        pytest.param("", Facet.YEAR, BY_YEAR, id="by year"),
        pytest.param("", Facet.MONTH, BY_MONTH, id="by month"),
        pytest.param("", Facet.DECADE, BY_DECADE, id="by decade"),
        pytest.param("2014 is:certain", Facet.TAG, BY_TAG, id="by tag"),
        pytest.param("2014 is:certain", Facet.ACTOR, BY_ACTOR, id="by actor"),
        pytest.param("murder", None, [("", ["bce", "bce-month"])], id="by nothing"),
        pytest.param("zzz", Facet.YEAR, [], id="nothing by year"),
        pytest.param("zzz", Facet.ACTOR, [], id="nothing by actor"),
        pytest.param("2014-03", Facet.YEAR, MARCH, id="continuing, by year"),
        pytest.param(
            "2014-03",
            Facet.MONTH,
            [
                *MARCH[:-1],
                ("2014", ["of-year", "spring"]),
                ("March 2014", ["of-month", *SAME_DAY]),
            ],
            id="continuing, by month",
        ),
        pytest.param("since:2014-03 until:2014-03", Facet.YEAR, MARCH, id="since and until"),
        pytest.param(
            "2014-03 is:certain",
            Facet.YEAR,
            [("2014", ["of-month", *SAME_DAY])],
            id="certain, so that nothing continues",
        ),
        pytest.param(
            "until:2012",
            Facet.YEAR,
            [*BY_YEAR[:6], ("2010s", ["of-decade"]), ("2012", ["from-2012"])],
            id="no beginning, so that nothing continues",
        ),
        pytest.param(
            "2014-03,murder tag:war,control",
            Facet.YEAR,
            [
                ("2010s", ["one-of"]),
                ("2012", ["from-2012"]),
                ("2014", ["of-month", "morning"]),
            ],
            id="no period alone, so that nothing continues",
        ),
        pytest.param(
            "-..2013 tag:war", Facet.YEAR, [("2014", ["of-month", "morning"])], id="excluded"
        ),
    ],
)
def test_events_stand_under_headings(
    asked: Timeline, question: str, grouping: Facet, expected: list[tuple[str, list[str]]]
) -> None:
    assert groups(asked.select(question, today=TODAY), grouping) == expected


@pytest.mark.parametrize(
    ("question", "grouping", "expected"),
    [
        pytest.param("", Facet.YEAR, BY_YEAR, id="year"),
        pytest.param("", Facet.MONTH, BY_MONTH, id="month"),
        pytest.param("", Facet.DECADE, BY_DECADE, id="decade"),
        pytest.param("2014-03", Facet.YEAR, MARCH, id="continuing"),
    ],
)
def test_reversed_headings_are_the_same_from_the_end(
    asked: Timeline, question: str, grouping: Facet, expected: list[tuple[str, list[str]]]
) -> None:
    selection = asked.select(question, reverse=True, today=TODAY)
    assert groups(selection, grouping) == [(label, ids[::-1]) for label, ids in expected[::-1]]


@pytest.mark.parametrize(
    ("question", "limit", "reverse", "expected"),
    [
        pytest.param("", 4, False, [OPEN, BY_YEAR[1], BY_YEAR[2]], id="first four"),
        pytest.param(
            "",
            3,
            True,
            [("12,000 CE", ["far"]), ("2014", ["morning", "moscow-time"])],
            id="last three",
        ),
        pytest.param(
            "2014-03",
            5,
            False,
            [("Continuing", ["until-2014", "from-2012"]), *MARCH[1:3], ("2010s", ["of-decade"])],
            id="with what continues",
        ),
        pytest.param("", 0, False, [], id="none"),
    ],
)
def test_a_limit_keeps_the_first_under_their_headings(
    asked: Timeline,
    question: str,
    limit: int,
    reverse: bool,
    expected: list[tuple[str, list[str]]],
) -> None:
    selection = asked.select(question, limit=limit, reverse=reverse, today=TODAY)
    assert groups(selection, Facet.YEAR) == expected


@pytest.mark.parametrize(
    ("dates", "grouping", "labels"),
    [
        pytest.param(
            ["2010", "201X", "[2011,2013]", "2009"],
            Facet.YEAR,
            ["2009", "2010s", "2010"],
            id="decade before its years",
        ),
        pytest.param(
            ["2014-01", "2014", "2014-06/2014-07", "2014-XX-05", "2013-12"],
            Facet.MONTH,
            ["December 2013", "2014", "January 2014", "June 2014"],
            id="year before its months",
        ),
        pytest.param(
            ["20XX", "2000", "1999", "[2005,2015]"],
            Facet.DECADE,
            ["1990s", "2000s (century)", "2000s (decade)"],
            id="century before its decades",
        ),
        pytest.param(
            ["-0001", "0000", "0001", "-0010", "-0009", "0009", "0010"],
            Facet.DECADE,
            ["20 BCE to 11 BCE", "10 BCE to 2 BCE", "1 BCE to 9 CE", "10 CE to 19 CE"],
            id="decades around year 1",
        ),
        pytest.param(
            ["-0049", "-0040", "[-0045..-0043]", "-004X", "-0050"],
            Facet.YEAR,
            ["51 BCE", "50 BCE to 41 BCE", "50 BCE", "41 BCE"],
            id="years of a decade before year 1",
        ),
        pytest.param(
            ["[1999,2000]", "1999", "2XXX"],
            Facet.YEAR,
            ["1999 or later", "1999", "2000 or later"],
            id="wider than a century",
        ),
        pytest.param(
            ["Y120005S5", "Y120003", "Y1E15", "Y-1E15"],
            Facet.YEAR,
            [
                "1,000,000,000,000,001 BCE",
                "120,000 CE to 120,009 CE",
                "120,003 CE",
                "1,000,000,000,000,000 CE",
            ],
            id="far years",
        ),
    ],
)
def test_headings_follow_in_time(
    open_text: OpenText, dates: list[str], grouping: Facet, labels: list[str]
) -> None:
    found = open_text(dated(dates)).select()
    assert [label for label, _ in groups(found, grouping)] == labels

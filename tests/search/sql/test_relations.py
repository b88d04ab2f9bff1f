"""`during:`, `near:` and `between:`, against every day on which events can begin and end."""

from datetime import date
from itertools import product

import pytest

import timeline
from tests.conftest import OpenText, refused
from timeline import QuestionError, Timeline
from timeline.dates import Day

TODAY = date(2026, 11, 23)

# The first and last days on which each can begin, and those on which it can end.
DATES = {
    "day": ("2014-03-05", (5, 5), (5, 5)),
    "later": ("2014-03-20", (20, 20), (20, 20)),
    "month": ("2014-03", (1, 31), (1, 31)),
    "span": ("2014-03-05/2014-03-10", (5, 5), (10, 10)),
    "long": ("2014-03-02/2014-03-28", (2, 2), (28, 28)),
    "to-month": ("2014-03-08/2014-03", (8, 31), (8, 31)),
    "from-month": ("2014-03/2014-04-02", (1, 31), (33, 33)),
    "one-of": ("[2014-03-03,2014-03-09]", (3, 9), (3, 9)),
    "each-of": ("{2014-03-03,2014-03-09}", (3, 3), (9, 9)),
}
KNOWN_BEGIN = {"to-month": (8, 8)}


def days(name: str) -> list[tuple[int, int]]:
    """Return every pair of days on which an event can begin and end, as days of March 2014."""
    _, begin, end = DATES[name]
    begin = KNOWN_BEGIN.get(name, begin)
    pairs = product(range(begin[0], begin[1] + 1), range(end[0], end[1] + 1))
    return [(first, last) for first, last in pairs if first <= last]


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    path = tmp_path_factory.mktemp("relations") / "events.yaml"
    path.write_text(
        "".join(f'- {{id: {name}, date: "{one[0]}", title: E}}\n' for name, one in DATES.items())
    )
    return timeline.open(path)


def found(chronology: Timeline, question: str) -> set[str]:
    return {event.id for event in chronology.select(question, today=TODAY)}


@pytest.mark.parametrize("certain", [False, True], ids=["may", "certain"])
@pytest.mark.parametrize("named", DATES)
def test_during_an_event(march: Timeline, named: str, certain: bool) -> None:
    quantified = all if certain else any
    expected = {
        name
        for name in DATES
        if quantified(
            begun <= first and last <= over
            for (begun, over), (first, last) in product(days(named), days(name))
        )
    }
    assert found(march, f"during:@{named}" + " is:certain" * certain) == expected


@pytest.mark.parametrize("certain", [False, True], ids=["may", "certain"])
@pytest.mark.parametrize("named", DATES)
def test_near_an_event(march: Timeline, named: str, certain: bool) -> None:
    """An event may be near if a day of it is, and certainly is if all of its days are."""
    expected = set()
    for name in DATES:
        pairs = list(product(days(named), days(name)))
        if certain:
            near = all(
                begun - 4 <= first and last <= over + 4 for (begun, over), (first, last) in pairs
            )
        else:
            near = any(
                first <= over + 4 and begun - 4 <= last for (begun, over), (first, last) in pairs
            )
        if near:
            expected.add(name)
    assert found(march, f"near:@{named}~4d" + " is:certain" * certain) == expected


@pytest.mark.parametrize("certain", [False, True], ids=["may", "certain"])
@pytest.mark.parametrize(
    ("one", "other"), [*product(("day", "month", "span", "each-of"), ("later", "from-month"))]
)
def test_between_two_events(march: Timeline, one: str, other: str, certain: bool) -> None:
    """From the end of one to the start of the other, both days included."""
    _, _, (over, over_by) = DATES[one]
    _, (begins, begun_by), _ = DATES[other]
    expected = set()
    for name in DATES:
        if certain:
            lies = all(over_by <= first and last <= begins for first, last in days(name))
        else:
            lies = any(first <= begun_by and over <= last for first, last in days(name))
        if lies:
            expected.add(name)
    asked = f"between:@{one}..@{other}" + " is:certain" * certain
    assert found(march, asked) == expected


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        pytest.param("during:2014-03", {*DATES} - {"from-month"}, id="during a month"),
        pytest.param("during:2014..2015", {*DATES}, id="during years"),
        pytest.param("during:@day+15d", {"later", "month"}, id="during a moved event"),
        pytest.param("near:2014-04-01~1d", {"month", "to-month", "from-month"}, id="near a day"),
        pytest.param("near:2014~/~2016", {*DATES}, id="near what is about 2014 to about 2016"),
        pytest.param("near:@later", {*DATES}, id="near, within 30 days"),
        pytest.param("near:@later~1w -near:@later~6d", set(), id="near in weeks"),
        pytest.param("between:2014-03-21..2014-04", {"month", "long", "to-month", "from-month"},
                     id="between periods"),
        pytest.param("between:@later..2014-03-21", {"later", "month", "long", "to-month",
                                                    "from-month"}, id="between both kinds"),
    ],
)  # fmt: skip
def test_periods_and_distances(march: Timeline, question: str, ids: set[str]) -> None:
    assert found(march, question) == ids


WRONG = [
    pytest.param(
        "between:2014",
        """\
'2014' does not name two events or periods
    between:2014
            ~~~^
write 'between:@EVENT..@EVENT' or 'between:2014..@EVENT'""",
        id="between one",
    ),
    pytest.param(
        "between:@later..@day",
        """\
'@later' is after '@day'
    between:@later..@day
            ~~~~~~~~~~~^
write 'between:@day..@later'""",
        id="between, the wrong way round",
    ),
    pytest.param(
        "between:2014-2016",
        """\
'2014-2016' does not name two events or periods
    between:2014-2016
            ~~~~~~~~^
write 'between:2014..2016'""",
        id="between, with a hyphen",
    ),
    pytest.param(
        'between:"@day and march 2015"',
        """\
'@day and march 2015' does not name two events or periods
    between:"@day and march 2015"
            ~~~~~~~~~~~~~~~~~~~~^
write 'between:"@day..march 2015"'""",
        id="between, with and",
    ),
    pytest.param(
        "between:@from-month-@to-month",
        """\
'@from-month-@to-month' does not name two events or periods
    between:@from-month-@to-month
            ~~~~~~~~~~~~~~~~~~~~^
write 'between:@from-month..@to-month'""",
        id="between ids with hyphens",
    ),
    pytest.param(
        "near:@day~2",
        """\
the distance '~2' has no unit
    near:@day~2
         ~~~~~^
write '~2d', '~2w', '~2m' or '~2y'""",
        id="a distance without a unit",
    ),
    pytest.param(
        "near:2014-03~12",
        """\
the distance '~12' has no unit
    near:2014-03~12
         ~~~~~~~~~^
write '~12d', '~12w', '~12m' or '~12y'""",
        id="a distance from a period, without a unit",
    ),
    pytest.param(
        "near:@day~2mo",
        """\
the distance '~2mo' is not a length of time
    near:@day~2mo
         ~~~~~~~^
write '~2d', '~2w', '~2m' or '~2y'""",
        id="a distance with another unit",
    ),
    pytest.param(
        "until:@day+6",
        """\
no event has the id 'day+6', and the length of time '+6' has no unit
    until:@day+6
          ~~~~~^
write '+6d', '+6w', '+6m' or '+6y'""",
        id="a moved event, without a unit",
    ),
    pytest.param(
        "until:@dayy-6",
        """\
no event has the id 'dayy-6'
    until:@dayy-6
          ~~~~~~^
'timeline list --oneline' lists the ids""",
        id="no such event",
    ),
    pytest.param(
        "during:from-month",
        """\
'from-month' is not a period
    during:from-month
           ~~~~~~~~~^
did you mean 'during:@from-month'?""",
        id="an id without its sign",
    ),
    pytest.param(
        "near:later~2w",
        """\
'later' is not a period
    near:later~2w
         ~~~~~~~^
did you mean 'near:@later~2w'?""",
        id="an id without its sign, and a distance",
    ),
    pytest.param(
        "since:day-3m",
        """\
'day-3m' is not a period
    since:day-3m
          ~~~~~^
did you mean 'since:@day-3m'?""",
        id="an id without its sign, moved",
    ),
    pytest.param(
        "between:day..to-month",
        """\
'day' is not a period
    between:day..to-month
            ~~~~~~~~~~~~^
did you mean 'between:@day..@to-month'?""",
        id="two ids without their signs",
    ),
    pytest.param(
        "between:2013..day",
        """\
'day' is not a period
    between:2013..day
            ~~~~~~~~^
did you mean 'between:2013..@day'?""",
        id="one id without its sign",
    ),
    pytest.param(
        "(2014 or during:@nothing)",
        """\
no event has the id 'nothing'
    (2014 or during:@nothing)
                    ~~~~~~~^
'timeline list --oneline' lists the ids""",
        id="during what does not exist",
    ),
]


@pytest.mark.parametrize(("question", "message"), WRONG)
def test_a_wrong_relation_shows_its_place(march: Timeline, question: str, message: str) -> None:
    with refused(QuestionError, message):
        march.select(question, today=TODAY)


OPEN = """\
- {id: goes-on, date: 2012/.., title: E}
- {id: lost-end, date: 2012/, title: E}
- {id: lost-start, date: /2012, title: E}
- {id: since-ever, date: ../2012, title: E}
- {id: within, date: 2013, title: E}
"""


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        pytest.param("during:@goes-on", {"goes-on", "lost-end", "lost-start", "within"},
                     id="ongoing"),
        pytest.param("during:@goes-on is:certain", {"within"}, id="ongoing, certain"),
        pytest.param("during:@since-ever", {"lost-end", "lost-start", "since-ever"},
                     id="open start"),
        pytest.param("during:@lost-start is:certain", set(), id="unknown start, certain"),
        pytest.param("during:2013", {"within"}, id="a year"),
        pytest.param("during:2012", {"lost-end", "lost-start"}, id="a year with unknown sides"),
        pytest.param("between:@lost-end..2013", {"goes-on", "lost-end", "lost-start", "since-ever",
                                                 "within"}, id="from an unknown end"),
    ],
)  # fmt: skip
def test_open_and_unknown_sides(open_text: OpenText, question: str, ids: set[str]) -> None:
    assert found(open_text(OPEN), question) == ids


def test_nothing_is_after_what_goes_on(open_text: OpenText) -> None:
    message = """\
'@goes-on' has no known end to search from
    between:@goes-on..2016
            ~~~~~~~~~~~~~^"""
    with refused(QuestionError, message):
        open_text(OPEN).select("between:@goes-on..2016", today=TODAY)


def test_the_earliest_end_is_a_day() -> None:
    ends = {
        text: timeline.EventDate.parse(text).ends_from
        for text in (
            "2014-03-05",
            "2014-03",
            "2012/2014-03",
            "2012/..",
            "2012/",
            "/2012",
            "../2012",
        )
    }
    assert ends == {
        "2014-03-05": Day(2014, 3, 5),
        "2014-03": Day(2014, 3, 1),
        "2012/2014-03": Day(2014, 3, 1),
        "2012/..": None,
        "2012/": Day(2012, 1, 1),
        "/2012": Day(2012, 1, 1),
        "../2012": Day(2012, 1, 1),
    }

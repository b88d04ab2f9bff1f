"""Several questions together: each event once, in order, with the questions that find it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

import timeline
from tests.conftest import ROOT, TODAY
from timeline.search import Several

ASKED = timeline.open(ROOT / "tests" / "asked.yaml")
QUESTIONS = st.lists(
    st.sampled_from(
        ["", "2014", "2014-03-18", "tag:war", "-tag:war", "actor:union", "..2000", "zzz", "2030"]
    ),
    min_size=1,
    max_size=4,
)


@settings(deadline=None)
@given(QUESTIONS, st.booleans(), st.none() | st.integers(0, 25))
@example(["2014", "2014-03-18"], False, None)
def test_each_event_is_found_once_in_order(
    questions: list[str], reverse: bool, limit: int | None
) -> None:
    selections = [ASKED.select(one, today=TODAY) for one in questions]
    each = [[event.id for event in one] for one in selections]
    several = Several(selections, reverse=reverse, limit=limit)
    found = [list(year.events) for year in several.years()]
    in_order = [event.id for event in ASKED.select() if any(event.id in one for one in each)]
    wanted = (in_order[::-1] if reverse else in_order)[:limit]
    assert several.matching == len(in_order)
    assert len(several) == len(wanted)
    rows = [one for year in found for one in year]
    assert sorted(one.event.id for one in rows) == sorted(wanted)
    assert all(one.finds == tuple(one.event.id in ids for ids in each) for one in rows)
    for year in found:
        ids = [one.event.id for one in year]
        assert ids == [name for name in wanted if name in ids]


def headings(*questions: str, reverse: bool = False) -> list[tuple[str, int, list[str]]]:
    selections = [ASKED.select(one, today=TODAY) for one in questions]
    return [
        (year.label, year.number, [one.event.id for one in year.events])
        for year in Several(selections, reverse=reverse).years()
    ]


def test_what_continues_for_all_that_find_it_comes_first() -> None:
    assert headings("tag:war 2014-03", "actor:union 2014-03") == [
        ("Continuing", 2, ["from-2012", "each-of"]),
        ("2010s", 1, ["of-decade"]),
        ("2014", 4, ["of-year", "of-month", "same-day", "morning"]),
    ]


def test_what_one_question_finds_from_its_start_does_not_continue() -> None:
    assert headings("tag:war 2014-03", "id:from-2012")[0] == ("2012", 1, ["from-2012"])


def test_the_latest_year_comes_first_in_reverse() -> None:
    assert headings("2014-03-18 actor:us", "tag:war 2014-03", reverse=True) == [
        ("2014", 2, ["morning", "of-month"]),
        ("Continuing", 2, ["each-of", "from-2012"]),
    ]

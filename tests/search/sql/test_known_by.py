"""`known-by:` on random sources, compared with a look at the sources of each event."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from tests.conftest import OpenText, refused
from timeline import QuestionError
from timeline.dates import EventDate

TODAY = date(2026, 11, 23)

DATES = [
    "",
    "2014",
    "2014-03",
    "2014-03-18",
    "2014-03-19",
    "2014-03-18?",
    "2014-04~",
    "201X",
    "2014-21",
    "2014-03-18/2014-03-20",
    "2014-03-18/..",
    "../2014-03-18",
    "2014-03/",
    "/2014-04",
    "[2013,2015]",
    "2014-03-18T23:30:00-11:00",
    "-0044",
    "Y12000",
]

UNTIL = {
    "2014-03-18": "2014-03-18",
    "2014-03": "2014-03-31",
    '"march 2014"': "2014-03-31",
    "2013..2015": "2015-12-31",
    "..2014": "2014-12-31",
    "@e0+1m": "2014-04-18",
    "today": "2026-11-23",
    '"last month"': "2026-10-31",
    "-0043": "-0043-12-31",
}
"""Periods, and the day by which an event is then to be known."""


def is_known(sources: Sequence[str], until: str, *, certain: bool) -> bool | None:
    """Tell whether one of the dates of sources is, or may be, until a day; None without dates."""
    dates = [EventDate.parse(text) for text in sources if text]
    if not dates:
        return None
    (last,) = {EventDate.parse(until).latest}
    assert last is not None
    if certain:
        return any(one.latest is not None and one.latest <= last for one in dates)
    return any(one.earliest is None or one.earliest <= last for one in dates)


def event(number: int, sources: Sequence[str], has_tag: bool) -> str:
    listed = ", ".join(f'{{title: S, date: "{date}"}}' for date in sources)
    tags = "[t]" if has_tag else "[]"
    return f"  - {{id: e{number}, date: 2014-03-18, title: x, tags: {tags}, sources: [{listed}]}}\n"


def all_of(answers: Sequence[bool | None]) -> bool | None:
    return False if False in answers else None if None in answers else True


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(DATES), max_size=3), st.booleans()),
        min_size=1,
        max_size=8,
    ),
    st.lists(
        st.tuples(st.lists(st.sampled_from(sorted(UNTIL)), min_size=1, max_size=2), st.booleans()),
        min_size=1,
        max_size=2,
    ),
    st.sampled_from([None, True, False]),
    st.booleans(),
)
def test_what_a_source_states_by_then_is_found(
    tmp_path: Path,
    events: list[tuple[list[str], bool]],
    terms: list[tuple[list[str], bool]],
    tagged: bool | None,
    certain: bool,
) -> None:
    texts = [event(number, *one) for number, one in enumerate(events)]
    (tmp_path / "events.yaml").write_text("tags: {t: {}}\nevents:\n" + "".join(texts))
    words = [f"{'-' * negated}known-by:{','.join(periods)}" for periods, negated in terms]
    words += [] if tagged is None else [f"{'-' * (not tagged)}tag:t"]
    found = timeline.open(tmp_path / "events.yaml").select(
        " ".join([*words, *["is:certain"] * certain]), today=TODAY
    )
    answers = []
    for sources, has_tag in events:
        each: list[bool | None] = [tagged is None or has_tag == tagged]
        for periods, negated in terms:
            days = (UNTIL[period] for period in periods)
            known = [is_known(sources, day, certain=certain) for day in days]
            either = None if None in known else any(known)
            each.append(None if either is None else either != negated)
        answers.append(all_of(each))
    assert [one.id for one in found] == [f"e{n}" for n, answer in enumerate(answers) if answer]
    assert found.undated == answers.count(None)


WITHOUT_END = """\
'2014..' has no end to be known by
    tag:war known-by:2014..
                     ~~~~~^"""
UNKNOWN_EVENT = """\
no event has the id 'anexation'
    known-by:@anexation
             ~~~~~~~~~^
did you mean annexation?"""


@pytest.mark.parametrize(
    ("question", "message"),
    [
        pytest.param("tag:war known-by:2014..", WITHOUT_END, id="without an end"),
        pytest.param("known-by:@anexation", UNKNOWN_EVENT, id="unknown event"),
    ],
)
def test_a_day_that_is_not_understood(open_text: OpenText, question: str, message: str) -> None:
    chronology = open_text("- {id: annexation, date: 2014-03-18, title: x, tags: war}")
    with refused(QuestionError, message):
        chronology.select(question)


def test_a_source_may_be_older_than_the_event(open_text: OpenText) -> None:
    text = "- {id: summit, date: 2014-06, title: x, sources: {title: y, date: 2014-03}}"
    assert [one.id for one in open_text(text).select("known-by:2014-04 2014-06")] == ["summit"]
    assert [one.id for one in open_text(text).select("known-by:2014-04 2014-04")] == []

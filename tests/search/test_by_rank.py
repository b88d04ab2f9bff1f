"""Events by rank, and the extent of a set: the same as the whole list says."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.conftest import TODAY, dated
from timeline import Timeline
from timeline.dates import Day
from timeline.model import Facet
from timeline.search import EventsByRank

DATES = st.sampled_from(
    ["2014-03-18", "2014-03", "2013/2016", "2014~", "201X", "2015-01-01", "../2013", "2014/..",
     "2014/", "2015-06-01T23:00-08:00", "2015-06-02T01:00+01:00", "-0043", "2014-03-18"]
)  # fmt: skip
QUESTIONS = st.sampled_from(["", "2014", "2015..", "..2013", "2014 is:certain", "9999"])


def opened(dates: list[str]) -> Timeline:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_text(f"events:\n{dated(dates)}\n" if dates else "events: []\n")
        return timeline.open(path)


@given(st.lists(DATES, max_size=12), QUESTIONS)
def test_ranks_are_those_of_the_list(dates: list[str], question: str) -> None:
    chronology = opened(dates)
    found = chronology.select(question, today=TODAY)
    whole = [event for group in found.groups(Facet.YEAR) for event in group.events]
    extent = found.extent()
    events = EventsByRank(chronology.select(question, today=TODAY))
    assert [events[rank] for rank in range(len(events))] == whole
    for rank, event in enumerate(whole):
        assert events.rank_of(event.id) == events.rank_near(event.id) == rank
        assert events.start(rank) == (
            event.date.earliest.ordinal if event.date.earliest else events.start(rank)
        )
    for event in chronology.select():
        if event not in whole:
            assert events.rank_of(event.id) is None
    first_of_2015 = Day(2015, 1, 1).ordinal
    if whole:
        assert 0 <= events.rank_from(first_of_2015) < len(whole)
    # Positions are known now, and say the same.
    again = chronology.select(question, today=TODAY)
    assert len(again.positions) == len(whole)
    assert again.extent() == extent


@given(st.lists(DATES, max_size=12), QUESTIONS)
def test_headings_are_those_of_the_list(dates: list[str], question: str) -> None:
    chronology = opened(dates)
    found = chronology.select(question, today=TODAY)
    events = EventsByRank(found)
    listed = [
        (event.id, group.label, group.count)
        for group in found.groups(Facet.YEAR)
        for event in group.events
    ]
    by_rank = [
        (events[rank].id, *events.heading(rank, events[rank])) for rank in range(len(events))
    ]
    assert by_rank == listed

"""What a selection found belongs to it, whatever else is asked at the same time."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.conftest import ROOT
from timeline import Selection
from timeline.analysis.chart.axis import Axis, axis_between
from timeline.analysis.chart.extent import extent_of
from timeline.analysis.chart.placement import Placement
from timeline.analysis.facets import crosstab
from timeline.analysis.gaps import longest_gaps
from timeline.analysis.registers import occurrences
from timeline.dates import Day
from timeline.model import Facet

TODAY = date(2026, 11, 23)
NOW = Day(TODAY.year, TODAY.month, TODAY.day)
ASKED = timeline.open(ROOT / "tests" / "asked.yaml")


def ask(question: str) -> Selection:
    return ASKED.select(question, today=TODAY)


MEASURES: dict[str, Callable[[Selection], object]] = {
    "ids": lambda found: [event.id for event in found],
    "count": len,
    "span": lambda found: found.span(),
    "extent": lambda found: found.extent(),
    "bounds": lambda found: found.bounds(),
    "years": lambda found: [
        (group.label, [event.id for event in group.events]) for group in found.groups(Facet.YEAR)
    ],
    "actors": lambda found: occurrences(found, Facet.ACTOR),
    "table": lambda found: crosstab(found, Facet.YEAR, Facet.TAG),
    "gaps": lambda found: list(longest_gaps(found, 9)),
    "histogram": lambda found: Placement(found, NOW).histogram([axis_of(found)]),
}


def axis_of(found: Selection) -> Axis:
    extent = extent_of(found, NOW)
    return axis_between(extent.first, extent.last, 40, len(found), by_second=extent.by_second)


ASKED_AT_ONCE = ["", "2014", "2014..", "tag:war", "actor:union", "..2000", "-tag:war", "since:2012"]
ALONE = {
    (question, name): measure(ask(question))
    for question in ASKED_AT_ONCE
    for name, measure in MEASURES.items()
}


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ASKED_AT_ONCE), st.sampled_from(list(MEASURES)))))
def test_selections_answer_as_if_alone_in_any_order(steps: list[tuple[str, str]]) -> None:
    selections = {question: ask(question) for question in ASKED_AT_ONCE}
    for question, name in steps:
        assert MEASURES[name](selections[question]) == ALONE[question, name]


def test_a_selection_is_read_while_others_are_asked() -> None:
    first, second = ask("2014.."), ask("zzz")
    reading = zip(first, ask(""), strict=False)
    read = []
    for event, _ in reading:
        assert len(second) == 0
        read.append(event.id)
    assert read == ALONE["2014..", "ids"]


def test_selections_answer_as_if_alone_from_several_threads(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes((ROOT / "tests" / "asked.yaml").read_bytes())
    chronology = timeline.open(path)
    pairs = [*ALONE] * 5
    random.Random(1).shuffle(pairs)

    def answer(pair: tuple[str, str]) -> bool:
        question, name = pair
        return MEASURES[name](chronology.select(question, today=TODAY)) == ALONE[pair]

    with ThreadPoolExecutor(8) as threads:
        wrong = [pair for pair, ok in zip(pairs, threads.map(answer, pairs), strict=True) if not ok]
    assert wrong == []

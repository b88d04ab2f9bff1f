"""Neighbours: the events that stand beside those found."""

from collections.abc import Callable

import pytest

from timeline import Timeline
from timeline.model import Facet, Neighbour

OpenText = Callable[[str], Timeline]

DATES = ["2001", "2001-02", "2001-02-03", "2001-02-03T10:00", "2001-02-03T09:00", "../1999"]
DATES += ["2001-02-03/2002", "2001-02-03/..", "-0043", "2001-02-03", "1999?"]


def file(*, dates: list[str]) -> str:
    return "".join(
        f"- {{id: e{number}, date: '{date}', title: x{number % 3}, tags: t{number}}}\n"
        for number, date in enumerate(dates)
    )


@pytest.mark.parametrize("count", [1, 2, 100])
@pytest.mark.parametrize("reverse", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("asked", ["x0", "tag:t5", "tag:t0,t10", "x1 2001"])
def test_neighbours_are_those_in_the_whole_order(
    open_text: OpenText, asked: str, reverse: bool, count: int
) -> None:
    chronology = open_text(file(dates=DATES))
    everything = [event.id for event in chronology.select(reverse=reverse)]
    found = [event.id for event in chronology.select(asked)]
    places = [everything.index(one) for one in found]
    expected = [
        one
        for place, one in enumerate(everything)
        if any(abs(place - other) <= count for other in places)
    ]
    selection = chronology.select(asked, reverse=reverse, context=count)
    (group,) = selection.groups(None)
    shown = list(group.events)
    assert [event.id for event in shown] == expected
    assert sorted(event.id for event in shown if not isinstance(event, Neighbour)) == sorted(found)
    assert group.count == len(found)


def test_a_neighbour_from_before_the_period_is_not_continuing(open_text: OpenText) -> None:
    chronology = open_text(file(dates=["2000/2005", "2001", "2003", "2004", "2006"]))
    groups = [
        (group.label, group.count, [(event.id, type(event).__name__) for event in group.events])
        for group in chronology.select("2003", context=1).groups(Facet.YEAR)
    ]
    assert groups == [
        ("Continuing", 1, [("e0", "Event")]),
        ("2001", 0, [("e1", "Neighbour")]),
        ("2003", 1, [("e2", "Event")]),
        ("2004", 0, [("e3", "Neighbour")]),
    ]

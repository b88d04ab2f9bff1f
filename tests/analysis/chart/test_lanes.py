"""The lanes of a chart: which there are, and that they hold what was found."""

from collections.abc import Callable

import pytest

from tests.conftest import TODAY
from timeline import Selection, Timeline
from timeline.analysis.chart.axis import axis_between
from timeline.analysis.chart.extent import Extent, extent_of
from timeline.analysis.chart.lanes import Lanes, lanes_of_names, lanes_of_years
from timeline.dates import Day
from timeline.model import Facet

OpenText = Callable[[str], Timeline]

NOW = Day(TODAY.year, TODAY.month, TODAY.day)

TEXT = """
- {date: 2001-02-03, title: A, tags: [x, y]}
- {date: 2001-02-04, title: B, tags: [x]}
- {date: 2001-12-31/2002-01-02, title: C, tags: [z]}
- {date: 2002, title: D, tags: [w]}
- {date: 2005-05-05, title: E}
"""


def lanes(
    selection: Selection, facet: Facet, top: int, *, distinct: bool = True, room: int = 50
) -> Lanes:
    extent = extent_of(selection, NOW)
    if facet is Facet.YEAR:
        return lanes_of_years(selection, *extent.days, top, room)
    axis = axis_between(extent.first, extent.last, room, len(selection))
    return lanes_of_names(selection, facet, axis, top, distinct=distinct)


@pytest.mark.parametrize(
    ("question", "facet", "top", "expected"),
    [
        pytest.param("", Facet.TAG, 9, "x:2 w:1 y:1 z:1 -:1", id="tags"),
        pytest.param("", Facet.TAG, 2, "x:2 w:1 y+z:2 -:1", id="the rest"),
        pytest.param("", Facet.TAG, 3, "x:2 w:1 y:1 z:1 -:1", id="a rest of one is itself"),
        pytest.param("2001", Facet.TAG, 9, "x:2 y:1 z:1", id="what is found"),
        pytest.param("", Facet.YEAR, 9, "2001:3 2002:2 2003:0 2004:0 2005:1", id="years"),
        pytest.param("", Facet.YEAR, 2, "2001:3 2002:2", id="years with most"),
        pytest.param("tag:x", Facet.YEAR, 2, "2001:2", id="years of what is found"),
        pytest.param("", Facet.ACTOR, 9, "-:5", id="no actors"),
    ],
)
def test_lanes(open_text: OpenText, question: str, facet: Facet, top: int, expected: str) -> None:
    found = lanes(open_text(TEXT).select(question, today=TODAY), facet, top)
    shown = [f"{'+'.join(lane.names) or '-'}:{len(lane.events)}" for lane in found.lanes]
    assert " ".join(shown) == expected


@pytest.mark.parametrize(("top", "left_out"), [(9, 0), (2, 3)])
def test_years_left_out_are_counted(open_text: OpenText, top: int, left_out: int) -> None:
    assert lanes(open_text(TEXT).select(), Facet.YEAR, top).left_out == left_out


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        pytest.param("", (2001, 2, 3), (2005, 5, 5), id="all"),
        pytest.param("2002", (2002, 1, 1), (2002, 12, 31), id="the time asked for"),
        pytest.param("..2001-06", (2001, 2, 3), (2001, 6, 30), id="up to a month"),
        pytest.param("2001-12..", (2001, 12, 1), (2005, 5, 5), id="from a month"),
        pytest.param("tag:y", (2001, 2, 1), (2001, 2, 28), id="the month around a day"),
    ],
)
def test_the_time_of_a_chart(
    open_text: OpenText, question: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    found = open_text(TEXT).select(question, today=TODAY)
    assert extent_of(found, NOW) == Extent(Day(*first).ordinal, Day(*last).ordinal)


ACTORS = """
actors:
  minister: {member_of: ministry}
  ministry: {member_of: country}
  country: {}
events:
""" + "".join(
    f"  - {{date: 200{n}, title: T{n}, actors: [{actors}]}}\n"
    for n, actors in enumerate(
        ["country", "country", "minister", "ministry", "country, other", "other", "third, country"]
    )
)


def test_actors_have_the_events_of_all_who_act_for_them(open_text: OpenText) -> None:
    found = lanes(open_text(ACTORS).select(), Facet.ACTOR, 9, distinct=False)
    counts = {lane.names[0]: len(lane.events) for lane in found.lanes}
    assert counts == {"country": 6, "ministry": 2, "other": 2, "minister": 1, "third": 1}


def test_actors_in_nearly_all_events_tell_nothing_apart(open_text: OpenText) -> None:
    found = lanes(open_text(ACTORS).select(), Facet.ACTOR, 9)
    assert found.in_nearly_all == ("country",)
    assert [lane.names[0] for lane in found.lanes] == ["ministry", "other", "minister", "third"]
    few = lanes(open_text(ACTORS).select("actor:minister"), Facet.ACTOR, 9)
    assert few.in_nearly_all == ()

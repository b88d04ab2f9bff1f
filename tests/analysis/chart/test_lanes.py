"""The events found as lanes: which there are, and that they hold what was found."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import TODAY
from timeline import Timeline
from timeline import open as open_timeline
from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.beginnings import beginnings
from timeline.analysis.chart.cells import is_narrow
from timeline.analysis.chart.lanes import Lanes
from timeline.analysis.chart.name_lanes import NameLanes
from timeline.analysis.chart.scope import Scope
from timeline.analysis.chart.stretches import stretch
from timeline.analysis.chart.year_lanes import YearLanes
from timeline.dates.event_date import Day
from timeline.query.facet import By

NOW = Day(TODAY.year, TODAY.month, TODAY.day)

TEXT = """
- {date: 2001-02-03, title: A, tags: [x, y]}
- {date: 2001-02-04, title: B, tags: [x]}
- {date: 2001-12-31/2002-01-02, title: C, tags: [z]}
- {date: 2002, title: D, tags: [w]}
- {date: 2005-05-05, title: E}
"""


def lanes(timeline: Timeline, question: str, by: By) -> tuple[Lanes, Scope]:
    scope = Scope(timeline.select(question, today=TODAY), NOW)
    return YearLanes(scope) if by is By.YEAR else NameLanes(scope, str(by)), scope


@pytest.mark.parametrize(
    ("question", "by", "top", "expected"),
    [
        pytest.param("", By.TAG, 9, "x:2 w:1 y:1 z:1 -:1", id="tags"),
        pytest.param("", By.TAG, 2, "x:2 w:1 y+z:2 -:1", id="the rest"),
        pytest.param("", By.TAG, 3, "x:2 w:1 y:1 z:1 -:1", id="a rest of one is itself"),
        pytest.param("2001", By.TAG, 9, "x:2 y:1 z:1", id="what is found"),
        pytest.param("", By.YEAR, 9, "2001:3 2002:2 2003:0 2004:0 2005:1", id="years"),
        pytest.param("", By.YEAR, 2, "2001:3 2002:2", id="years with most"),
        pytest.param("tag:x", By.YEAR, 2, "2001:2", id="years of what is found"),
        pytest.param("", By.ACTOR, 9, "-:5", id="no actors"),
    ],
)
def test_lanes(
    open_text: Callable[[str], Timeline], question: str, by: By, top: int, expected: str
) -> None:
    found, _ = lanes(open_text(TEXT), question, by)
    shown = [f"{'+'.join(lane.ids) or '-'}:{found.count(lane)}" for lane in found.lanes(top)]
    assert " ".join(shown) == expected


@pytest.mark.parametrize(("question", "first", "last"), [
    ("", (2001, 2, 3), (2005, 5, 5)),
    ("2002", (2002, 1, 1), (2002, 12, 31)),
    ("..2001-06", (2001, 2, 3), (2001, 6, 30)),
    ("2001-12..", (2001, 12, 1), (2005, 5, 5)),
    ("tag:y", (2001, 2, 1), (2001, 2, 28)),
])  # fmt: skip
def test_the_axis(
    open_text: Callable[[str], Timeline],
    question: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
) -> None:
    _, scope = lanes(open_text(TEXT), question, By.TAG)
    assert scope.axis(10) == Axis(Day(*first).ordinal, Day(*last).ordinal, 10)


LONG = """
- {date: 1000, title: A}
- {date: 1580~/1590, title: B}
- {date: 168X, title: C}
- {date: 1700/1950, title: D}
- {date: 2000, title: E}
"""


def test_what_is_long_but_no_longer_than_a_cell_is_a_mark(
    open_text: Callable[[str], Timeline],
) -> None:
    found, scope = lanes(open_text(LONG), "", By.TAG)
    axis = scope.axis(20)
    (cells,) = found.cells(axis, found.lanes(1))
    assert [cell for cell, count in enumerate(cells.marks) if count] == [0, 11, 13, 19]
    assert beginnings(scope, [axis]).counts == [1, *[0] * 10, 1, 0, 2, *[0] * 5, 1]


@given(cells=st.integers(1, 200), by=st.sampled_from([By.TAG, By.ACTOR, By.PLACE]))
def test_every_event_of_a_day_is_one_mark(shipped: Timeline, cells: int, by: By) -> None:
    found, scope = lanes(shipped, "", by)
    axis = scope.axis(cells)
    listed = found.lanes(5)
    for lane, own in zip(listed, found.cells(axis, listed), strict=True):
        wide = sum(own.parts) > 0
        assert own.count == found.count(lane)
        assert sum(own.marks) == own.count or (wide and sum(own.marks) < own.count)
        assert min(own.marks) >= 0


@given(cells=st.integers(1, 200))
def test_the_same_is_counted_where_all_is_asked_for(shipped: Timeline, cells: int) -> None:
    plain, scope = lanes(shipped, "", By.TAG)
    axis = scope.axis(cells)
    listed = plain.lanes(4)
    counted = plain.cells(axis, listed), beginnings(scope, [axis])
    asked, found = lanes(shipped, "2000..2100", By.TAG)
    assert asked.lanes(4) == listed
    assert (asked.cells(axis, listed), beginnings(found, [axis])) == counted


MANY = """
- {date: 2001-02-03, title: A, tags: [x, y], actors: [a], places: [p]}
- {date: 2001-02-04, title: B, tags: [x], actors: [a, b, c]}
- {date: 2001, title: C, tags: [x, z], actors: [b, c]}
- {date: 2001, title: D, tags: [z, w, v], places: [q, r]}
- {date: 2001-12-31/2002-01-02, title: E, tags: [z, v], places: [p, q]}
- {date: 2002, title: F, tags: [w, v], actors: [c, d]}
- {date: 1990/2010, title: G, tags: [v, w]}
- {date: 2004-02-20?/.., title: H, tags: [w]}
- {date: 2005-05-05, title: I}
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    path = tmp_path_factory.mktemp("many") / "events.yaml"
    path.write_text(MANY)
    return open_timeline(path)


@pytest.mark.parametrize("question", ["", "2000..2004", "tag:w,x"])
@pytest.mark.parametrize("by", [By.TAG, By.ACTOR, By.PLACE])
@given(cells=st.integers(1, 300), top=st.integers(1, 5))
def test_marks_are_the_events_of_a_lane_each_once(
    many: Timeline, question: str, by: By, cells: int, top: int
) -> None:
    found, scope = lanes(many, question, by)
    axis = scope.axis(cells)
    listed = found.lanes(top)
    for lane, own in zip(listed, found.cells(axis, listed), strict=True):
        events = [
            event
            for event in many.select(question, today=TODAY)
            if {*getattr(event, f"{by}s")} & {*lane.ids}
            or not (lane.ids or getattr(event, f"{by}s"))
        ]
        marks = [0] * cells
        for event in events:
            lies = stretch(event.date, NOW)
            if is_narrow(lies, axis) and lies.first is not None:
                cell = axis.cell(lies.first)
                if 0 <= cell < cells:
                    marks[cell] += 1
        assert (own.count, own.marks) == (len(events), marks)

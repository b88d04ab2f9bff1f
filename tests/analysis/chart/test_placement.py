"""Where events lie on an axis, against looking at each of them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import TODAY
from timeline import Event, Selection, Timeline
from timeline import open as open_timeline
from timeline.analysis.chart.axis import Axis, axis_between
from timeline.analysis.chart.extent import extent_of
from timeline.analysis.chart.lanes import Lane, lanes_of_names, lanes_of_years
from timeline.analysis.chart.placement import Histogram, Placement
from timeline.dates import Day
from timeline.model import Facet

NOW = Day(TODAY.year, TODAY.month, TODAY.day)

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
- {date: "[2001-02,2003]", title: J, tags: w}
- {date: ../1999-05, title: K, tags: x}
- {date: /1999-05, title: L, tags: x}
- {date: 2003-05/, title: M, tags: x}
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    path = tmp_path_factory.mktemp("many") / "events.yaml"
    path.write_text(MANY)
    return open_timeline(path)


def axis_of(selection: Selection, room: int) -> Axis:
    extent = extent_of(selection, NOW)
    return axis_between(extent.first, extent.last, room, 1000, by_second=extent.by_second)


def is_in(event: Event, lane: Lane, facet: Facet) -> bool:
    if facet is Facet.YEAR:
        first, last = event.date.earliest, event.date.latest
        low, high = Day.from_ordinal(lane.axis.start), Day.from_ordinal(lane.axis.stop - 1)
        return (first is None or first <= high) and (last is None or last >= low)
    return bool({*event.names(facet)} & {*lane.names}) or not (lane.names or event.names(facet))


def marks(events: list[Event], axis: Axis) -> list[int]:
    """Return how many events lie in each cell as a whole."""
    counts = [0] * axis.cells
    for event in events:
        first, last = event.date.earliest, event.date.latest
        if first and last and axis.cell(first.ordinal) == axis.cell(last.ordinal):
            cell = axis.cell(first.ordinal)
            if 0 <= cell < axis.cells:
                counts[cell] += 1
    return counts


@pytest.mark.parametrize("question", ["", "2000..2004", "tag:w,x"])
@pytest.mark.parametrize("facet", [Facet.TAG, Facet.ACTOR, Facet.PLACE, Facet.YEAR])
@given(room=st.integers(8, 300), top=st.integers(1, 5))
def test_marks_are_the_events_of_a_lane_in_one_cell(
    many: Timeline, question: str, facet: Facet, room: int, top: int
) -> None:
    selection = many.select(question, today=TODAY)
    placement = Placement(selection, NOW)
    if facet is Facet.YEAR:
        found = lanes_of_years(selection, *extent_of(selection, NOW).days, top, room)
    else:
        axis = axis_of(selection, room)
        found = lanes_of_names(selection, facet, axis, top, distinct=False)
    for lane in found.lanes:
        cells = placement.cells(lane)
        own = [event for event in selection if is_in(event, lane, facet)]
        assert cells.count == len(lane.events) == len(own)
        assert cells.marks == marks(own, lane.axis)
        # What has no mark is drawn as longer than a cell, if any of it is on the axis.
        assert any(cells.parts) or sum(cells.marks) == len(own)


@pytest.mark.parametrize("question", ["", "2000..2004", "tag:w,x"])
@given(room=st.integers(8, 300))
def test_the_histogram_counts_what_surely_began_in_a_cell(
    many: Timeline, question: str, room: int
) -> None:
    selection = many.select(question, today=TODAY)
    axis = axis_of(selection, room)
    counts, unplaced = [0] * axis.cells, 0
    for event in selection:
        first, last = event.date.earliest, event.date.begins_by
        low = axis.start - 1 if first is None else first.ordinal
        is_open = first is None and event.date.text.startswith("..")
        high = (axis.start - 1 if is_open else axis.stop) if last is None else last.ordinal
        if 0 <= axis.cell(low) == axis.cell(high) < axis.cells:
            counts[axis.cell(low)] += 1
        elif low < axis.stop and high >= axis.start:
            unplaced += 1
    assert Placement(selection, NOW).histogram([axis]) == Histogram(counts, unplaced)


@given(room=st.integers(8, 200))
def test_the_same_is_drawn_where_all_is_asked_for(shipped: Timeline, room: int) -> None:
    plain, asked = shipped.select(today=TODAY), shipped.select("2000..2100", today=TODAY)
    axis = axis_of(plain, room)
    drawn = []
    for selection in (plain, asked):
        placement = Placement(selection, NOW)
        found = lanes_of_names(selection, Facet.TAG, axis, 4, distinct=True)
        cells = [(one.count, one.marks, one.parts) for one in map(placement.cells, found.lanes)]
        drawn.append((cells, placement.histogram([axis])))
    assert drawn[0] == drawn[1]


def test_times_of_day(open_text: Callable[[str], Timeline]) -> None:
    selection = open_text(
        "- {date: 2014-03-18T14:30, title: A}\n"
        "- {date: 2014-03-18T15:10, title: B}\n"
        "- {date: 2014-03-18T02:00+03:00, title: The day before in UTC}\n"
        "- {date: 2014-03-18, title: Some time}\n"
    ).select()
    axis = axis_of(selection, 26)
    histogram = Placement(selection, NOW).histogram([axis])
    assert [cell for cell, count in enumerate(histogram.counts) if count] == [0, 15, 16]
    assert histogram.unplaced == 1

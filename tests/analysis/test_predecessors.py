"""What came before an event, and how long nothing happened between."""

import pytest

from timeline.analysis.predecessors import Preceded, gap_before, with_predecessors
from timeline.dates import Duration, EventDate
from timeline.errors import NotUnderstoodError
from timeline.model import Event
from timeline.search.selection import Group


def event(date: str) -> Event:
    return Event(date, EventDate.parse(date), date)


def group(label: str, *dates: str, of: str | None = None, continuing: bool = False) -> Group:
    return Group(label, len(dates), iter(map(event, dates)), of, continuing)


def told(groups: list[Group], *, descending: bool = False) -> list[tuple[str, str, str | None]]:
    return [
        (step.group.label, step.event.id, None if step.before is None else step.before.id)
        for step in with_predecessors(iter(groups), descending=descending)
    ]


def test_what_came_before_is_in_the_group_before() -> None:
    assert told([group("2001", "2001-01", "2001-02"), group("2002", "2002-03")]) == [
        ("2001", "2001-01", None),
        ("2001", "2001-02", "2001-01"),
        ("2002", "2002-03", "2001-02"),
    ]


def test_backwards_it_comes_after() -> None:
    assert told([group("2002", "2002-03"), group("2001", "2001-02")], descending=True) == [
        ("2002", "2002-03", "2001-02"),
        ("2001", "2001-02", None),
    ]


def test_each_name_has_its_own_story() -> None:
    assert told([group("A", "2001", of="a"), group("B", "2002", "2003", of="b")]) == [
        ("A", "2001", None),
        ("B", "2002", None),
        ("B", "2003", "2002"),
    ]


def test_what_is_continuing_is_not_what_came_before() -> None:
    assert told([group("Continuing", "1999", continuing=True), group("2001", "2001")]) == [
        ("Continuing", "1999", None),
        ("2001", "2001", None),
    ]


def test_nothing_has_no_steps() -> None:
    assert told([]) == []


@pytest.mark.parametrize(
    ("before", "after", "longest", "found"),
    [
        pytest.param("2001-01-01", "2001-04-01", "89d", True, id="longer"),
        pytest.param("2001-01-01", "2001-04-01", "90d", False, id="just as long"),
        pytest.param("2001-01-31", "2001-03-01", "1m", True, id="a month ends with the month"),
        pytest.param("2001", "2002-01-01", "1d", False, id="the day after the year"),
        pytest.param("2001", "2002-01-02", "1d", True, id="longer however read"),
        pytest.param("2000/2001-03", "2001-04", "6m", False, id="a span covers its time"),
        pytest.param("2000/..", "2001-04", "3m", True, id="what goes on is there from its start"),
        pytest.param("2000", "../2003", "1d", False, id="no bounds"),
    ],
)
def test_a_silence(before: str, after: str, longest: str, found: bool) -> None:
    step = Preceded(group("x"), event(after), event(before))
    assert (gap_before(step, Duration.parse(longest)) is not None) is found


@pytest.mark.parametrize("text", ["", "90", "d", "-3d", "1.5y", "3 d", "9999999999d"])
def test_what_is_no_length_of_time(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="is not a length of time"):
        Duration.parse(text)

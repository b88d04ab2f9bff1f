"""Questions side by side in terminals of different widths."""

import pytest

from tests.conftest import TODAY, OpenText
from tests.views.looking import HARD, ExpectLook, Named, look, terminal
from timeline import Query, Timeline
from timeline.search import Several
from timeline.views import Beside
from timeline.width import cells


def beside(
    timeline: Timeline, shared: str, *questions: str, ids: bool = False, limit: int | None = None
) -> Beside:
    found = [timeline.select(f"{shared} {one}", today=TODAY) for one in questions]
    each = [Query.parse(one) for one in questions]
    several = Several(found, limit=limit)
    return Beside(Named(timeline), several, Query.parse(shared), each, ids=ids)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_two_questions(shipped: Timeline, expect_look: ExpectLook, width: int) -> None:
    view = beside(shipped, "2021..2023", "actor:lavrov", "actor:blinken")
    expect_look("beside", view, width, colour=True)


@pytest.mark.parametrize("width", [80, 120])
def test_three_questions(shipped: Timeline, expect_look: ExpectLook, width: int) -> None:
    view = beside(shipped, "2022", "tag:sanctions", "tag:war", "tag:diplomacy", ids=True, limit=9)
    expect_look("beside-three", view, width)


@pytest.mark.parametrize("width", [30, 60, 100])
def test_hard_texts(open_text: OpenText, expect_look: ExpectLook, width: int) -> None:
    view = beside(open_text(HARD), "", "since:2000", "2014", "-2014")
    expect_look("beside-hard", view, width)


@pytest.mark.parametrize("number", [1, 2, 3, 9, 12])
@pytest.mark.parametrize("width", [10, 20, 61, 79, 200])
def test_any_number_of_questions_fits_any_terminal(
    shipped: Timeline, number: int, width: int
) -> None:
    view = beside(shipped, "", *["actor:putin", "tag:war", '"a long phrase",treaty'] * number)
    assert max(map(cells, look(view, terminal(width, colour=False)).splitlines())) <= width

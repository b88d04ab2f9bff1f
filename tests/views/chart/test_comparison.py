"""Several chronologies in one chart, at several widths and in a pipe."""

from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from tests.conftest import TODAY
from tests.views.chart.test_chart import AGES, NOW, ONE_DAY
from tests.views.looking import HARD, PIPE, ExpectLook, look, terminal
from timeline.views.chart import ComparisonChart
from timeline.width import cells

Compared = Callable[..., ComparisonChart]

TREATIES = """
title: Treaties
events:
  - {date: 1987-12-08, title: INF Treaty signed}
  - {date: 1991-07-31, title: START I signed}
  - {date: 2011-02-05/2026-02-05, title: New START in force}
  - {date: 2014~, title: Doubts}
"""
WARS = """
title: Wars
events:
  - {date: 2014-02-27/.., title: War}
  - {date: 2008-08, title: Five days}
  - {date: 2008-08-08, title: First day}
"""
ONE_TIME = "- {date: 2014-03-18T22:30-01:00, title: At night}"


@pytest.fixture
def compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compared:
    """Draw chronologies, each of the text of its file, that are asked one question."""
    monkeypatch.chdir(tmp_path)

    def chart(*texts: str, question: str = "") -> ComparisonChart:
        answers = []
        for number, text in enumerate(texts):
            path = Path(f"file{number}.yaml")
            path.write_text(text, encoding="utf-8")
            chronology = timeline.open(path)
            answers.append((chronology, chronology.select(question, today=TODAY)))
        return ComparisonChart(answers, NOW)

    return chart


@pytest.mark.parametrize("width", [60, 80, 120])
def test_lanes_on_one_axis(compared: Compared, expect_look: ExpectLook, width: int) -> None:
    view = compared(TREATIES, WARS, AGES, question="1985..")
    expect_look("compared", view, width, colour=True)


@pytest.mark.parametrize(
    ("name", "texts", "question"),
    [
        pytest.param("times", [ONE_DAY, ONE_TIME], "2014-03-18", id="times of day"),
        pytest.param("days", [ONE_DAY, WARS], "", id="times of day beside days"),
        pytest.param("empty", [WARS, TREATIES, ONE_DAY], "until:2000", id="empty lanes"),
        pytest.param("alike", [HARD, HARD, ONE_DAY], "2014", id="titles that are alike"),
    ],
)
def test_charts(
    compared: Compared, expect_look: ExpectLook, name: str, texts: list[str], question: str
) -> None:
    expect_look(f"compared-{name}", compared(*texts, question=question), 72)


def test_in_a_pipe_each_lane_is_a_line(compared: Compared) -> None:
    shown = look(compared(TREATIES, WARS, ONE_DAY, question="2008..2012"), PIPE)
    assert shown == (
        "Treaties\t1\t2011-02-05/2026-02-05\t2011-02-05/2026-02-05\n"
        "Wars\t2\t2008-08\t2008-08-08\n"
        "file2.yaml\t0\t\t\n"
    )


@pytest.mark.parametrize("width", [1, 10, 25, 41, 300])
def test_it_fits_any_terminal(compared: Compared, width: int) -> None:
    shown = look(compared(AGES, HARD, WARS), terminal(max(width, 10), colour=False))
    assert max(map(cells, shown.splitlines())) <= max(width, 30)

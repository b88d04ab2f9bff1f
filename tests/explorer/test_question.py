"""The line of the question: candidates, and the questions of earlier runs."""

import stat
from pathlib import Path

import pytest

from tests.conftest import OpenText
from tests.explorer.driver import after
from tests.explorer.test_keys import TEXT
from timeline.explorer.screen.question import History, history_path
from timeline.explorer.screen.question.completion import Completion
from timeline.search import Candidate

MANY = [Candidate(f"tag:{letter * 6}") for letter in "abcdefgh"]


def drawn(completion: Completion, width: int) -> str:
    return "".join(segment.text for segment in completion.line(width, "…"))


def test_the_line_of_candidates_follows_the_chosen_one_and_fits() -> None:
    completion = Completion("tag:", 4, MANY)
    assert drawn(completion, 40) == "tag:aaaaaa  tag:bbbbbb  …"
    texts, lines = [], []
    for _ in range(9):
        text, cursor = completion.step(1)
        assert cursor == len(text)
        texts.append(text)
        lines.append(drawn(completion, 40))
    assert texts == [one.value for one in [*MANY, MANY[0]]]
    assert all(text in line and len(line) <= 40 for text, line in zip(texts, lines, strict=True))
    assert lines[3] == "…  tag:cccccc  tag:dddddd  …"
    assert lines[7] == "…  tag:gggggg  tag:hhhhhh  "


def test_going_back_from_the_first_candidate_is_the_last() -> None:
    assert Completion("tag: x", 4, MANY).step(-1) == ("tag:hhhhhh x", 10)


def test_tab_completes_what_the_candidates_share() -> None:
    completion = Completion("t", 1, [Candidate("tag:war"), Candidate("tag:wax")])
    assert completion.step(1) == ("tag:wa", 6)


def test_questions_are_kept_from_run_to_run(tmp_path: Path) -> None:
    path = tmp_path / "state" / "questions"
    first = History(lambda: path)
    for one in ("tag:war", "tag:war", "", "1994"):
        first.add(one)
    assert path.read_text() == "tag:war\n1994\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    second = History(lambda: path)
    second.begin()
    assert [second.step(steps) for steps in (-1, -1, -1, 1, 1)] == [
        *("1994", "tag:war", "tag:war"),
        *("1994", ""),
    ]


def test_a_history_that_cannot_be_written_lasts_for_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    history = History(lambda: tmp_path / "file" / "questions")
    history.add("1994")
    history.begin()
    assert history.step(-1) == "1994"


@pytest.mark.parametrize(("named", "path"), [("off", None), ("/a/b", Path("/a/b"))])
def test_where_the_history_is(
    monkeypatch: pytest.MonkeyPatch, named: str, path: Path | None
) -> None:
    monkeypatch.setenv("TIMELINE_HISTORY", named)
    assert history_path() == path


def test_the_history_is_in_the_state_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TIMELINE_HISTORY", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert history_path() == tmp_path / "timeline" / "questions"


def test_up_recalls_a_question_of_an_earlier_run(open_text: OpenText, tmp_path: Path) -> None:
    path = tmp_path / "questions"
    after(open_text(TEXT), ["slash", *"tag:war", "enter"], history=path)
    driver = after(open_text(TEXT), ["slash", "up"], history=path)
    assert driver.state.question == "tag:war"

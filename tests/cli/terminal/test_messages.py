"""Messages on standard error: wrapped between words on a terminal, and whole elsewhere."""

from pathlib import Path

import pytest

from tests.cli.pseudoterminal import run_in_terminal
from tests.conftest import Run
from timeline.cli.terminal.messages import wrapped


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        pytest.param("no events", "no events", id="short"),
        pytest.param(
            "no events match tag:war 2022 griner",
            "no events match\n  tag:war 2022\n  griner",
            id="between words",
        ),
        pytest.param(
            "one line\nanother line that is too long\nlast",
            "one line\nanother line that is\n  too long\nlast",
            id="several lines",
        ),
        pytest.param(
            "choose one of:\n  jake-sullivan  Jake Sullivan, adviser",
            "choose one of:\n  jake-sullivan\n    Jake Sullivan,\n    adviser",
            id="a list",
        ),
        pytest.param(
            "cannot read a/path/that/is/longer/than/a/line",
            "cannot read\n  a/path/that/is/longer/than/a/line",
            id="a long word",
        ),
        pytest.param(
            "wrong\n    2022 actor:lavrof tag:war\n         ~~~~~^\nwrite it",
            "wrong\n    2022 actor:lavrof tag:war\n         ~~~~~^\nwrite it",
            id="a question",
        ),
        pytest.param(
            " 12 | date: 2014-02-30 and more\n    |       ^^^^^^^^^^",
            " 12 | date: 2014-02-30 and more\n    |       ^^^^^^^^^^",
            id="a line of a file",
        ),
        pytest.param(
            "nobody: 中华人民共和国 和 法兰西共和国",
            "nobody:\n  中华人民共和国 和\n  法兰西共和国",
            id="wide characters",
        ),
    ],
)
def test_lines_are_wrapped_between_words(message: str, shown: str) -> None:
    assert wrapped(message, 20) == shown


LONG = ["list", "actor:sullivan"]


def test_a_narrow_terminal() -> None:
    assert run_in_terminal(LONG, columns=48) == (
        2,
        """\
timeline: error: 'sullivan' matches several
  actors
    actor:sullivan
          ~~~~~~~^
choose one of:
  jake-sullivan  Jake Sullivan, US national
    security adviser under Biden
  john-sullivan  John Sullivan, US ambassador to
    Russia
""",
    )


def test_a_problem_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(
        "- {title: A title that is so long that it takes a line, date: 2014-02-30, tags: [war]}\n"
    )
    assert run_in_terminal(["list"], columns=44, folder=tmp_path) == (
        2,
        """\
events.yaml:1:63: error: date '2014-02-30'
  does not exist: February 2014 has 28 days
 1 | ...s a line, date: 2014-02-30, tags:...
   |                    ^^^^^^^^^^
""",
    )


def test_no_line_is_wrapped_off_a_terminal(run: Run) -> None:
    ran = run(*LONG, env={"COLUMNS": "48"})
    assert "  john-sullivan  John Sullivan, US ambassador to Russia\n" in ran.err

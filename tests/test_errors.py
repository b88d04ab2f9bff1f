"""Problems and questions show the place that is wrong, whatever stands before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import DataError, Problem, QuestionError, Severity


def problem(excerpt: str, column: int, width: int = 1) -> str:
    """Return the line and the carets of a problem."""
    shown = str(Problem("f", 7, column, Severity.ERROR, "m", width, excerpt))
    heading, line, carets = shown.split("\n")
    assert heading == f"f:7:{column}: error: m"
    return f"{line}\n{carets}"


@pytest.mark.parametrize(
    ("excerpt", "column", "width", "shown"),
    [
        pytest.param("abc", 2, 1, " 7 | abc\n   |  ^", id="one-character"),
        pytest.param("abc", 1, 3, " 7 | abc\n   | ^^^", id="several"),
        pytest.param("abc", 2, 1 << 20, " 7 | abc\n   |  ^^", id="on-to-the-next-line"),
        pytest.param("abc", 4, 1, " 7 | abc\n   |    ^", id="after-the-end"),
        pytest.param("", 1, 1, " 7 |\n   | ^", id="empty-line"),
        pytest.param("\tab", 2, 1, " 7 |  ab\n   |  ^", id="tab"),
        pytest.param("克里b", 3, 1, " 7 | 克里b\n   |     ^", id="wide-before"),
        pytest.param("a克里", 2, 2, " 7 | a克里\n   |  ^^^^", id="wide-under"),
        pytest.param("e\u0301\u200db", 4, 1, " 7 | e\u0301\u200db\n   |  ^", id="no-width"),
        pytest.param("a\x1b\u202eb", 4, 1, " 7 | a\ufffd\ufffdb\n   |    ^", id="controls"),
        pytest.param("a" * 75, 75, 1, f" 7 | {'a' * 75}\n   | {' ' * 74}^", id="just-fits"),
        pytest.param(
            "a" * 99 + "b", 100, 1, f" 7 | ...{'a' * 68}b\n   | {' ' * 71}^", id="cut-left"
        ),
        pytest.param("b" + "a" * 99, 1, 1, f" 7 | b{'a' * 68}...\n   | ^", id="cut-right"),
        pytest.param(
            "a" * 99 + "b" + "a" * 99,
            100,
            1,
            f" 7 | ...{'a' * 34}b{'a' * 34}...\n   | {' ' * 37}^",
            id="cut-on-both-sides",
        ),
    ],
)
def test_an_excerpt(excerpt: str, column: int, width: int, shown: str) -> None:
    assert problem(excerpt, column, width) == shown


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 400))
def test_an_excerpt_fits_the_terminal(line: str, before: int, width: int) -> None:
    excerpt = "".join(line.splitlines())
    for shown in problem(excerpt, min(before, len(excerpt)) + 1, width).split("\n"):
        assert len(shown.encode("ascii", "ignore")) <= 80


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        pytest.param(Problem("f", 0, 0, Severity.ERROR, "m"), "f: error: m", id="no-place"),
        pytest.param(Problem("f", 7, 1, Severity.WARNING, "m"), "f:7:1: warning: m", id="no-line"),
        pytest.param(
            Problem("\x1b[31m", 0, 0, Severity.ERROR, "m"), "<U+001B>[31m: error: m", id="name"
        ),
    ],
)
def test_a_problem_without_excerpt(found: Problem, shown: str) -> None:
    assert str(found) == shown


def test_data_errors_are_shown_in_a_row() -> None:
    problems = [Problem("f", line, 1, Severity.ERROR, "m") for line in (1, 2)]
    error = DataError(problems)
    assert (str(error), error.problems) == ("f:1:1: error: m\nf:2:1: error: m", problems)


@pytest.mark.parametrize(
    ("question", "start", "end", "shown"),
    [
        pytest.param("a bcd", 2, 5, "m\n    a bcd\n      ~~^\nw", id="word"),
        pytest.param("a", 1, 1, "m\n    a\n     ^\nw", id="end"),
        pytest.param("克 b", 2, 3, "m\n    克 b\n       ^\nw", id="wide"),
        pytest.param("\x1b b", 2, 3, "m\n    <U+001B> b\nw", id="control"),
    ],
)
def test_a_question_shows_its_place(question: str, start: int, end: int, shown: str) -> None:
    assert str(QuestionError("m", question, start, end, "w")) == shown

"""Saved questions: what they find, and what is wrong with them."""

from datetime import date
from pathlib import Path

import pytest

import timeline
from tests.conftest import OpenText, refused
from timeline import QuestionError
from timeline.query import DEEPEST

TODAY = date(2026, 11, 23)

SAVED = """\
questions:
  wars: tag:war
  early: ..2015 ?wars
  either: actor:ann or ?early
  sure: 2014-03 is:certain
  "new start": '"new start"'
  stale: actor:gone
events:
  - {id: month, date: 2014-03, title: One, tags: war, actors: bob}
  - {id: year, date: 2014, title: New start, tags: war, actors: ann}
  - {id: late, date: 2016, title: Two, tags: [war, peace], actors: ann}
"""


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        pytest.param("?wars", ["year", "month", "late"], id="one"),
        pytest.param("?wars actor:ann", ["year", "late"], id="narrowed"),
        pytest.param("-?wars", [], id="excluded"),
        pytest.param("?early", ["year", "month"], id="one that names another"),
        pytest.param("?either -?early", ["late"], id="two"),
        pytest.param("?wars,?early", ["year", "month", "late"], id="in a list"),
        pytest.param("(?early tag:war) or tag:peace", ["year", "month", "late"], id="in brackets"),
        pytest.param("?WARS", ["year", "month", "late"], id="in capitals"),
        pytest.param('?"new start"', ["year"], id="a name of two words"),
        pytest.param("?new-start", ["year"], id="a name with a dash for the space"),
        pytest.param("?sure", ["month"], id="certain"),
        pytest.param("?sure or 2014-03", ["year", "month"], id="certain in it alone"),
        pytest.param("?early is:certain", ["year", "month"], id="certain for all"),
    ],
)
def test_a_saved_question_finds(open_text: OpenText, question: str, ids: list[str]) -> None:
    found = open_text(SAVED).select(question, today=TODAY)
    assert [event.id for event in found] == ids


def test_it_bounds_the_time_that_is_asked_about(open_text: OpenText) -> None:
    chronology = open_text(
        "questions: {later: 2014..}\n" + SAVED.partition("stale: actor:gone\n")[2]
    )
    asked = chronology.select("?later", today=TODAY).asked
    assert (asked.opens, asked.closes) == (chronology.select("2014..").asked.opens, None)


@pytest.mark.parametrize(
    ("question", "message"),
    [
        pytest.param(
            "2014 ?war",
            """\
there is no saved question 'war'
    2014 ?war
         ~~~^
did you mean ?wars?""",
            id="misspelt",
        ),
        pytest.param(
            "?new-stard",
            """\
there is no saved question 'new-stard'
    ?new-stard
    ~~~~~~~~~^
did you mean ?"new start"?""",
            id="misspelt, of two words",
        ),
        pytest.param(
            "?nothing-like-it",
            """\
there is no saved question 'nothing-like-it'
    ?nothing-like-it
    ~~~~~~~~~~~~~~~^
'timeline questions' lists them""",
            id="unknown",
        ),
        pytest.param(
            "?stale",
            """\
in the saved question 'stale': no actor is called 'gone'
    actor:gone
          ~~~^
'timeline actors' lists them""",
            id="with an unknown name",
        ),
    ],
)
def test_a_wrong_one_shows_its_place(open_text: OpenText, question: str, message: str) -> None:
    with refused(QuestionError, message):
        open_text(SAVED).select(question, today=TODAY)


def test_saved_questions_cannot_grow_beyond_the_limit(open_text: OpenText) -> None:
    doubling = "".join(f"  q{n}: ?q{n + 1} or -?q{n + 1}\n" for n in range(3))
    wide = ",".join(["x"] * 200)
    chronology = open_text(f"questions:\n{doubling}  q3: {wide}\nevents: []\n")
    with pytest.raises(QuestionError, match=r"saved questions, .* at most 1,000 values"):
        chronology.select("?q0", today=TODAY)


@pytest.mark.parametrize(
    ("length", "limit"),
    [(10, "8 brackets within brackets"), (5000, "20 of them within one another")],
)
def test_a_chain_of_saved_questions_has_a_limit(
    open_text: OpenText, length: int, limit: str
) -> None:
    chain = "".join(f"  q{n}: ?q{n + 1} -2000\n" for n in range(length))
    chronology = open_text(f"questions:\n{chain}  q{length}: war\nevents: []\n")
    assert list(chronology.select(f"?q{length - DEEPEST + 1}", today=TODAY)) == []
    with pytest.raises(QuestionError, match=f"a question has at most {limit}"):
        chronology.select("?q0", today=TODAY)


@pytest.mark.parametrize(
    ("question", "length"),
    [
        pytest.param("?q{}", 20, id="another name"),
        pytest.param("-?q{}", 20, id="what another does not find"),
        pytest.param("?q{} or 2000", DEEPEST, id="or a year"),
    ],
)
def test_a_saved_question_of_one_term_is_no_bracket(
    open_text: OpenText, question: str, length: int
) -> None:
    chain = "".join(f"  q{n}: {question.format(n + 1)}\n" for n in range(length))
    events = "events:\n- {id: a, date: 2014, title: War}\n"
    chronology = open_text(f"questions:\n{chain}  q{length}: war\n{events}")
    assert [event.id for event in chronology.select("?q0", today=TODAY)] == ["a"]


def nested(depth: int, inner: str) -> str:
    return "not:(" * depth + inner + " 2014)" * depth


def test_the_largest_question_is_answered(open_text: OpenText) -> None:
    """SQLite's parser has a stack of 100 entries in some releases."""
    chronology = open_text("- {id: a, date: 2014, title: x, actors: bob, tags: war}\n")
    values = ",".join(["x"] * 900)
    asked = nested(DEEPEST, f"{values} actor:bob tag:war")
    assert [event.id for event in chronology.select(asked, today=TODAY)] == ["a"]


def test_of_two_files_the_first_counts(open_text: OpenText, tmp_path: Path) -> None:
    chronology = open_text(SAVED)
    other = tmp_path / "other.yaml"
    other.write_text("questions: {wars: tag:peace, more: 2016}\nevents: []\n")
    both = timeline.open(chronology.files[0], str(other))
    assert [event.id for event in both.select("?wars ?more", today=TODAY)] == ["late"]
    assert [str(one) for one in both.warnings] == [
        f"{other}:1:19: warning: question 'wars' is ignored: another file has a different one\n"
        " 1 | questions: {wars: tag:peace, more: 2016}\n"
        "   |                   ^^^^^^^^^"
    ]

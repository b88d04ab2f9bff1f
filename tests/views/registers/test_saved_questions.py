"""The list of saved questions."""

from pathlib import Path

import pytest

from tests.conftest import TODAY, OpenText, Run
from tests.views.looking import ExpectLook
from timeline.analysis import saved_answers
from timeline.views import SavedQuestions

SAVED = """\
title: T
questions:
  wars: tag:war
  a long name of a question: tag:war or tag:peace or "a phrase that is long enough to wrap"
  later: 2020..
  stale: actor:gone
events:
  - {id: one, date: 2014-03, title: One, tags: war, actors: bob}
  - {id: two, date: 2016, title: Two, tags: peace, actors: ann}
"""


@pytest.mark.parametrize("width", [40, 60, 80])
def test_it_fits_the_terminal(open_text: OpenText, expect_look: ExpectLook, width: int) -> None:
    chronology = open_text(SAVED)
    answers = list(saved_answers(chronology.select(), TODAY))
    expect_look("saved-questions", SavedQuestions(chronology, answers), width)


def test_in_a_pipe_there_are_fields(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(SAVED)
    ran = run("questions")
    assert ran.out == (
        "1\twars\ttag:war\t2014-03\t2014-03\n"
        '2\ta long name of a question\ttag:war or tag:peace or "a phrase that is long enough to '
        'wrap"\t2014-03\t2016\n'
        "0\tlater\t2020..\t\t\n"
        "\tstale\tactor:gone\t\t\n"
    )
    assert ran.err == "?stale: in the saved question 'stale': no actor is called 'gone'\n"

"""Events named by id, by the beginning of one, or by words of a title."""

from collections.abc import Callable

import pytest

from tests.conftest import refused
from timeline import NoSuchName, Timeline

OpenText = Callable[[str], Timeline]

EVENTS = """
- {id: griner-arrest, date: 2022-02-17, title: Brittney Griner detained at a Moscow airport}
- {id: griner-exchange, date: 2022-12-08, title: Griner exchanged for Viktor Bout}
- {id: war, date: 2022-02-24, title: War begins}
- {id: talks, date: 2022-03, title: "Talks: the warning"}
- {id: talks-2, date: 2022-04, title: "Talks, the end"}
- {id: émigrés, date: 1920, title: "Crimea's émigrés"}
- {id: lone, date: 1930, title: War begins again}
- {id: "100%", date: 1931, title: "A \\"quoted\\" title"}
"""


@pytest.mark.parametrize(
    ("names", "found"),
    [
        pytest.param(["griner-arrest"], ["griner-arrest"], id="id"),
        pytest.param(["talks"], ["talks"], id="id that begins another"),
        pytest.param(["griner-e"], ["griner-exchange"], id="beginning of an id"),
        pytest.param(["Griner Arrest"], ["griner-arrest"], id="words of an id"),
        pytest.param(["bout"], ["griner-exchange"], id="word of a title"),
        pytest.param(["moscow griner"], ["griner-arrest"], id="words in any order"),
        pytest.param(["detain"], ["griner-arrest"], id="beginning of a word"),
        pytest.param(["warning"], ["talks"], id="whole word"),
        pytest.param(["War begins"], ["war"], id="whole title, and a beginning of another"),
        pytest.param(["crimea's EMIGRES"], ["émigrés"], id="accents and apostrophes"),
        pytest.param(['"quoted"'], ["100%"], id="quotes"),
        pytest.param(["lone", "griner-a"], ["lone", "griner-arrest"], id="several ids"),
        pytest.param(["griner", "exchanged"], ["griner-exchange"], id="words apart"),
        pytest.param(["griner", "arrest"], ["griner-arrest"], id="words of an id apart"),
        pytest.param(["griner-a", "viktor bout"], ["griner-arrest", "griner-exchange"], id="mixed"),
    ],
)
def test_an_event_is_named(open_text: OpenText, names: list[str], found: list[str]) -> None:
    assert [event.id for event in open_text(EVENTS).events(names)] == found


@pytest.mark.parametrize(
    ("names", "message"),
    [
        pytest.param(
            ["griner"],
            "several ids start with 'griner'\nchoose one of:\n"
            "  griner-arrest  17 February 2022, Brittney Griner detained at a Moscow airport\n"
            "  griner-exchange  8 December 2022, Griner exchanged for Viktor Bout",
            id="several ids",
        ),
        pytest.param(
            ["begins"],
            "several titles contain 'begins'\nchoose one of:\n"
            "  lone  1930, War begins again\n  war  24 February 2022, War begins",
            id="several titles",
        ),
        pytest.param(
            ["arrest"],
            "no event has 'arrest' in its id or title\nchoose one of:\n"
            "  griner-arrest  17 February 2022, Brittney Griner detained at a Moscow airport",
            id="within an id",
        ),
        pytest.param(
            ["griner-arest"],
            "no event has 'griner-arest' in its id or title\ndid you mean griner-arrest?",
            id="misspelt id",
        ),
        pytest.param(
            ["zeppelin"],
            "no event has 'zeppelin' in its id or title\n'timeline list --oneline' lists the ids",
            id="unknown",
        ),
        pytest.param(["\x1b"], "no event has '<U+001B>' in its id or title", id="control"),
        pytest.param(
            ["lone", "zeppelin"],
            "no event has 'zeppelin' in its id or title\n'timeline list --oneline' lists the ids",
            id="one of two",
        ),
    ],
)
def test_what_names_no_event_or_several(
    open_text: OpenText, names: list[str], message: str
) -> None:
    with refused(NoSuchName, message):
        open_text(EVENTS).events(names)


@pytest.mark.parametrize("asked", ["", '"', "*", "title:x", "a AND", "NEAR(a b)", "x" * 2000, "%"])
def test_any_text_is_answered(open_text: OpenText, asked: str) -> None:
    with pytest.raises(NoSuchName):
        open_text(EVENTS).event(asked)

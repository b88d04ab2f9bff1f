"""Saved questions: the questions that a chronology keeps by name."""

from timeline.errors import NotUnderstoodError, QuestionError
from timeline.index import Index
from timeline.query import Alternative, Field, Query
from timeline.search.naming.names import NoSuchName, shown
from timeline.text import closest, fold, listed, visible


def find_question(index: Index, asked: str, on_the_way: tuple[str, ...]) -> tuple[str, Query]:
    """Return the name and the question that `?asked` stands for.

    `on_the_way` are the names of the saved questions that lead here. Raises `NotUnderstoodError`
    if there is none, if it is not a question, or if it leads back to itself.
    """
    questions = index.saved_questions()
    name = asked if asked in questions else _only(asked, questions)
    if name in on_the_way:
        circle = " -> ".join(map(written, (*on_the_way, name)))
        raise NotUnderstoodError(f"the saved question asks for itself: {circle}")
    try:
        return name, Query.parse(questions[name])
    except QuestionError as error:
        raise NotUnderstoodError(
            f"the saved question '{visible(name)}' is not a question: {error.message}",
            error.advice,
        ) from None


def written(name: str) -> str:
    """Return how to ask a saved question: `?war`, `?"two words"`."""
    return visible(str(Alternative(Field.QUESTION, name)))


def _only(asked: str, questions: dict[str, str]) -> str:
    """Return the name of the one question with this name, ignoring case and punctuation."""
    same = [name for name in questions if fold(name) == fold(asked)]
    if len(same) == 1:
        return same[0]
    message = f"there is no saved question '{shown(asked)}'"
    if near := closest(asked, questions):
        raise NoSuchName(message, f"did you mean {listed(map(written, near))}?")
    advice = "'timeline questions' lists them" if questions else "none are saved in the file"
    raise NoSuchName(message, advice)

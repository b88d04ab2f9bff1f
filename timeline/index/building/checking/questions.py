"""Checks of the saved questions of a chronology: their syntax, and that none asks for itself."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.errors import QuestionError
from timeline.index import Index
from timeline.index.building.checking.cycles import cycles, in_short
from timeline.query import Alternative, Field, Query
from timeline.readers import Place
from timeline.text import fold, visible


class Finding(NamedTuple):
    """Something wrong with the saved question at a place of a file."""

    file: int
    at: Place
    message: str


def _place_of(error: QuestionError, whole: Place) -> Place:
    """Return the place of a mistake in a question that stands at `whole`."""
    before = (whole.width - len(error.question)) // 2
    if before not in (0, 1):
        # It is written on several lines, or with escapes.
        return whole
    width = max(1, error.end - error.start)
    return Place(whole.line, whole.column + before + error.start, width)


def check_questions(index: Index) -> Iterator[Finding]:
    """Yield what is wrong with the saved questions, except names that are not in the chronology."""
    places: dict[str, tuple[int, Place]] = {}
    asks: dict[str, list[str]] = {}
    rows = list(index.rows("SELECT * FROM saved_question ORDER BY rowid"))
    named = {fold(row[0]): row[0] for row in rows}
    for name, text, file, *at in rows:
        places[name] = file, Place(*at)
        try:
            query = Query.parse(text)
        except QuestionError as error:
            advice = f": {error.advice.splitlines()[0]}" if error.advice else ""
            message = f"the question '{visible(name)}' is wrong: {error.message}{advice}"
            yield Finding(file, _place_of(error, places[name][1]), message)
            continue
        asked = [
            one.value
            for term in query.every_term()
            for one in term.alternatives
            if one.field is Field.QUESTION
        ]
        asks[name] = [named[fold(one)] for one in asked if fold(one) in named]
    for cycle in cycles(asks):
        names = [visible(str(Alternative(Field.QUESTION, one))) for one in cycle]
        message = f"the question asks for itself: {' -> '.join(in_short(names))}"
        yield Finding(*places[cycle[-2]], message)

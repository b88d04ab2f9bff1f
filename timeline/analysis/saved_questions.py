"""The saved questions of a chronology, with the number of events that each finds."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from timeline.dates import EventDate
from timeline.errors import QuestionError
from timeline.query import Alternative, Field, Query, Term
from timeline.search import Selection


class SavedAnswer(NamedTuple):
    """What a saved question finds among some events.

    `events` is their number, None if the question cannot be asked; `error` then says why. `span`
    holds the dates of the first and the last event, None if there are none.
    """

    name: str
    question: str
    events: int | None
    span: tuple[EventDate, EventDate] | None = None
    error: str = ""


def saved_answers(selection: Selection, today: date) -> Iterator[SavedAnswer]:
    """Yield what each saved question finds among the events of a selection, in the file's order."""
    query = selection.query
    for name, question in selection.index.saved_questions().items():
        term = Term((Alternative(Field.QUESTION, name),))
        asked = Query((*query.terms, term), query.certain)
        try:
            found = Selection(selection.index, asked, today)
        except QuestionError as error:
            yield SavedAnswer(name, question, None, None, error.message)
        else:
            yield SavedAnswer(name, question, len(found), found.span())

"""The rule about saved questions that cannot be asked."""

from collections.abc import Iterator
from datetime import date

from timeline.analysis import saved_answers
from timeline.index import Index
from timeline.query import Query
from timeline.rules.rule import Entry, Finding
from timeline.search import Selection


def stale_question(index: Index) -> Iterator[Finding]:
    """Find each saved question that names something which is not in the chronology."""
    if not index.saved_questions():
        return
    today = date.today()
    for one in saved_answers(Selection(index, Query(), today), today):
        if one.error:
            yield Finding(one.error, Entry("question", one.name))

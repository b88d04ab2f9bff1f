"""The bounds in time of a question, for engines that have a condition of their own."""

from datetime import date

from timeline.index import Index
from timeline.query import Query
from timeline.search.condition import Condition, condition


def bounds_of(index: Index, query: Query, today: date) -> Condition:
    """Return the condition of a question in SQLite, which has its bounds.

    Raises QuestionError, which points to the name or period that is wrong.
    """
    return condition(index, query, today)

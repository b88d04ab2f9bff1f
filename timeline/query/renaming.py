"""Give a name in a question another spelling, and leave the rest of its text as it is."""

import re

from msgspec.structs import replace

from timeline.errors import QuestionError
from timeline.query.parser import Query
from timeline.query.terms import PERIOD_FIELDS, Alternative, Field


def with_name(question: str, field: Field, old: str, new: str) -> str:
    """Return a question in which the values of a field that are `old` are `new`.

    The id of an event is also replaced in periods, as in `since:@old+6m`. Text that is not a
    question is returned unchanged.
    """
    try:
        terms = list(Query.parse(question).every_term())
    except QuestionError:
        return question
    found = [one for term in terms for one in term.alternatives]
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        value = _renamed(one, field, old, new)
        if value != one.value:
            written = str(replace(one, value=value))
            question = question[: one.start] + written + question[one.end :]
    return question


def _renamed(one: Alternative, field: Field, old: str, new: str) -> str:
    if one.field is field:
        return new if one.value == old else one.value
    if field is Field.ID and one.field in PERIOD_FIELDS:
        pattern = rf"@{re.escape(old)}(?=$|[+~-]\d+[dwmy]$|[+-]\d+[dwmy]\.\.|\.\.)"
        return re.sub(pattern, lambda _: f"@{new}", one.value, flags=re.IGNORECASE)
    return one.value

"""Give a name in a question another spelling, and leave the rest of its text as it is."""

from msgspec.structs import replace

from timeline.dates import possible_ids
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
        sides = one.value.split("..", 1) if one.field is Field.BETWEEN else [one.value]
        return "..".join(_with_event(side, old, new) for side in sides)
    return one.value


def _with_event(period: str, old: str, new: str) -> str:
    before, sign, event = period.partition("@")
    if sign and not before.strip():
        for name in possible_ids(event):
            if name.casefold() == old.casefold():
                return f"{before}@{new}{event[len(name) :]}"
    return period

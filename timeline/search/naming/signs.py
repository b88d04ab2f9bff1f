"""Suggest the `@` that is missing before the id of an event in a period."""

from timeline.dates import possible_ids
from timeline.index import Index
from timeline.query import Alternative, Field
from timeline.search.naming.events import is_id
from timeline.text import visible


def with_signs(index: Index, text: str, asked: Alternative | None = None) -> str | None:
    """Return how to write a text that is an event's id, or contains ids; None if it does not.

    `asked` is the term of the text, if it has one: the whole term is returned.
    """
    whole = asked.value if asked else text
    sides = whole.split("..") if asked and asked.field is Field.BETWEEN else [whole]
    signed = ["@" * _is_unsigned(index, side) + side for side in sides]
    if signed == sides:
        return None
    written = "..".join(signed)
    return visible(f"{asked.field}:{Alternative(asked.field, written)}" if asked else written)


def _is_unsigned(index: Index, text: str) -> bool:
    """Return whether a text is the id of an event, also with a length of time after it."""
    return any(is_id(index, name) for name in possible_ids(text, need_units=False))

"""Operators of other query languages. Questions have none; errors say what to write instead."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from timeline.query.terms import (
    OPERATOR_WORDS,
    Alternative,
    Field,
    Misuse,
    Term,
    bracket_in,
    relation_in,
)

RULE = "a space narrows, a comma widens, a minus excludes"

_ONE_FIELD = "a comma widens within one field only, as in 'tag:war,diplomacy': ask one at a time"
_MEANING = {"|": "or", "&": "and", "!": "not"}


Piece = tuple[int, int, Term | None]
"""A term of a question and its position, `text[start:end]`. For a sign, the term is None."""


class _Item(NamedTuple):
    """A piece of a question: a term, an operator, or a word that can be both."""

    start: int
    end: int
    term: Term | None
    operator: str


def misuses(pieces: Sequence[Piece], text: str) -> Iterator[Misuse]:
    """Yield the operators among the pieces of a question: `2022 or 2023`, `tag:a|tag:b`."""
    items = [_Item(*piece, _operator(piece, text)) for piece in pieces]
    for place, item in enumerate(items):
        if not item.operator:
            continue
        around = [items[place - 1].term if place else None]
        around.append(items[place + 1].term if place + 1 < len(items) else None)
        operands = [term for term in (around[1:] if item.operator == "not" else around) if term]
        complete = len(operands) == (1 if item.operator == "not" else 2)
        written = text[item.start : item.end]
        if item.term is None or (complete and written.isupper()):
            certain = True
        elif complete:
            certain = not all(map(_is_plain, operands))
        else:
            continue
        advice = _advice(items, place, operands) if complete else RULE
        message = f"'{written}' is not an operator"
        yield Misuse(item.start, item.end, message, advice, certain)


def _operator(piece: Piece, text: str) -> str:
    start, end, term = piece
    written = text[start:end].lower()
    if term is None:
        return _MEANING[written[0]]
    return written if written in OPERATOR_WORDS else ""


def _is_plain(term: Term) -> bool:
    """Tell whether a term is one word to search for, without any syntax."""
    (first, *others) = term.alternatives
    is_word = not first.phrase or first.value.lower() in OPERATOR_WORDS
    return first.field is Field.TEXT and is_word and not others and not term.negated


def _advice(items: Sequence[_Item], place: int, operands: Sequence[Term]) -> str:
    match items[place].operator:
        case "not":
            term = str(replace(operands[0], negated=True))
            return f"a minus excludes: write '{re.sub('^not:(?=[a-z]+:)', '-', term)}'"
        case "and" if items[place + 1].operator:
            return RULE
        case "and" if place > 1 and str(items[place - 2].term).lower() == "between":
            return f"for the time between, write '{operands[0]}/{operands[1]}'"
        case "and":
            return f"a space narrows: write '{operands[0]} {operands[1]}'"
    listed = [*operands[0].alternatives]
    field = listed[0].field
    while place + 1 < len(items) and items[place].operator == "or":
        if (other := items[place + 1].term) is None:
            break
        # In `tag:a|b`, the field applies to both.
        inherits = items[place].end == items[place + 1].start
        values = [
            replace(one, field=field) if inherits and one.field is Field.TEXT else one
            for one in other.alternatives
        ]
        if other.negated or not _can_be_listed([*listed, *values]):
            return _ONE_FIELD
        listed += values
        place += 2
    return f"a comma widens: write '{Term(tuple(listed))}'"


def _can_be_listed(alternatives: Sequence[Alternative]) -> bool:
    return all(one.is_bare for one in alternatives) or len({one.field for one in alternatives}) == 1


def misuse_in(name: Field, value: str, start: int) -> Misuse:
    """Return the bracket or comparison in a bare value with an operator: `(2022`, `>2022`.

    `start` is the position of the value in the question.
    """
    if (at := bracket_in(name, value)) is not None:
        return Misuse(start + at, start + at + 1, "brackets do not group terms", RULE)
    found = relation_in(name, value)
    if found is None:
        # The value ends at another sign, as in `&|`.
        return Misuse(start, start + len(value), f"'{value}' is not an operator", RULE)
    field, operator, rest = found.groups()
    if operator == "!=":
        advice = f"a minus excludes: write '-{field}:{rest}'"
    elif operator[0] in "<>" and field.lower() in ("", "year"):
        advice = f"write '{'since' if operator[0] == '>' else 'until'}:{rest}'"
    else:
        advice = f"write '{field}:{rest}'"
    place = start + found.start(2), start + found.end(2)
    return Misuse(*place, f"'{operator}' is not an operator", advice)


def rewritten(name: Field, value: str) -> str:
    """Return how to write values joined by `or`, `and` or their signs; empty if they are not.

    For the tag `war or peace`, this is `tag:war,peace`.
    """
    either = re.split(r"(?i)\s+or\s+|\s*\|+\s*|\s*;\s*", value)
    both = re.split(r"(?i)\s+and\s+|\s*&&\s*", value)
    if len(either) > 1:
        return f"a comma widens: write '{Term(tuple(Alternative(name, one) for one in either))}'"
    if len(both) > 1:
        terms = " ".join(str(Term((Alternative(name, one),))) for one in both)
        return f"a space narrows: write '{terms}'"
    return ""

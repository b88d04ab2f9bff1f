"""Operators of other query languages; errors say what to write instead."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timeline.query.joining import Piece, is_or
from timeline.query.terms import (
    CERTAIN,
    FIELD,
    OPERATOR_WORDS,
    PREFIX,
    Alternative,
    Clause,
    Field,
    Misuse,
    Term,
    as_period,
    relation_in,
)

RULE = "a space narrows, a comma widens, a minus excludes"

_MEANING = {"&": "and", "!": "not"}


class _Item(NamedTuple):
    """A piece of a question: a term, an operator, or a word that can be both."""

    start: int
    end: int
    term: Clause | None
    operator: str


def misuses(pieces: Sequence[Piece], text: str) -> Iterator[Misuse]:
    """Yield the operators of other languages among the pieces: `2022 and 2023`, `!tag:a`."""
    items = [
        _Item(*piece[:2], piece.clauses[0] if piece.clauses else None, _operator(piece, text))
        for piece in pieces
    ]
    for place, item in enumerate(items):
        if not item.operator:
            continue
        around = items[place + 1 : place + 2]
        if item.operator != "not":
            around = items[max(place - 1, 0) : place] + around
        operands = [one for one in around if one.term]
        complete = len(operands) == (1 if item.operator == "not" else 2)
        written = text[item.start : item.end]
        if item.term is None or (complete and written.isupper()):
            certain = True
        elif complete:
            certain = not all(_is_plain(one.term) for one in operands if one.term)
        else:
            continue
        spelt = [text[one.start : one.end] for one in operands]
        advice = _advice(items, place, spelt) if complete else RULE
        message = f"'{written}' is not an operator"
        yield Misuse(item.start, item.end, message, advice, certain)


def _operator(piece: Piece, text: str) -> str:
    written = text[piece.start : piece.end].lower()
    if is_or(piece, text):
        return ""
    if not piece.clauses:
        return _MEANING.get(written[0], written)
    return written if written in OPERATOR_WORDS else ""


def _is_plain(term: Clause) -> bool:
    """Return whether a term is one word to search for, without any syntax."""
    if not isinstance(term, Term):
        return False
    (first, *others) = term.alternatives
    is_word = not first.phrase or first.value.lower() in OPERATOR_WORDS
    return first.field is Field.TEXT and is_word and not others and not term.negated


def _advice(items: Sequence[_Item], place: int, operands: Sequence[str]) -> str:
    if items[place].operator == "not":
        minus = "-" if FIELD.match(operands[0]) else "not:"
        return f"a minus excludes: write '{minus}{operands[0]}'"
    if items[place + 1].operator:
        return RULE
    if place > 1 and str(items[place - 2].term).lower() == "between":
        return f"for the time between, write '{operands[0]}/{operands[1]}'"
    return f"a space narrows: write '{operands[0]} {operands[1]}'"


def misuse_in(name: Field, value: str, start: int) -> Misuse:
    """Return the comparison in a bare value with an operator: `tag=war`, `>2022`.

    `start` is the position of the value in the question.
    """
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
    """Return how to write values joined by `or`, `and` or their signs, or followed by other terms.

    For the tag `war or peace`, this is `tag:war,peace`. It is empty for any other value.
    """
    either = re.split(r"(?i)\s+or\s+|\s*\|+\s*|\s*;\s*", value)
    both = re.split(r"(?i)\s+and\s+|\s*&&\s*", value)
    if any(map(_is_term, either[1:])):
        terms = (one if _is_term(one) else _term(name, one) for one in either)
        return f"write '({' or '.join(terms)})'"
    if len(either) > 1:
        return f"a comma widens: write '{Term(tuple(Alternative(name, one) for one in either))}'"
    if len(both) > 1:
        terms = (one if _is_term(one) else _term(name, one) for one in both)
        return f"a space narrows: write '{' '.join(terms)}'"
    words = value.split()
    at = next((place for place, word in enumerate(words) if place and _is_term(word)), None)
    return "" if at is None else apart(name, " ".join(words[:at]), words[at:])


def apart(name: Field, value: str, others: Iterable[str]) -> str:
    """Return the advice to write a value and other terms without quotes around them all."""
    terms = " ".join([_term(name, value), *others])
    return f"for several terms, leave out the quotes around them: {terms}"


def unquoted(text: str) -> str:
    """Return a phrase that is a question of several terms, such as `treaty 2022`; else empty."""
    words = text.split()
    return text if len(words) > 1 and any(map(_is_term, words)) else ""


def _term(name: Field, value: str) -> str:
    return str(Term((Alternative(name, value),)))


def _is_term(word: str) -> bool:
    """Return whether a word is a term of a question rather than a word to search for."""
    if word.lower() == CERTAIN or as_period(word) is not None:
        return True
    return len(word) > 1 and PREFIX.match(word) is not None

"""Turn command-line arguments and options into a question, and restore quotes."""

import re
from collections.abc import Iterable

from timeline.query.parser import Query
from timeline.query.terms import (
    ALONE_FIELDS,
    BARE,
    CERTAIN,
    FIELD,
    FIELDS,
    PERIOD_FIELDS,
    PREFIX,
    AnyOf,
    Field,
    as_period,
    quoted,
)

# Not compiled, because few questions need them.
_LATER_FIELD = (
    rf"(?i)(?:^|\s)(?:-|not:)*\?\S|\s(?:-|not:)*(?:(?:{'|'.join(FIELDS)}):\S|{CERTAIN}(?:\s|$))"
)
_WITH_OPERATOR = rf"(?i)(?:-|not:)*(?:(?:{'|'.join(FIELDS)}):)?\(|.*\|"
_OR = r"(?i)(?:^|\s+)or(?:\s+|$)"
_LIST = r'(?s)=?(?:"(?:[^"\\]|\\.)*"|[^\s,"]+)(?:,=?(?:"(?:[^"\\]|\\.)*"|[^\s,"]+))*'
_DAY_AND_YEAR = r"(?i)([a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?)\s*,\s*(?=\d{4}\s*(?:,|$))"


def question(words: Iterable[str], options: Iterable[tuple[Field, str]], certain: bool) -> Query:
    """Return the question made of the words and options of a command line.

    Raises QuestionError, as `Query.parse` does.
    """
    parts = [word(argument) for argument in words]
    more = [option(name, value) for name, value in options] + [CERTAIN] * certain
    asked = " ".join(parts)
    if more and _is_either(asked):
        # Options narrow all that the words ask for.
        asked = f"({asked})"
    return Query.parse(" ".join(filter(None, [asked, *more])))


def _is_either(asked: str) -> bool:
    """Return whether the words of a question are terms joined by `or`."""
    if "|" not in asked and not re.search(r"(?i)\bor\b", asked):
        return False
    terms = Query.parse(asked).terms
    return len(terms) == 1 and isinstance(terms[0], AnyOf)


def word(argument: str) -> str:
    """Return an argument as it is written in a question.

    An argument that contains a space is a phrase or a name, and is quoted. An argument is part of a
    question and returned unchanged if it contains quotes, a saved question, a field after a space
    or `|`, begins with a bracket, or joins fields and periods by `or`.
    """
    argument = argument.strip()
    if '"' in argument or not re.search(r"\s", argument) or re.search(_LATER_FIELD, argument):
        return argument
    if re.match(_WITH_OPERATOR, argument) or _joins_terms(argument):
        return argument
    prefix = found[0] if (found := PREFIX.match(argument)) else ""
    rest = argument[len(prefix) :]
    if (found := FIELD.match(rest)) and found[1].lower() in FIELDS:
        return prefix + option(FIELDS[found[1].lower()], rest[found.end() :])
    return prefix + quoted(rest)


def _joins_terms(argument: str) -> bool:
    """Return whether there is an `or` in an argument between fields and periods alone."""
    sides = re.split(_OR, argument)
    return len(sides) > 1 and all(
        as_period(term) is not None or ((field := FIELD.match(term)) and field[1].lower() in FIELDS)
        for side in sides
        for term in side.split()
    )


def option(name: Field, value: str) -> str:
    """Return an option as a term of a question; its value may be a list separated by commas."""
    if '"' in value and re.fullmatch(_LIST, value.strip()):
        return f"{name}:{value.strip()}"
    if name in PERIOD_FIELDS and "," in value:
        # The comma in `March 18, 2014` is part of the date.
        value = re.sub(_DAY_AND_YEAR, r"\1 ", value)
    return f"{name}:{','.join(_value(name, part.strip()) for part in value.split(','))}"


def _value(name: Field, text: str) -> str:
    alone = "=" if name in ALONE_FIELDS and text.startswith("=") else ""
    rest = text[len(alone) :].strip()
    return alone + (rest if not rest or BARE.fullmatch(rest) else quoted(rest))

"""The arguments of a command line as a question: the shell took the quotes, options name fields."""

import re
from collections.abc import Iterable

from timeline.query.parser import CERTAIN, Query
from timeline.query.terms import BARE, FIELD, FIELDS, PERIOD_FIELDS, PREFIX, Field, quoted

# These stay text: few questions need one of them compiled.
_LATER_FIELD = rf"(?i)\s(?:-|not:)*(?:{'|'.join(FIELDS)}):\S"
_LIST = r'(?s)=?(?:"(?:[^"\\]|\\.)*"|[^\s,"]+)(?:,=?(?:"(?:[^"\\]|\\.)*"|[^\s,"]+))*'
_DAY_AND_YEAR = r"(?i)([a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?)\s*,\s*(?=\d{4}\s*(?:,|$))"


def question(words: Iterable[str], options: Iterable[tuple[Field, str]], certain: bool) -> Query:
    """Return the question that a command line's words and options ask together.

    Raises `QuestionError` as `Query.parse` does.
    """
    parts = [word(argument) for argument in words]
    parts += [option(name, value) for name, value in options]
    return Query.parse(" ".join([*parts, *([CERTAIN] if certain else [])]))


def word(argument: str) -> str:
    """Return one argument as a word of a question.

    An argument with a space in it is one phrase or name. One that still has quotes, or a field
    after a space, is a piece of a question as it is.
    """
    argument = argument.strip()
    if '"' in argument or not re.search(r"\s", argument) or re.search(_LATER_FIELD, argument):
        return argument
    prefix = found[0] if (found := PREFIX.match(argument)) else ""
    rest = argument[len(prefix) :]
    if (found := FIELD.match(rest)) and found[1].lower() in FIELDS:
        return prefix + option(FIELDS[found[1].lower()], rest[found.end() :])
    return prefix + quoted(rest)


def option(name: Field, value: str) -> str:
    """Return an option's value, which may list several with commas, as a word of a question."""
    if '"' in value and re.fullmatch(_LIST, value.strip()):
        return f"{name}:{value.strip()}"
    if name in PERIOD_FIELDS and "," in value:
        # The comma of `March 18, 2014` is part of one day.
        value = re.sub(_DAY_AND_YEAR, r"\1 ", value)
    return f"{name}:{','.join(_value(name, part.strip()) for part in value.split(','))}"


def _value(name: Field, text: str) -> str:
    alone = "=" if name is Field.ACTOR and text.startswith("=") else ""
    rest = text[len(alone) :].strip()
    return alone + (rest if not rest or BARE.fullmatch(rest) else quoted(rest))

"""The terms of a question, and how they are written."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

import msgspec

from timeline.dates import EventDate, typed_interval
from timeline.errors import DateError


class Field(StrEnum):
    """What a term is about.

    `TEXT` is for bare words and `QUESTION` for saved questions (`?name`): neither is written as a
    field.
    """

    YEAR = "year"
    SINCE = "since"
    UNTIL = "until"
    DURING = "during"
    NEAR = "near"
    BETWEEN = "between"
    ACTOR = "actor"
    TAG = "tag"
    PLACE = "place"
    SOURCE = "source"
    KNOWN_BY = "known-by"
    ID = "id"
    TEXT = "text"
    QUESTION = "question"


FIELDS = {str(name): name for name in Field if name not in (Field.TEXT, Field.QUESTION)}
"""The fields that can be written, by name."""

CERTAIN = "is:certain"
"""What asks for certain answers only."""

ALONE_FIELDS = (Field.ACTOR, Field.SOURCE)
"""The fields whose values can have a `=` before them."""

PERIOD_FIELDS = (
    Field.YEAR,
    Field.SINCE,
    Field.UNTIL,
    Field.DURING,
    Field.NEAR,
    Field.BETWEEN,
    Field.KNOWN_BY,
)
"""The fields whose values are periods."""

NAME_FIELDS = (Field.ACTOR, Field.TAG, Field.PLACE, Field.SOURCE, Field.ID)
"""The fields whose values are names."""

SAVED = re.compile(r"\?(?=[^\s,|&()])")
"""The mark before the name of a saved question."""

PREFIX = re.compile(r"(?:-|not:)+(?=[^\s-])", re.IGNORECASE)
_NAME = "[A-Za-z_]+(?:-[A-Za-z]+)*"
FIELD = re.compile(rf"({_NAME}):")
BARE = re.compile(rf'(?:[^\s,"|&()]|\([^\s,"|&()]*\)|&(?!&|{_NAME}:))+')
"""A value without quotes. Brackets in it are in pairs, as in `Georgia(US)`."""

# Not compiled, because few questions have signs.
_SIGN = rf"\|+|&&+|&(?=[\s,]|$|{_NAME}:)|!(?=[\s,(-]|$|{_NAME}:)"

OPERATOR_WORDS = ("and", "or", "not")
"""`or`, and English words that are operators in other query languages. They match whole words."""

_RELATION = rf"({_NAME}|(?=[<>]=?\d))([=!<>]=|[=<>])(.+)"
_PERIOD_SHAPE = r"(?a)(?:\.\.-?)?[\dY][\dXYTZ~?%:+/.\u2012-\u2015-]*"


class ComparedByMeaning(msgspec.Struct, frozen=True, eq=False):
    """A value whose equality ignores how it was written."""

    @property
    def meaning(self) -> tuple[object, ...]:
        """What is compared."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.meaning == other.meaning

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.meaning)


class Alternative(ComparedByMeaning, frozen=True, eq=False):
    """One of the values of a term, any of which may match.

    `value` is a name, a period or a text. A `phrase` is a text to find word for word; otherwise
    each word of a text matches every word that starts with it. `alone` excludes those who act for
    an actor, and events that also have sources of other publishers. `start` and `end` are the
    position in the question, which does not affect equality.
    """

    field: Field
    value: str
    phrase: bool = False
    alone: bool = False
    start: int = 0
    end: int = 0

    @property
    def meaning(self) -> tuple[object, ...]:
        """The field, the value and both flags."""
        return self.field, self.value, self.phrase, self.alone

    def __str__(self) -> str:
        value = self.value
        if self.phrase or not BARE.fullmatch(value) or self._reads_otherwise():
            value = quoted(value)
        mark = "?" if self.field is Field.QUESTION else "=" if self.alone else ""
        return f"{mark}{value}"

    @property
    def is_bare(self) -> bool:
        """Whether it is written without a field: a text, a saved question or a plain period."""
        return self.field in (Field.TEXT, Field.QUESTION) or (
            self.field is Field.YEAR and as_period(self.value) is not None
        )

    def _reads_otherwise(self) -> bool:
        """Return whether the value would be parsed as something else if it were not quoted."""
        value = self.value
        if misplaced(self.field, value) or has_operator(self.field, value):
            return True
        if self.field in ALONE_FIELDS and value.startswith("="):
            return True
        if self.field in NAME_FIELDS:
            return SAVED.match(value) is not None
        return self.field is Field.TEXT and (
            value.startswith("(")
            or SAVED.match(value) is not None
            or value.lower() in OPERATOR_WORDS
            or as_period(value) is not None
        )


class Term(msgspec.Struct, frozen=True):
    """A condition: an event matches any of the alternatives or, if `negated`, none of them."""

    alternatives: tuple[Alternative, ...]
    negated: bool = False

    def __str__(self) -> str:
        first = self.alternatives[0].field
        values = ",".join(map(str, self.alternatives))
        bare = all(one.is_bare for one in self.alternatives)
        return ("not:" if self.negated else "") + (values if bare else f"{first}:{values}")


class AnyOf(msgspec.Struct, frozen=True):
    """`(2022 tag:war) or 2023`: an event matches if it matches every clause of any branch.

    If `negated`, it must not.
    """

    branches: tuple[tuple["Clause", ...], ...]
    negated: bool = False

    def __str__(self) -> str:
        if len(self.branches) == 1:
            either = _spelt(self.branches[0])
        else:
            either = " or ".join(
                _spelt(branch) if len(branch) == 1 else f"({_spelt(branch)})"
                for branch in self.branches
            )
        return ("not:" if self.negated else "") + f"({either})"


Clause = Term | AnyOf
"""A part of a question that an event must match."""


def _spelt(clauses: Iterable[Clause]) -> str:
    return " ".join(map(str, clauses))


def terms_in(clauses: Iterable[Clause]) -> Iterator[Term]:
    """Yield the terms of clauses, including those in brackets, in the order of the question."""
    for clause in clauses:
        if isinstance(clause, Term):
            yield clause
        else:
            for branch in clause.branches:
                yield from terms_in(branch)


class Misuse(NamedTuple):
    """An operator at `text[start:end]` of a question, and what to write instead.

    It is not `certain` if it may be a word to search for, as in `war and peace`.
    """

    start: int
    end: int
    message: str
    advice: str
    certain: bool = True


def quoted(value: str) -> str:
    """Return a value in quotes, so that it is parsed as a single text."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def as_period(text: str) -> EventDate | None:
    """Return the period that a bare word stands for, as a date; None if it is not a period.

    Intervals may be written as described in `typed_interval`: `2014..2016`, `1939-41`.
    """
    if not text.isdecimal() and not re.fullmatch(_PERIOD_SHAPE, text):
        return None
    try:
        return EventDate.parse(typed_interval(text))
    except DateError:
        return None


def misplaced(name: Field, value: str) -> re.Match[str] | None:
    """Return the minus or the field at the start of a bare value, which belong before a term."""
    field = FIELD.match(value)
    if field and (name is Field.TEXT or field[1].lower() in (*FIELDS, "is", "not")):
        return field
    return None if name in PERIOD_FIELDS else PREFIX.match(value)


def sign_at(text: str, at: int) -> re.Match[str] | None:
    """Find `|`, or an operator of another query language, at a position of a text.

    A term can begin there, or has just ended.
    """
    return re.compile(_SIGN).match(text, at) if text[at : at + 1] in ("|", "&", "!") else None


def has_operator(name: Field, value: str) -> bool:
    """Return whether a bare value contains an operator of another query language."""
    return bool(sign_at(value, 0) or relation_in(name, value))


def relation_in(name: Field, value: str) -> re.Match[str] | None:
    """Match a bare word that is a comparison: `tag=war`, `year>=2022`, `>2022`."""
    if name is not Field.TEXT or not {*"=<>"} & {*value}:
        return None
    found = re.fullmatch(_RELATION, value)
    return found if found and found[1].lower() in ("", *FIELDS) else None

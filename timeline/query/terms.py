"""The terms of a question, and how each is written."""

import re
from dataclasses import dataclass
from dataclasses import field as kept
from enum import StrEnum

from timeline.dates import EventDate, typed_interval
from timeline.errors import DateError


class Field(StrEnum):
    """What a term looks at. `TEXT` is the field of bare words, and is never written."""

    YEAR = "year"
    SINCE = "since"
    UNTIL = "until"
    ACTOR = "actor"
    TAG = "tag"
    PLACE = "place"
    SOURCE = "source"
    ID = "id"
    TEXT = "text"


FIELDS = {str(name): name for name in Field if name is not Field.TEXT}
"""The fields that can be written, by name."""

PERIOD_FIELDS = (Field.YEAR, Field.SINCE, Field.UNTIL)

PREFIX = re.compile(r"(?:-|not:)+(?=[^\s-])", re.IGNORECASE)
FIELD = re.compile(r"([A-Za-z_]+):")
BARE = re.compile(r'(?:[^\s,"|&]|&(?!&|[A-Za-z_]+:))+')
SIGN = re.compile(r"\|+|&&+|&(?=[\s,]|$|[A-Za-z_]+:)|!(?=[\s,(-]|$|[A-Za-z_]+:)")
"""An operator of other languages, where a term could begin or right after one."""

OPERATOR_WORDS = ("and", "or", "not")
"""What are operators in other languages, and English words: each is searched as a whole word."""

_RELATION = r"([A-Za-z_]+|(?=[<>]=?\d))([=!<>]=|[=<>])(.+)"
_PERIOD_SHAPE = re.compile(r"(?:\.\.-?)?[\dY][\dXYTZ~?%:+/.\u2012-\u2015-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of the things that a term may match.

    `value` is the name, period or words asked for. A `phrase` is searched as it stands, a text
    that is none by the beginnings of its words. `alone` leaves out those who act for an actor.
    `start` and `end` are its place in the question.
    """

    field: Field
    value: str
    phrase: bool = False
    alone: bool = False
    start: int = kept(default=0, compare=False)
    end: int = kept(default=0, compare=False)

    def __str__(self) -> str:
        value = self.value
        if self.phrase or not BARE.fullmatch(value) or self._reads_otherwise():
            value = quoted(value)
        return f"={value}" if self.alone else value

    @property
    def is_bare(self) -> bool:
        """Whether it is written without a field: a word to search for, or a plain period."""
        return self.field is Field.TEXT or (
            self.field is Field.YEAR and as_period(self.value) is not None
        )

    def _reads_otherwise(self) -> bool:
        """Tell whether the value, written without quotes, would be taken for something else."""
        value = self.value
        if misplaced(self.field, value) or has_operator(self.field, value):
            return True
        if self.field is Field.ACTOR:
            return value.startswith("=")
        return self.field is Field.TEXT and (
            value.lower() in OPERATOR_WORDS or as_period(value) is not None
        )


@dataclass(frozen=True, slots=True)
class Term:
    """What an event must match (or, `negated`, must not): any of the alternatives."""

    alternatives: tuple[Alternative, ...]
    negated: bool = False

    def __str__(self) -> str:
        first = self.alternatives[0].field
        values = ",".join(map(str, self.alternatives))
        bare = all(one.is_bare for one in self.alternatives)
        return ("not:" if self.negated else "") + (values if bare else f"{first}:{values}")


def quoted(value: str) -> str:
    """Return a value in quotes, which a question reads as it stands."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def as_period(text: str) -> EventDate | None:
    """Return the span of time that a bare word names, as a date; None where it names none.

    Intervals are read as `typed_interval` says: `2014..2016`, `1939-41`.
    """
    if not _PERIOD_SHAPE.fullmatch(text):
        return None
    try:
        return EventDate.parse(typed_interval(text))
    except DateError:
        return None


def misplaced(name: Field, value: str) -> re.Match[str] | None:
    """Return what opens a bare value and belongs before a whole term: a minus or a field."""
    field = FIELD.match(value)
    if field and (name is Field.TEXT or field[1].lower() in (*FIELDS, "is", "not")):
        return field
    return None if name in PERIOD_FIELDS else PREFIX.match(value)


def has_operator(name: Field, value: str) -> bool:
    """Tell whether a bare value begins with, or holds, an operator of other languages."""
    return bool(SIGN.match(value) or relation_in(name, value)) or (
        bracket_in(name, value) is not None
    )


def bracket_in(name: Field, value: str) -> int | None:
    """Return where a bare value has a bracket that groups terms: `(2022`, `tag:(war`, `2023)`.

    `(sic)` and `place:Georgia(US)` have none.
    """
    surplus = value.count("(") - value.count(")")
    if surplus:
        return value.index("(") if surplus > 0 else value.rindex(")")
    inner = value[1:-1]
    groups = name is Field.TEXT and value.startswith("(")
    return 0 if groups and (FIELD.match(inner) or as_period(inner)) else None


def relation_in(name: Field, value: str) -> re.Match[str] | None:
    """Return the relation that a bare word is: `tag=war`, `year>=2022`, `>2022`."""
    if name is not Field.TEXT or not {*"=<>"} & {*value}:
        return None
    found = re.fullmatch(_RELATION, value)
    return found if found and found[1].lower() in ("", *FIELDS) else None

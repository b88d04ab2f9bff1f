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
BARE = re.compile(r'[^\s,"]+')
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

    def _reads_otherwise(self) -> bool:
        """Tell whether the value, written without quotes, would be taken for something else."""
        return (
            self.value.startswith("=")
            if self.field is Field.ACTOR
            else self.field is Field.TEXT and as_period(self.value) is not None
        ) or bool(misplaced(self.field, self.value))


@dataclass(frozen=True, slots=True)
class Term:
    """What an event must match (or, `negated`, must not): any of the alternatives."""

    alternatives: tuple[Alternative, ...]
    negated: bool = False

    def __str__(self) -> str:
        first = self.alternatives[0].field
        values = ",".join(map(str, self.alternatives))
        bare = all(
            one.field is Field.TEXT or (one.field is Field.YEAR and as_period(one.value))
            for one in self.alternatives
        )
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

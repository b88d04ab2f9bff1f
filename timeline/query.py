"""A question put to a chronology: parsed from words, built from options, printed back as words.

    2022 actor:lavrov,blinken -tag:war "new start"

A space narrows, a comma widens, a minus excludes. What a name or a period stands for is not known
here: that depends on the chronology and on the day (see `conditions`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as kept
from enum import StrEnum

from timeline.dates import EventDate
from timeline.errors import DateError, QuestionError
from timeline.spelling import closest, listed


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


PERIOD_FIELDS = (Field.YEAR, Field.SINCE, Field.UNTIL)

_FIELDS = {str(name): name for name in Field if name is not Field.TEXT}
_CERTAIN = "is:certain"

_PREFIX = re.compile(r"(?:-|not:)+(?=[^\s-])")
_FIELD = re.compile(r"([A-Za-z_]+):")
_BARE = re.compile(r'[^\s,"]+')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PERIOD_SHAPE = re.compile(r"(?:\.\.)?[\dY][\dXTZ~?%:+/.,-]*")
_DATE_SHAPE = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{4}(?:-\d\d){0,2}(?:/|\.\.)\d{4}(?:-\d\d){0,2}")


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
        if self.phrase or not self._stands_bare():
            escaped = self.value.replace("\\", "\\\\").replace('"', '\\"')
            return f'{"=" if self.alone else ""}"{escaped}"'
        return f"={self.value}" if self.alone else self.value

    def _stands_bare(self) -> bool:
        if not _BARE.fullmatch(self.value):
            return False
        if self.field is Field.TEXT:
            return not (
                _PREFIX.match(self.value)
                or _FIELD.match(self.value)
                or _PERIOD_SHAPE.fullmatch(self.value)
            )
        return not self.value.startswith("=")


@dataclass(frozen=True, slots=True)
class Term:
    """What an event must match (or, `negated`, must not): any of the alternatives."""

    alternatives: tuple[Alternative, ...]
    negated: bool = False

    def __str__(self) -> str:
        first = self.alternatives[0].field
        values = ",".join(map(str, self.alternatives))
        bare = all(
            one.field is Field.TEXT
            or (one.field is Field.YEAR and _PERIOD_SHAPE.fullmatch(one.value))
            for one in self.alternatives
        )
        return ("not:" if self.negated else "") + (values if bare else f"{first}:{values}")


@dataclass(frozen=True, slots=True)
class Query:
    """A question: every term must hold. `certain`: a period must hold the whole of a date."""

    terms: tuple[Term, ...] = ()
    certain: bool = False
    text: str = kept(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Return the question that `text` asks.

        Raises `QuestionError` with the place in `text` where it cannot be understood.
        """
        return _Parser(text).query()

    def __str__(self) -> str:
        return " ".join([*map(str, self.terms), *([_CERTAIN] if self.certain else [])])


def word(argument: str) -> str:
    """Return one argument of a command line as a word of a question.

    The shell has taken the quotes away: an argument with a space in it is one phrase or name. One
    that still has quotes is a piece of a question as it is.
    """
    if '"' in argument or not re.search(r"[\s]", argument.strip()):
        return argument.strip()
    argument = argument.strip()
    prefix = found[0] if (found := _PREFIX.match(argument)) else ""
    rest = argument[len(prefix) :]
    if (found := _FIELD.match(rest)) and found[1].lower() in _FIELDS:
        return prefix + option(_FIELDS[found[1].lower()], rest[found.end() :])
    return f'{prefix}"{rest}"'


def option(name: Field, value: str) -> str:
    """Return an option's value, which may list several with commas, as a word of a question."""
    if '"' in value:
        return f"{name}:{value}"
    # `March 18, 2014` is one day.
    comma = r",(?!\s)" if name in PERIOD_FIELDS else ","
    values = [part.strip() for part in re.split(comma, value)]
    quoted = [
        part if _BARE.fullmatch(part) else re.sub(r"^(=?)(.*)$", r'\1"\2"', part, flags=re.S)
        for part in values
    ]
    return f"{name}:{','.join(quoted) if any(values) else ''}"


def as_period(text: str) -> EventDate | None:
    """Return the span of time that a bare word names, as a date; None where it names none.

    `2014..2016`, `2014..` and `..2016` are the intervals `2014/2016`, `2014/..` and `../2016`.
    """
    if not _PERIOD_SHAPE.fullmatch(text):
        return None
    if "/" not in text and ".." in text:
        first, _, last = text.partition("..")
        text = f"{first or '..'}/{last or '..'}"
    try:
        return EventDate.parse(text)
    except DateError:
        return None


class _Parser:
    """Reads a question from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def query(self) -> Query:
        terms: list[Term] = []
        certain = False
        while self._skip_space():
            if re.compile(rf"{_CERTAIN}(?!\S)").match(self._text, self._at):
                self._at += len(_CERTAIN)
                certain = True
            else:
                terms.append(self._term())
        return Query(tuple(terms), certain, self._text)

    def _skip_space(self) -> bool:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _term(self) -> Term:
        start = self._at
        negated = False
        if found := _PREFIX.match(self._text, self._at):
            negated = len(re.findall("-|not:", found[0])) % 2 == 1
            self._at = found.end()
        name = self._field()
        alternatives = [self._alternative(name, start)]
        while self._text[self._at : self._at + 1] == ",":
            self._at += 1
            alternatives.append(self._alternative(name, start))
        if self._at < len(self._text) and not self._text[self._at].isspace():
            raise self._error("a space must stand before this", self._at, self._at + 1)
        return Term(tuple(alternatives), negated)

    def _field(self) -> Field:
        found = _FIELD.match(self._text, self._at)
        if not found:
            return Field.TEXT
        name = found[1].lower()
        if name not in _FIELDS:
            near = closest(name, _FIELDS, 1)
            raise self._error(
                f"there is no field '{found[1]}'",
                found.start(),
                found.end(),
                (
                    f"did you mean '{near[0]}:'? "
                    if near
                    else f"fields are {listed(_FIELDS, 'and')}; "
                )
                + f"to search for the text, quote it: '\"{self._word_at(found.start())}\"'",
            )
        self._at = found.end()
        return _FIELDS[name]

    def _word_at(self, start: int) -> str:
        found = _BARE.match(self._text, start)
        return found[0] if found else ""

    def _alternative(self, name: Field, term_start: int) -> Alternative:
        start = self._at
        alone = name is Field.ACTOR and self._text[start : start + 1] == "="
        self._at += alone
        if found := _QUOTED.match(self._text, self._at):
            self._at = found.end()
            value = re.sub(r"\\(.)", r"\1", found[1], flags=re.S).strip()
            quoted = True
        elif self._text[self._at : self._at + 1] == '"':
            raise self._error(
                "this quote is never closed", self._at, len(self._text), "add a second '\"'"
            )
        else:
            found = _BARE.match(self._text, self._at)
            value = found[0] if found else ""
            self._at += len(value)
            quoted = False
        if not value:
            what = f"a value after '{name}:'" if name is not Field.TEXT else "a word"
            raise self._error(f"here {what} is missing", term_start, max(self._at, start + 1))
        if name is Field.TEXT and not quoted:
            name = self._bare_field(value, start)
        return Alternative(
            name, value, quoted and name is Field.TEXT, alone, start=start, end=self._at
        )

    def _bare_field(self, value: str, start: int) -> Field:
        if as_period(value) is not None:
            return Field.YEAR
        if _DATE_SHAPE.fullmatch(value):
            try:
                EventDate.parse(value.replace("..", "/"))
            except DateError as error:
                raise self._error(
                    str(error), start, self._at, f"to search for the text, quote it: '\"{value}\"'"
                ) from None
        return Field.TEXT

    def _error(self, message: str, start: int, end: int, advice: str = "") -> QuestionError:
        return QuestionError(message, self._text, start, end, advice)


def question(words: Iterable[str], options: Iterable[tuple[Field, str]], certain: bool) -> Query:
    """Return the question that a command line's words and options ask together."""
    parts = [word(argument) for argument in words]
    parts += [option(name, value) for name, value in options]
    return Query.parse(" ".join([*parts, *([_CERTAIN] if certain else [])]))

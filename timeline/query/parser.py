"""The parser of questions.

    2022 actor:lavrov,blinken -tag:war "new start"

A space narrows, a comma widens, a minus excludes. The parser does not look names up, because that
depends on the chronology, and does not resolve relative periods, because that depends on the day:
see `timeline.search`.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.dates import EventDate, typed_interval
from timeline.errors import DateError, QuestionError
from timeline.query.terms import (
    ALONE_FIELDS,
    BARE,
    FIELD,
    FIELDS,
    OPERATOR_WORDS,
    PREFIX,
    SIGN,
    Alternative,
    ComparedByMeaning,
    Field,
    Misuse,
    Term,
    as_period,
    has_operator,
    misplaced,
    quoted,
)
from timeline.text import control_in, name_of

if TYPE_CHECKING:
    from timeline.query.operators import Piece

CERTAIN = "is:certain"

MOST_VALUES = 1000
"""The maximum number of values in a question: well within the limits of one SQLite statement."""

LONGEST_VALUE = 1000
"""The maximum number of characters in a value."""

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_CERTAIN = re.compile(rf"{CERTAIN}(?!\S)", re.IGNORECASE)
_BEFORE_OUR_ERA = re.compile(r"-(?:0\d{3}\S*|\d{4}\S*(?:\.\.|/)-\d\S*)", re.ASCII)

# Texts that nobody searches for: each is a date written the wrong way, and would silently match
# nothing.
_WRONG_DATE_SHAPE = (
    r"(?a)\d{4}-\d{1,2}(?:-\d{1,2})?|\d{4}(?:-\d\d){0,2}(?:/|\.\.)\d{4}(?:-\d\d){0,2}"
    r"|\d{4}-\d{4}|\d{4}(?:-\d\d){0,2}[\u2012-\u2015][\d-]*|\d{1,2}([/.-])\d{1,2}\1\d{4}|(?=.*\d)-?\d*\.\.-?\d*"
)


class OperatorError(QuestionError):
    """A question with an operator of another query language: `2022 or 2023`."""


class Query(ComparedByMeaning, frozen=True, eq=False):
    """A question. An event must match every term.

    If `certain` is set, the whole date of an event must lie within a period. `text` is the
    question as written. `doubtful` lists the words that are searched for but may be meant as
    operators, as in `war or peace`. Neither of the two affects equality.
    """

    terms: tuple[Term, ...] = ()
    certain: bool = False
    text: str = ""
    doubtful: tuple[Misuse, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Parse a question.

        Raises QuestionError, which contains the position of the mistake in `text`.
        """
        return _Parser(text).query()

    @property
    def meaning(self) -> tuple[object, ...]:
        """The terms, and whether the question is about certain dates only."""
        return self.terms, self.certain

    def __str__(self) -> str:
        return " ".join([*map(str, self.terms), *([CERTAIN] if self.certain else [])])


class _Parser:
    """Parses a question from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._values = 0

    def query(self) -> Query:
        if found := control_in(self._text):
            message = f"the question contains the control character {name_of(found[0])}"
            raise self._error(message, *found.span(), "remove it")
        pieces: list[tuple[int, int, Term | None]] = []
        certain = may_have_operators = False
        while self._skip_space():
            start = self._at
            if found := _CERTAIN.match(self._text, start):
                self._at = found.end()
                certain = True
            elif found := SIGN.match(self._text, start):
                self._at = found.end()
                pieces.append((*found.span(), None))
                may_have_operators = True
            else:
                term = self._term()
                pieces.append((start, self._at, term))
                may_have_operators |= self._text[start : self._at].lower() in OPERATOR_WORDS
        doubtful = self._doubtful(pieces) if may_have_operators else ()
        terms = tuple(term for _, _, term in pieces if term)
        return Query(terms, certain, self._text, doubtful)

    def _doubtful(self, pieces: "Sequence[Piece]") -> tuple[Misuse, ...]:
        """Return the words that may be operators. Raises OperatorError if one certainly is."""
        from timeline.query.operators import misuses

        found = []
        for misuse in misuses(pieces, self._text):
            if misuse.certain:
                is_word = self._text[misuse.start].isalpha()
                raise self._misuse(misuse, self._to_search_for(misuse.start) if is_word else "")
            found.append(misuse)
        return tuple(found)

    def _skip_space(self) -> bool:
        while self._next().isspace():
            self._at += 1
        return self._at < len(self._text)

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _term(self) -> Term:
        negated = False
        if found := _BEFORE_OUR_ERA.match(self._text, self._at):
            raise self._error(
                "this could be a year before the Common Era, or a year to exclude",
                *found.span(),
                f"write 'year:{found[0]}' or 'not:{found[0][1:]}'",
            )
        if found := PREFIX.match(self._text, self._at):
            negated = len(re.findall("-|not:", found[0].lower())) % 2 == 1
            self._at = found.end()
        name = self._field()
        alternatives = [self._alternative(name)]
        while self._next() == ",":
            self._at += 1
            alternatives.append(self._alternative(name))
        if self._next() and not self._next().isspace() and not SIGN.match(self._text, self._at):
            raise self._error("write a space before this", self._at, self._at + 1)
        return Term(tuple(alternatives), negated)

    def _field(self) -> Field:
        found = FIELD.match(self._text, self._at)
        if not found:
            return Field.TEXT
        name = found[1].lower()
        if name in FIELDS:
            self._at = found.end()
            return FIELDS[name]
        if name == "not":
            raise self._error("'not:' has nothing to exclude", found.end(), found.end())
        if name == "is":
            word = BARE.match(self._text, self._at)
            end = word.end() if word else found.end()
            advice = f"write '{CERTAIN}' as a term of its own, without a minus"
            raise self._error("'is:' takes only 'certain'", self._at, end, advice)
        from timeline.text import closest, listed

        near = closest(name, FIELDS, 1)
        advice = (
            f"did you mean '{near[0]}:'?" if near else f"the fields are {listed(FIELDS, 'and')}"
        )
        raise self._error(
            f"there is no field '{found[1]}'",
            *found.span(),
            f"{advice}\n{self._to_search_for(self._at)}",
        )

    def _to_search_for(self, start: int, name: Field = Field.TEXT) -> str:
        found = BARE.match(self._text, start)
        value = quoted(found[0] if found else "")
        if name is Field.TEXT:
            return f"to search for the text, quote it: '{value}'"
        return f"to ask for the name, quote it: '{name}:{value}'"

    def _alternative(self, name: Field) -> Alternative:
        alone = name in ALONE_FIELDS and self._next() == "="
        start = self._at
        self._at += alone
        value, is_quoted = self._value(name)
        if len(value) > LONGEST_VALUE:
            message = f"this is too long: a value has at most {LONGEST_VALUE:,} characters"
            raise self._error(message, start, self._at)
        self._values += 1
        if self._values > MOST_VALUES:
            message = f"these are too many values: a question has at most {MOST_VALUES:,} values"
            raise self._error(message, start, self._at)
        if name is Field.TEXT and not is_quoted:
            name = self._field_of_bare(value, start)
        phrase = name is Field.TEXT and (is_quoted or value.lower() in OPERATOR_WORDS)
        return Alternative(name, value, phrase, alone, start=start, end=self._at)

    def _value(self, name: Field) -> tuple[str, bool]:
        """Return the next value, and whether it is quoted."""
        start = self._at
        if found := _QUOTED.match(self._text, start):
            self._at = found.end()
            value = re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL).strip()
            if not value:
                raise self._error("these quotes are empty", start, self._at)
            return value, True
        if self._next() == '"':
            raise self._error(
                "this quote is not closed", start, len(self._text), "add a closing '\"'"
            )
        if sign := SIGN.match(self._text, start):
            # No value can begin with an operator.
            self._doubtful([(*sign.span(), None)])
        found = BARE.match(self._text, start)
        if not found:
            raise self._missing(start)
        self._at = found.end()
        if wrong := misplaced(name, found[0]):
            raise self._misplaced(wrong[0], name, start)
        if has_operator(name, found[0]):
            from timeline.query.operators import misuse_in

            misuse = misuse_in(name, found[0], start)
            raise self._misuse(misuse, self._to_search_for(start, name))
        return found[0], False

    def _missing(self, start: int) -> QuestionError:
        before = re.search(r"[^\s,:]*[:,=]$", self._text[:start])
        what = f"a value is missing after '{before[0]}'" if before else "a word is missing here"
        advice = ""
        if before and self._text[start:].strip() and self._next().isspace():
            advice = (
                "write no space after the comma, or leave it out"
                if before[0].endswith(",")
                else f"write no space after '{before[0]}'"
            )
        return self._error(what, start, start + 1, advice)

    def _misplaced(self, wrong: str, name: Field, start: int) -> QuestionError:
        if PREFIX.match(wrong + "x"):
            field = "" if name is Field.TEXT else f"{name}:"
            term = f"-{field}{self._text[start + len(wrong) : self._at]}"
            message = "a minus excludes a whole term, not one of its values"
            advice = f"write it as a term of its own: '{term}'"
        else:
            message = f"'{wrong}' can only begin a term"
            advice = (
                "a comma lists values of one field, as in 'tag:war,diplomacy'\n"
                f"{self._to_search_for(start)}"
            )
        return self._error(message, start, start + len(wrong), advice)

    def _field_of_bare(self, value: str, start: int) -> Field:
        if as_period(value) is not None:
            return Field.YEAR
        if re.fullmatch(_WRONG_DATE_SHAPE, value):
            try:
                EventDate.parse(typed_interval(value))
            except DateError as error:
                message = str(error).replace(f"'{typed_interval(value)}'", f"'{value}'")
                raise self._error(message, start, self._at, self._to_search_for(start)) from None
        return Field.TEXT

    def _misuse(self, misuse: Misuse, searched: str = "") -> OperatorError:
        advice = "\n".join(filter(None, [misuse.advice, searched]))
        return OperatorError(misuse.message, self._text, misuse.start, misuse.end, advice)

    def _error(self, message: str, start: int, end: int, advice: str = "") -> QuestionError:
        return QuestionError(message, self._text, start, end, advice)

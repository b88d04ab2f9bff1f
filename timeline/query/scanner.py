"""Read the terms of a question from left to right, with errors at their place."""

import re

from timeline.dates import EventDate, typed_interval
from timeline.errors import DateError, QuestionError
from timeline.query.terms import (
    ALONE_FIELDS,
    BARE,
    CERTAIN,
    FIELD,
    FIELDS,
    NAME_FIELDS,
    OPERATOR_WORDS,
    PREFIX,
    SAVED,
    Alternative,
    Field,
    Misuse,
    Term,
    as_period,
    has_operator,
    misplaced,
    quoted,
    sign_at,
)

MOST_VALUES = 1000
"""The maximum number of values in a question: well within the limits of one SQLite statement."""

DEEPEST = 8
"""The maximum number of brackets within brackets, which also bounds the stack of SQLite's parser.

A saved question counts as brackets around it.
"""

LONGEST_VALUE = 1000
"""The maximum number of characters in a value."""

TO_SEARCH_FOR_BRACKET = "to search for a bracket, quote the text"

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
# Texts that nobody searches for: each is a date written the wrong way, and would silently match
# nothing.
_WRONG_DATE_SHAPE = (
    r"(?a)\d{4}-\d{1,2}(?:-\d{1,2})?|\d{4}(?:-\d\d){0,2}(?:/|\.\.)\d{4}(?:-\d\d){0,2}"
    r"|\d{4}-\d{4}|\d{4}(?:-\d\d){0,2}[\u2012-\u2015][\d-]*|\d{1,2}([/.-])\d{1,2}\1\d{4}|(?=.*\d)-?\d*\.\.-?\d*"
)


class OperatorError(QuestionError):
    """A question with an operator of another query language: `2022 or 2023`."""


class Scanner:
    """Reads terms. `at` is the position in the question that is read next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._values = 0

    def skip_space(self) -> bool:
        """Skip white space; return whether anything follows."""
        while self.next().isspace():
            self.at += 1
        return self.at < len(self.text)

    def next(self) -> str:
        """Return the next character, empty at the end."""
        return self.text[self.at : self.at + 1]

    def term(self, *, negated: bool) -> Term:
        """Read a field and its values."""
        at = self.at
        name = self._field()
        if name in NAME_FIELDS:
            self._check_saved(name, at)
        alternatives = [self._alternative(name)]
        while self.next() == ",":
            self.at += 1
            if name in NAME_FIELDS:
                self._check_saved(name, at)
            alternatives.append(self._alternative(name))
        return Term(tuple(alternatives), negated)

    def _check_saved(self, name: Field, start: int) -> None:
        """Raise QuestionError at a saved question among the values of the term at `start`."""
        if not SAVED.match(self.text, self.at):
            return
        at = self.at
        self.at += 1
        value, _ = self._value(Field.QUESTION)
        saved = str(Alternative(Field.QUESTION, value))
        before = self.text[start:at]
        terms = [before.removesuffix(",")] if before.endswith(",") else []
        terms += [saved, f"{name}:..."] if self.next() == "," else [saved]
        either = " or ".join(terms)
        advice = f"use 'or': '({either})'" if len(terms) > 1 else f"write '{saved}'"
        message = f"a saved question is a term of its own, not a value of '{name}:'"
        raise self.error(message, at, self.at, advice)

    def check_end(self) -> None:
        """Raise QuestionError if a term does not end here."""
        if self.next() == "(":
            raise self.bracket_in_value()
        after = self.next()
        if after not in ("", ")") and not after.isspace() and not sign_at(self.text, self.at):
            raise self.error("write a space before this", self.at, self.at + 1)

    def bracket_in_value(self) -> QuestionError:
        """Return the error for a bracket at the current position."""
        return self.error(
            "brackets group whole terms, and cannot be part of one",
            self.at,
            self.at + 1,
            "a comma lists values of one field, as in 'tag:war,diplomacy'\n"
            f"{TO_SEARCH_FOR_BRACKET}",
        )

    def _field(self) -> Field:
        found = FIELD.match(self.text, self.at)
        if not found:
            return Field.TEXT
        name = found[1].lower()
        if name in FIELDS:
            self.at = found.end()
            return FIELDS[name]
        if name == "not":
            raise self.error("'not:' has nothing to exclude", found.end(), found.end())
        if name == "is":
            word = BARE.match(self.text, self.at)
            end = word.end() if word else found.end()
            advice = f"write '{CERTAIN}' as a term of its own, without a minus"
            raise self.error("'is:' takes only 'certain'", self.at, end, advice)
        from timeline.text import closest, listed

        near = closest(name, FIELDS, 1)
        advice = (
            f"did you mean '{near[0]}:'?" if near else f"the fields are {listed(FIELDS, 'and')}"
        )
        raise self.error(
            f"there is no field '{found[1]}'",
            *found.span(),
            f"{advice}\n{self.to_search_for(self.at)}",
        )

    def to_search_for(self, start: int, name: Field = Field.TEXT) -> str:
        """Return how to ask for the value at a position if it is not syntax."""
        found = BARE.match(self.text, start)
        value = quoted(found[0] if found else "")
        if name is Field.TEXT:
            return f"to search for the text, quote it: '{value}'"
        return f"to ask for the name, quote it: '{name}:{value}'"

    def _alternative(self, name: Field) -> Alternative:
        alone = name in ALONE_FIELDS and self.next() == "="
        start = self.at
        if name is Field.TEXT and SAVED.match(self.text, self.at):
            name = Field.QUESTION
        self.at += alone or name is Field.QUESTION
        value, is_quoted = self._value(name)
        if len(value) > LONGEST_VALUE:
            message = f"this is too long: a value has at most {LONGEST_VALUE:,} characters"
            raise self.error(message, start, self.at)
        self._values += 1
        if self._values > MOST_VALUES:
            message = f"these are too many values: a question has at most {MOST_VALUES:,} values"
            raise self.error(message, start, self.at)
        if name is Field.TEXT and not is_quoted:
            name = self._field_of_bare(value, start)
        phrase = name is Field.TEXT and (is_quoted or value.lower() in OPERATOR_WORDS)
        return Alternative(name, value, phrase, alone, start=start, end=self.at)

    def _value(self, name: Field) -> tuple[str, bool]:
        """Return the next value, and whether it is quoted."""
        start = self.at
        if found := _QUOTED.match(self.text, start):
            self.at = found.end()
            value = re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL).strip()
            if not value:
                raise self.error("these quotes are empty", start, self.at)
            return value, True
        if self.next() == '"':
            raise self.error(
                "this quote is not closed", start, len(self.text), "add a closing '\"'"
            )
        if sign := sign_at(self.text, start):
            # No value can begin with an operator.
            raise self._no_value(*sign.span())
        found = BARE.match(self.text, start)
        if self.next() == "(" and (name is Field.TEXT or not found):
            raise self.bracket_in_value()
        if not found:
            raise self._missing(start)
        self.at = found.end()
        if wrong := misplaced(name, found[0]):
            raise self._misplaced(wrong[0], name, start)
        if has_operator(name, found[0]):
            from timeline.query.operators import misuse_in

            misuse = misuse_in(name, found[0], start)
            raise self.misuse(misuse, self.to_search_for(start, name))
        return found[0], False

    def _no_value(self, start: int, end: int) -> QuestionError:
        from timeline.query.operators import RULE

        return OperatorError(
            f"'{self.text[start:end]}' is not a value", self.text, start, end, RULE
        )

    def _missing(self, start: int) -> QuestionError:
        before = re.search(r"[^\s,:]*[:,=]$", self.text[:start])
        what = f"a value is missing after '{before[0]}'" if before else "a word is missing here"
        advice = ""
        if before and self.text[start:].strip() and self.next().isspace():
            advice = (
                "write no space after the comma, or leave it out"
                if before[0].endswith(",")
                else f"write no space after '{before[0]}'"
            )
        return self.error(what, start, start + 1, advice)

    def _misplaced(self, wrong: str, name: Field, start: int) -> QuestionError:
        if PREFIX.match(wrong + "x"):
            field = {Field.TEXT: "", Field.QUESTION: "?"}.get(name, f"{name}:")
            term = f"-{field}{self.text[start + len(wrong) : self.at]}"
            message = "a minus excludes a whole term, not one of its values"
            advice = f"write it as a term of its own: '{term}'"
        else:
            message = f"'{wrong}' can only begin a term"
            advice = (
                "a comma lists values of one field, as in 'tag:war,diplomacy'\n"
                f"{self.to_search_for(start)}"
            )
        return self.error(message, start, start + len(wrong), advice)

    def _field_of_bare(self, value: str, start: int) -> Field:
        if as_period(value) is not None:
            return Field.YEAR
        if re.fullmatch(_WRONG_DATE_SHAPE, value):
            try:
                EventDate.parse(typed_interval(value))
            except DateError as error:
                message = str(error).replace(f"'{typed_interval(value)}'", f"'{value}'")
                raise self.error(message, start, self.at, self.to_search_for(start)) from None
        return Field.TEXT

    def misuse(self, misuse: Misuse, searched: str = "") -> OperatorError:
        """Return the error for an operator of another language."""
        advice = "\n".join(filter(None, [misuse.advice, searched]))
        return OperatorError(misuse.message, self.text, misuse.start, misuse.end, advice)

    def error(self, message: str, start: int, end: int, advice: str = "") -> QuestionError:
        """Return the error for `text[start:end]` of the question."""
        return QuestionError(message, self.text, start, end, advice)

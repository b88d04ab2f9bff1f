"""The parser of questions.

    2022 actor:lavrov,blinken -tag:war "new start"
    (actor:lavrov or tag:war) ?detentions

A space narrows, a comma or `or` widens, a minus excludes, and brackets group. The parser does not
look up names and saved questions, because that depends on the chronology, and does not resolve
relative periods, because that depends on the day: see `timeline.search`.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.query.scanner import DEEPEST, TO_SEARCH_FOR_BRACKET, Scanner
from timeline.query.terms import (
    CERTAIN,
    OPERATOR_WORDS,
    PREFIX,
    Clause,
    ComparedByMeaning,
    Misuse,
    Term,
    sign_at,
    terms_in,
)
from timeline.text import control_in, name_of

if TYPE_CHECKING:
    from timeline.query.joining import Piece

_CERTAIN = re.compile(rf"{CERTAIN}(?![^\s)])", re.IGNORECASE)
# Not compiled, because few questions have a minus before a number.
_BEFORE_OUR_ERA = r"(?a)-(?:0\d{3}\S*|\d{4}\S*(?:\.\.|/)-\d\S*)"


class Query(ComparedByMeaning, frozen=True, eq=False):
    """A question. An event must match every term.

    If `certain` is set, the whole date of an event must lie within a period. `text` is the
    question as written. `doubtful` lists the words that are searched for but may be meant as
    operators, as in `war and peace`. Neither of the two affects equality.
    """

    terms: tuple[Clause, ...] = ()
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

    def every_term(self) -> Iterator[Term]:
        """Yield the terms, including those in brackets, in the order in which they are written."""
        return terms_in(self.terms)

    def __str__(self) -> str:
        return " ".join([*map(str, self.terms), *([CERTAIN] if self.certain else [])])


class _Parser(Scanner):
    """Parses a question from left to right."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._certain = False
        self._doubtful: list[Misuse] = []
        self._opened: list[int] = []

    def query(self) -> Query:
        if found := control_in(self.text):
            message = f"the question contains the control character {name_of(found[0])}"
            raise self.error(message, *found.span(), "remove it")
        clauses = self._level()
        return Query(clauses, self._certain, self.text, tuple(self._doubtful))

    def _level(self) -> tuple[Clause, ...]:
        """Parse terms, up to the end of the question or of the brackets around them."""
        pieces: list[tuple[int, int, tuple[Clause, ...]]] = []
        has_operators = False
        while self.skip_space() and self.next() != ")":
            start = self.at
            if found := _CERTAIN.match(self.text, start):
                self._read_certain(start, found.end())
            elif found := sign_at(self.text, start):
                self.at = found.end()
                pieces.append((start, self.at, ()))
                has_operators = True
            else:
                clauses = self._clauses()
                pieces.append((start, self.at, clauses))
                has_operators |= self.text[start : self.at].lower() in OPERATOR_WORDS
        self._check_brackets(is_empty=not pieces)
        if has_operators:
            from timeline.query.joining import Piece, joined

            marked = [Piece(*piece) for piece in pieces]
            self._check_operators(marked)
            return joined(marked, self.text)
        return tuple(clause for _, _, clauses in pieces for clause in clauses)

    def _read_certain(self, start: int, end: int) -> None:
        if self._opened:
            message = f"'{CERTAIN}' applies to the whole question"
            raise self.error(message, start, end, "write it outside the brackets")
        self.at = end
        self._certain = True

    def _check_brackets(self, *, is_empty: bool) -> None:
        """Raise QuestionError if a level has no terms, or one of its brackets is missing."""
        at = self.at
        if self.next() != ")":
            if self._opened:
                start = self._opened[-1]
                advice = f"add a closing ')'\n{TO_SEARCH_FOR_BRACKET}"
                raise self.error("this bracket is not closed", start, start + 1, advice)
        elif not self._opened:
            raise self.error("this bracket was not opened", at, at + 1, TO_SEARCH_FOR_BRACKET)
        elif is_empty:
            raise self.error("these brackets are empty", self._opened[-1], at + 1)

    def _check_operators(self, pieces: "list[Piece]") -> None:
        """Collect the words that may be operators. Raises OperatorError if one certainly is."""
        from timeline.query.operators import misuses

        for misuse in misuses(pieces, self.text):
            if misuse.certain:
                is_word = self.text[misuse.start].isalpha()
                raise self.misuse(misuse, self.to_search_for(misuse.start) if is_word else "")
            self._doubtful.append(misuse)

    def _clauses(self) -> tuple[Clause, ...]:
        """Parse a term, or terms in brackets."""
        negated = False
        if self.next() == "-" and (found := re.compile(_BEFORE_OUR_ERA).match(self.text, self.at)):
            raise self.error(
                "this could be a year before the Common Era, or a year to exclude",
                *found.span(),
                f"write 'year:{found[0]}' or 'not:{found[0][1:]}'",
            )
        if found := PREFIX.match(self.text, self.at):
            negated = len(re.findall("-|not:", found[0].lower())) % 2 == 1
            self.at = found.end()
        if self.next() == "(":
            clauses = self._brackets(negated=negated)
        else:
            clauses = (self.term(negated=negated),)
        self.check_end()
        return clauses

    def _brackets(self, *, negated: bool) -> tuple[Clause, ...]:
        from timeline.query.joining import grouped

        if len(self._opened) == DEEPEST:
            message = f"these are too many brackets: at most {DEEPEST} can be open at once"
            raise self.error(message, self.at, self.at + 1)
        self._opened.append(self.at)
        self.at += 1
        clauses = self._level()
        self.at += 1
        self._opened.pop()
        return grouped([clauses], negated=negated)

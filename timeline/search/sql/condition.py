"""Turn a question into SQL. `lookups` looks up the names in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

from timeline.dates import NO_END, NO_START
from timeline.errors import NotUnderstoodError, QuestionError
from timeline.index import Index
from timeline.query import (
    DEEPEST,
    MOST_VALUES,
    PERIOD_FIELDS,
    Alternative,
    Clause,
    Field,
    Query,
    Term,
)
from timeline.search.sql.parts import EVER, Part, Window, hull, joined
from timeline.search.sql.spans import PeriodCondition, span_of

_MOST_WITHIN = 20
"""The maximum number of saved questions that name each other in a row."""


class Condition(NamedTuple):
    """The condition that an event `e` must meet, as SQL with its parameters.

    `opens` and `closes` are the first and the last day number of the time that the question asks
    about, None if it has no such bound. An event found is continuing if it certainly began before
    `opens`. `unknown` is the condition for the events without a dated source of which it is
    therefore not known whether they match; None if the question does not ask about sources.
    """

    sql: str
    parameters: tuple[Any, ...]
    opens: int | None
    closes: int | None
    unknown: Part | None = None

    @property
    def finds_all(self) -> bool:
        """Whether every event of the chronology meets the condition."""
        return self.sql == "1"

    @property
    def continues(self) -> str | None:
        """SQL that tests whether an event found is continuing, or None if no event can be."""
        if self.opens is None:
            return None
        return f"(e.begins_by < {self.opens})"


def condition_of(index: Index, query: Query, today: date) -> Condition:
    """Return the condition for `query`, with relative dates counted from `today`.

    Raises `QuestionError`, which points to the name or period that is wrong.
    """
    if not query.text:
        # Parse a question built from terms, to validate it and to get positions for errors.
        query = Query.parse(str(query))
    asked = _Question(index, query, today)
    window = asked.window
    part = asked.part(EVER)
    return Condition(
        part.sql,
        part.parameters,
        None if window.low == NO_START else window.low,
        None if window.high == NO_END else window.high,
        Part(f"e.known_from IS NULL AND ({part.sql}) IS NULL", part.parameters)
        if asked.is_of_sources
        else None,
    )


class _Question:
    """A question, or a saved question that is named in it.

    `names` are the saved questions on the way to this one. `values` is the number of values in the
    question, and `depth` the number of brackets within brackets; both include those of the saved
    questions that it names.
    """

    def __init__(
        self,
        index: Index,
        query: Query,
        today: date,
        *,
        certain: bool = False,
        names: tuple[str, ...] = (),
    ) -> None:
        self._index = index
        self._query = query
        self._today = today
        self._certain = certain or query.certain
        self._names = names
        self._spans: dict[Alternative, PeriodCondition] = {}
        self._saved: dict[str, _Question] = {}
        self._look_up(query)
        self.values: int = sum(
            self._saved[asked.value].values if asked.field is Field.QUESTION else 1
            for term in query.every_term()
            for asked in term.alternatives
        )
        if self.values > MOST_VALUES:
            raise self._too_large(f"has at most {MOST_VALUES:,} values")
        self.depth: int = self._depth_of(query.terms)
        if self.depth > DEEPEST:
            raise self._too_large(f"has at most {DEEPEST} brackets within brackets")

    def _look_up(self, query: Query) -> None:
        """Look up the periods and the saved questions, which bound the time of the other terms."""
        for term in query.every_term():
            for asked in term.alternatives:
                with self._placed(asked):
                    if asked.field in PERIOD_FIELDS:
                        self._spans[asked] = span_of(
                            self._index, asked, self._today, certain=self._certain
                        )
                    elif asked.field is Field.QUESTION and asked.value not in self._saved:
                        self._saved[asked.value] = self._question(asked.value)

    def _question(self, name: str) -> "_Question":
        from timeline.search.naming import find_question

        if len(self._names) > _MOST_WITHIN:
            raise self._too_large(f"has at most {_MOST_WITHIN} of them within one another")
        name, query = find_question(self._index, name, self._names)
        return _Question(
            self._index,
            query,
            self._today,
            certain=self._certain,
            names=(*self._names, name),
        )

    def _depth_of(self, clauses: Sequence[Clause]) -> int:
        """Return how many brackets are within each other, with those of saved questions.

        A saved question of several terms is in brackets too.
        """
        depths = [0]
        for clause in clauses:
            if not isinstance(clause, Term):
                depths += [1 + self._depth_of(branch) for branch in clause.branches]
                continue
            for asked in clause.alternatives:
                if asked.field is Field.QUESTION:
                    saved = self._saved[asked.value]
                    depths.append(saved.depth + (len(saved._query.terms) > 1))
        return max(depths)

    def _too_large(self, limit: str) -> QuestionError:
        message = f"this is too large: with its saved questions, a question {limit}"
        return QuestionError(message, self._query.text, 0, len(self._query.text))

    @property
    def is_of_sources(self) -> bool:
        """Whether it asks by when events were known."""
        return any(span.of_sources for span in self._spans.values()) or any(
            saved.is_of_sources for saved in self._saved.values()
        )

    @property
    def window(self) -> Window:
        """The time that every event found overlaps."""
        return self._window_of(self._query.terms)

    def part(self, within: Window) -> Part:
        """Return the condition for the question, for events in the window `within`."""
        return self._all_of(self._query.terms, within)

    def _all_of(self, clauses: Sequence[Clause], within: Window) -> Part:
        window = within & self._window_of(clauses)
        parts = [self._clause(clause, window) for clause in clauses]
        if window != EVER and all(map(self._is_period, clauses)):
            # With only periods, no other term uses the window to limit the search.
            parts.append(window.events())
        return joined(parts, "AND") if parts else Part("1", ())

    def _clause(self, clause: Clause, window: Window) -> Part:
        if isinstance(clause, Term):
            parts = [self._alternative(asked, window) for asked in clause.alternatives]
        else:
            parts = [self._all_of(branch, window) for branch in clause.branches]
        either = joined(parts, "OR")
        if not clause.negated:
            return either
        return Part(f"NOT {either.sql}", either.parameters, is_closed=True)

    def _alternative(self, asked: Alternative, window: Window) -> Part:
        if asked in self._spans:
            return self._spans[asked].part
        if asked.field is Field.QUESTION:
            return self._saved[asked.value].part(window)
        # Imported here because a question with only periods does not need it.
        from timeline.search.sql.lookups import lookup

        with self._placed(asked):
            return lookup(self._index, asked, window, certain=self._certain)

    def _window_of(self, clauses: Sequence[Clause]) -> Window:
        window = EVER
        for clause in clauses:
            if clause.negated:
                continue
            if isinstance(clause, Term):
                window &= hull(map(self._window_of_one, clause.alternatives))
            else:
                window &= hull(map(self._window_of, clause.branches))
        return window

    def _window_of_one(self, asked: Alternative) -> Window:
        if asked in self._spans:
            return self._spans[asked].window
        return self._saved[asked.value].window if asked.field is Field.QUESTION else EVER

    def _is_period(self, clause: Clause) -> bool:
        return (
            isinstance(clause, Term)
            and not clause.negated
            and all(asked in self._spans for asked in clause.alternatives)
        )

    @contextmanager
    def _placed(self, asked: Alternative) -> Iterator[None]:
        """Turn NotUnderstoodError into a QuestionError that points to the value in the question."""
        try:
            yield
        except NotUnderstoodError as error:
            where = f"in the saved question '{self._names[-1]}': " if self._names else ""
            raise QuestionError(
                where + error.message, self._query.text, asked.start, asked.end, error.advice
            ) from None

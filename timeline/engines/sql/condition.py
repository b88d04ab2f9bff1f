"""Turn a question into a condition on the columns of an archive.

It means the same as the condition in SQLite: names are looked up by the same functions, and words
are compared with texts that were folded by SQLite when the archive was written.
"""

from collections.abc import Sequence
from datetime import date

from sqlglot import exp

from timeline.dates import NO_END, NO_START
from timeline.engines.sql.expressions import (
    Expression,
    any_of,
    any_other,
    at_least,
    at_most,
    column,
    contains,
    equals,
    joined,
    negated,
    number,
)
from timeline.index import Index, Tokenizer
from timeline.query import Alternative, Clause, Field, Query, Term
from timeline.search import (
    Condition,
    PeriodCondition,
    condition_of,
    find_actors,
    find_id,
    find_question,
    find_tags,
    like_words,
    names_like,
    span_of,
)


class Asked:
    """A question about an archive. `condition` has its bounds in time, and the same errors.

    Raises QuestionError, which points to the name or period that is wrong. `index` must have the
    names of the archive, and the events that the question names; see `event_ids`.
    """

    def __init__(self, index: Index, query: Query, today: date) -> None:
        self._index = index
        self._query = query if query.text else Query.parse(str(query))
        self._today = today
        self._tokenizer = Tokenizer()
        self.condition: Condition = condition_of(index, self._query, today)

    def expression(self) -> Expression:
        """Return the condition as an expression."""
        return self._question(self._query, certain=False)

    def continues(self) -> Expression | None:
        """Return whether an event found certainly began before the time asked about, if any can."""
        opens = self.condition.opens
        return None if opens is None else at_most("begins_by", opens - 1, or_open=False)

    def _question(self, query: Query, *, certain: bool) -> Expression:
        return self._every(query.terms, certain=certain or query.certain)

    def _every(self, clauses: Sequence[Clause], *, certain: bool) -> Expression:
        return joined([self._clause(one, certain=certain) for one in clauses], every=True)

    def _clause(self, clause: Clause, *, certain: bool) -> Expression:
        parts = (
            [self._alternative(one, certain=certain) for one in clause.alternatives]
            if isinstance(clause, Term)
            else [self._every(branch, certain=certain) for branch in clause.branches]
        )
        found = joined(parts, every=False)
        return negated(found) if clause.negated else found

    def _alternative(self, asked: Alternative, *, certain: bool) -> Expression:
        value, index = asked.value, self._index
        match asked.field:
            case Field.ACTOR:
                acting = "sure_actors" if certain else "all_actors"
                return any_of("actors" if asked.alone else acting, find_actors(index, value))
            case Field.TAG:
                return any_of("tags", find_tags(index, value))
            case Field.PLACE:
                return any_of("places", names_like(index, "place", like_words(value)))
            case Field.SOURCE:
                publishers = names_like(index, "publisher", like_words(value))
                found = any_of("publishers", publishers)
                if not asked.alone:
                    return found
                return joined([found, negated(any_other("publishers", publishers))], every=True)
            case Field.ID:
                return equals("id", find_id(index, value))
            case Field.TEXT:
                return self._text(asked)
            case Field.QUESTION:
                # The condition in SQLite has been made: there is no circle.
                _, query = find_question(index, value, ())
                return self._question(query, certain=certain)
            case (
                Field.YEAR
                | Field.SINCE
                | Field.UNTIL
                | Field.DURING
                | Field.NEAR
                | Field.BETWEEN
                | Field.KNOWN_BY
            ):
                return within(span_of(index, asked, self._today, certain=certain))

    def _text(self, asked: Alternative) -> Expression:
        """Search titles and summaries, and the names of actors and places."""
        (words,) = self._tokenizer.words([asked.value])
        name = like_words(asked.value, prefix=not asked.phrase).strip("%")
        parts = [contains("names", name)]
        if words:
            parts.append(contains("words", f" {words} " if asked.phrase else f" {words}"))
        return joined(parts, every=False)


def within(span: PeriodCondition) -> Expression:
    """Return the condition of `PeriodCondition.part`; without bounds, it is always true."""
    if span.of_sources:
        # For an event without a dated source it is null, which neither finds nor excludes it.
        known = column("known_by" if span.certain else "known_from")
        return exp.LTE(this=known, expression=number(span.high))
    low = None if span.low == NO_START else span.low
    high = None if span.high == NO_END else span.high
    if span.certain:
        days = [("earliest", low, at_least, False), ("latest", high, at_most, False)]
    elif span.within:
        days = [
            ("begins_by", low, at_least, True),
            ("ends_from", high, at_most, True),
            ("latest", low, at_least, True),
        ]
    else:
        days = [("latest", low, at_least, True), ("earliest", high, at_most, True)]
    return joined(
        [
            compare(name, day, or_open=is_open)
            for name, day, compare, is_open in days
            if day is not None
        ],
        every=True,
    )

"""Turn a question into a condition on the columns of an archive.

It means the same as the condition in SQLite: names are looked up by the same functions, and words
are compared with texts that were folded by SQLite when the archive was written.
"""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from timeline.engines.expressions import (
    Expression,
    any_of,
    any_other,
    at_least,
    at_most,
    contains,
    is_text,
    joined,
    negated,
)
from timeline.index import Index, Tokenizer
from timeline.query import Alternative, Field, Query, Term
from timeline.search import (
    Condition,
    bounds_of,
    find_actors,
    find_id,
    find_tags,
    like_words,
    names_like,
)


class Asked:
    """A question about an archive. `condition` has its bounds in time, and the same errors.

    Raises QuestionError, which points to the name or period that is wrong. `index` must have the
    names of the archive, and the events that the question names; see `event_ids`.
    """

    def __init__(self, index: Index, query: Query, today: date) -> None:
        self._index = index
        self._query = query = query if query.text else Query.parse(str(query))
        self._today = today
        self._tokenizer = Tokenizer()
        self.condition: Condition = bounds_of(index, query, today)

    def expression(self) -> Expression:
        """Return the condition as an expression."""
        return self._every(self._query.terms)

    def continues(self) -> Expression | None:
        """Return whether an event found certainly began before the time asked about, if any can."""
        opens = self.condition.opens
        return None if opens is None else at_most("begins_by", opens - 1, or_open=False)

    def _every(self, terms: Sequence[Term]) -> Expression:
        return joined([self._term(term) for term in terms], every=True)

    def _term(self, term: Term) -> Expression:
        found = joined([self._alternative(one) for one in term.alternatives], every=False)
        return negated(found) if term.negated else found

    def _alternative(self, asked: Alternative) -> Expression:
        value, index = asked.value, self._index
        match asked.field:
            case Field.YEAR | Field.SINCE | Field.UNTIL:
                return self._period(asked)
            case Field.ACTOR:
                column = "actors" if asked.alone else "all_actors"
                return any_of(column, find_actors(index, value))
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
                return is_text("id", find_id(index, value))
            case Field.TEXT:
                return self._text(asked)
        assert_never(asked.field)

    def _period(self, asked: Alternative) -> Expression:
        alone = Query((Term((asked,)),), text=self._query.text)
        bounds = bounds_of(self._index, alone, self._today)
        opens, closes, certain = bounds.opens, bounds.closes, self._query.certain
        first, last = ("earliest", "latest") if certain else ("latest", "earliest")
        parts = []
        if opens is not None:
            parts.append(at_least(first, opens, or_open=not certain))
        if closes is not None:
            parts.append(at_most(last, closes, or_open=not certain))
        return joined(parts, every=True)

    def _text(self, asked: Alternative) -> Expression:
        """Search titles and summaries, and the names of actors and places."""
        (words,) = self._tokenizer.words([asked.value])
        name = like_words(asked.value, prefix=not asked.phrase).strip("%")
        parts = [contains("names", name)]
        if words:
            parts.append(contains("words", f" {words} " if asked.phrase else f" {words}"))
        return joined(parts, every=False)

"""A question as SQL. What it asks by name is looked up in `lookups`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

from timeline.dates import NO_END, NO_START, Day
from timeline.errors import NotUnderstoodError, QuestionError
from timeline.index import Index
from timeline.query import PERIOD_FIELDS, Alternative, Field, Query, Term, as_period
from timeline.search.parts import Part, Window
from timeline.text import visible


class Condition(NamedTuple):
    """What an event `e` must meet, as SQL and its parameters.

    `opens` is the day number on which the asked-for time begins, None where it has no beginning:
    what surely began before it and reaches into it is continuing. `closes` is the last.
    """

    sql: str
    parameters: tuple[Any, ...]
    opens: int | None
    closes: int | None

    @property
    def finds_all(self) -> bool:
        """Whether every event of the chronology meets it."""
        return self.sql == "1"

    @property
    def continues(self) -> str | None:
        """The SQL that tells whether an event found is continuing, None where none can be."""
        if self.opens is None:
            return None
        return f"(e.begins_by < {self.opens})"


def condition(index: Index, query: Query, today: date) -> Condition:
    """Return what `query` means for the chronology in `index`, as asked on the day `today`.

    Raises `QuestionError` with the place of a name or period that stands for nothing.
    """
    if not query.text:
        # A question made of terms has its places, and what a question may hold, from its words.
        query = Query.parse(str(query))
    periods = {
        asked: _period(index, query, asked, today)
        for term in query.terms
        for asked in term.alternatives
        if asked.field in PERIOD_FIELDS
    }
    narrowing = [
        [periods[asked] for asked in term.alternatives]
        for term in query.terms
        if not term.negated and all(asked in periods for asked in term.alternatives)
    ]
    window = Window(
        max((min(low for low, _ in spans) for spans in narrowing), default=NO_START),
        min((max(high for _, high in spans) for spans in narrowing), default=NO_END),
    )
    terms = [_term(index, query, term, periods, window) for term in query.terms]
    if narrowing and len(narrowing) == len(terms):
        # Nothing else is asked that could be looked up.
        terms.append(window.events())
    return Condition(
        _joined([part.sql for part in terms], "AND") if terms else "1",
        tuple(value for part in terms for value in part.parameters),
        None if window.low == NO_START else window.low,
        None if window.high == NO_END else window.high,
    )


def _term(
    index: Index,
    query: Query,
    term: Term,
    periods: dict[Alternative, tuple[int, int]],
    window: Window,
) -> Part:
    parts = [
        _overlap(*periods[asked], query.certain)
        if asked in periods
        else _named_part(index, query, asked, window)
        for asked in term.alternatives
    ]
    either = _joined([part.sql for part in parts], "OR")
    return Part(
        f"NOT {either}" if term.negated else either,
        tuple(value for part in parts for value in part.parameters),
    )


def _joined(sqls: list[str], operator: str) -> str:
    """Join conditions as a balanced tree: SQLite bounds how deep an expression is nested."""
    if len(sqls) == 1:
        return f"({sqls[0]})"
    middle = len(sqls) // 2
    return f"({_joined(sqls[:middle], operator)} {operator} {_joined(sqls[middle:], operator)})"


def _named_part(index: Index, query: Query, asked: Alternative, window: Window) -> Part:
    # A question for a time alone needs none of this.
    from timeline.search.lookups import lookup

    with _placed(query, asked):
        return lookup(index, asked, window)


@contextmanager
def _placed(query: Query, asked: Alternative) -> Iterator[None]:
    """Show where in the question the value stands that is not understood."""
    try:
        yield
    except NotUnderstoodError as error:
        raise QuestionError(
            error.message, query.text, asked.start, asked.end, error.advice
        ) from None


def _overlap(low: int, high: int, certain: bool) -> Part:
    if certain:
        return Part("e.earliest >= ? AND e.latest <= ?", (low, high))
    return Part("e.earliest <= ? AND e.latest >= ?", (high, low))


def _period(index: Index, query: Query, asked: Alternative, today: date) -> tuple[int, int]:
    """Return the first and the last day number of a period."""
    with _placed(query, asked):
        first, last = _bounds(index, asked, today)
    return (
        NO_START if first is None else first.ordinal,
        NO_END if last is None else last.ordinal,
    )


def _bounds(index: Index, asked: Alternative, today: date) -> tuple[Day | None, Day | None]:
    when = as_period(asked.value)
    if when and not when.has_time:
        first, last = when.earliest, when.latest
    else:
        from timeline.search.lookups import typed_period

        first, last = typed_period(index, asked.value, today)
    if asked.field is Field.SINCE:
        if first is None:
            raise NotUnderstoodError(f"'{visible(asked.value)}' has no beginning to ask from")
        return first, None
    if asked.field is Field.UNTIL:
        if last is None:
            raise NotUnderstoodError(f"'{visible(asked.value)}' has no end to ask up to")
        return None, last
    return first, last

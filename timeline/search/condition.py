"""Turn a question into SQL. `lookups` looks up the names in it."""

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
    """The condition that an event `e` must meet, as SQL with its parameters.

    `opens` and `closes` are the first and the last day number of the time that the question asks
    about, None if it has no such bound. An event found is continuing if it certainly began before
    `opens`. `unknown` is the condition for the events of which the answer is not known, because the
    question asks by when they were known, and they have no dated source; None if there are none.
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


def condition(index: Index, query: Query, today: date) -> Condition:
    """Return the condition for `query`, with relative dates counted from `today`.

    Raises `QuestionError`, which points to the name or period that is wrong.
    """
    if not query.text:
        # Parse a question built from terms, to validate it and to get positions for errors.
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
        if not term.negated and all(map(_is_of_event, term.alternatives))
    ]
    window = Window(
        max((min(low for low, _ in spans) for spans in narrowing), default=NO_START),
        min((max(high for _, high in spans) for spans in narrowing), default=NO_END),
    )
    terms = [_term(index, query, term, periods, window) for term in query.terms]
    if narrowing and len(narrowing) == len(terms):
        # With only periods, no other term uses the window to limit the search.
        terms.append(window.events())
    sql = _joined([part.sql for part in terms], "AND") if terms else "1"
    parameters = tuple(value for part in terms for value in part.parameters)
    unknown = None
    if any(asked.field is Field.KNOWN_BY for asked in periods):
        # Comparing with NULL makes a condition NULL, which neither finds nor excludes an event.
        unknown = Part(f"e.known_from IS NULL AND ({sql}) IS NULL", parameters)
    return Condition(
        sql,
        parameters,
        None if window.low == NO_START else window.low,
        None if window.high == NO_END else window.high,
        unknown,
    )


def _is_of_event(asked: Alternative) -> bool:
    """Tell whether a value is a period in which the event itself must lie."""
    return asked.field in PERIOD_FIELDS and asked.field is not Field.KNOWN_BY


def _term(
    index: Index,
    query: Query,
    term: Term,
    periods: dict[Alternative, tuple[int, int]],
    window: Window,
) -> Part:
    parts = [
        _within(asked, *periods[asked], query.certain)
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
    """Join conditions as a balanced tree, because SQLite limits the depth of expressions."""
    if len(sqls) == 1:
        return f"({sqls[0]})"
    middle = len(sqls) // 2
    return f"({_joined(sqls[:middle], operator)} {operator} {_joined(sqls[middle:], operator)})"


def _named_part(index: Index, query: Query, asked: Alternative, window: Window) -> Part:
    # Imported here because a question with only periods does not need it.
    from timeline.search.lookups import lookup

    with _placed(query, asked):
        return lookup(index, asked, window)


@contextmanager
def _placed(query: Query, asked: Alternative) -> Iterator[None]:
    """Turn NotUnderstoodError into a QuestionError that points to the value in the question."""
    try:
        yield
    except NotUnderstoodError as error:
        raise QuestionError(
            error.message, query.text, asked.start, asked.end, error.advice
        ) from None


def _within(asked: Alternative, low: int, high: int, certain: bool) -> Part:
    if asked.field is Field.KNOWN_BY:
        return Part(f"e.{'known_by' if certain else 'known_from'} <= ?", (high,))
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
            raise NotUnderstoodError(f"'{visible(asked.value)}' has no start to search from")
        return first, None
    if asked.field is Field.UNTIL:
        if last is None:
            raise NotUnderstoodError(f"'{visible(asked.value)}' has no end to search up to")
        return None, last
    if asked.field is Field.KNOWN_BY:
        if last is None:
            raise NotUnderstoodError(f"'{visible(asked.value)}' has no end to be known by")
        return None, last
    return first, last

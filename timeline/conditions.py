"""A question as SQL, one case per kind of term."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple, assert_never

from timeline.characters import visible
from timeline.dates import EventDate
from timeline.errors import NotUnderstoodError, QuestionError
from timeline.index import LONG, LONGEST_SHORT, NO_END, NO_START, Index
from timeline.names import (
    NoSuchName,
    check_named,
    find_actor,
    find_id,
    find_tag,
    is_id,
    like_words,
)
from timeline.periods import Period, PeriodError
from timeline.periods import parse as parse_period
from timeline.query import Query
from timeline.spelling import composed, fold
from timeline.terms import Alternative, Field, Term


class Condition(NamedTuple):
    """What an event `e` must meet, as SQL and its parameters.

    `opens` is the day number on which the asked-for time begins, None where it has no beginning:
    what surely began before it and reaches into it is continuing.
    """

    sql: str
    parameters: tuple[Any, ...]
    opens: int | None


class _Part(NamedTuple):
    """What one alternative asks: SQL and its parameters."""

    sql: str
    parameters: tuple[Any, ...]


class _Window(NamedTuple):
    """The day numbers between which all that a question can find lies, at least in part."""

    low: int
    high: int

    def events_of(self, table: str, which: str, *parameters: Any) -> _Part:
        """Return the SQL for the events of a table, with a `day`, that can be found."""
        if self == _EVER:
            return _Part(f"SELECT event FROM {table} WHERE {which}", parameters)
        # Two searches of a key, in place of a look at all rows.
        return _Part(
            f"SELECT event FROM {table} WHERE {which} AND day BETWEEN ? AND ? "
            f"UNION ALL SELECT event FROM {table} WHERE {which} AND day = {LONG}",
            (*parameters, self.low - LONGEST_SHORT, self.high, *parameters),
        )


_EVER = _Window(NO_START, NO_END)
_PERIODS = (Field.YEAR, Field.SINCE, Field.UNTIL)


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
        if asked.field in _PERIODS
    }
    narrowing = [
        [periods[asked] for asked in term.alternatives]
        for term in query.terms
        if not term.negated and all(asked in periods for asked in term.alternatives)
    ]
    window = _Window(
        max((min(low for low, _ in spans) for spans in narrowing), default=NO_START),
        min((max(high for _, high in spans) for spans in narrowing), default=NO_END),
    )
    terms = [_term(index, query, term, periods, window) for term in query.terms]
    if narrowing and len(narrowing) == len(terms):
        # Nothing else is asked that could be looked up.
        found = window.events_of("(SELECT number AS event, day FROM event)", "1")
        terms.append(_Part(f"e.number IN ({found.sql})", found.parameters))
    return Condition(
        _joined([part.sql for part in terms], "AND") if terms else "1",
        tuple(value for part in terms for value in part.parameters),
        None if window.low == NO_START else window.low,
    )


def _term(
    index: Index,
    query: Query,
    term: Term,
    periods: dict[Alternative, tuple[int, int]],
    window: _Window,
) -> _Part:
    parts = [
        _overlap(*periods[asked], query.certain)
        if asked in periods
        else _named_part(index, query, asked, window)
        for asked in term.alternatives
    ]
    either = _joined([part.sql for part in parts], "OR")
    return _Part(
        f"NOT {either}" if term.negated else either,
        tuple(value for part in parts for value in part.parameters),
    )


def _joined(sqls: list[str], operator: str) -> str:
    """Join conditions as a balanced tree: SQLite bounds how deep an expression is nested."""
    if len(sqls) == 1:
        return f"({sqls[0]})"
    middle = len(sqls) // 2
    return f"({_joined(sqls[:middle], operator)} {operator} {_joined(sqls[middle:], operator)})"


def _named_part(index: Index, query: Query, asked: Alternative, window: _Window) -> _Part:
    with _placed(query, asked):
        return _alternative(index, asked, window)


@contextmanager
def _placed(query: Query, asked: Alternative) -> Iterator[None]:
    """Show where in the question the value stands that is not understood."""
    try:
        yield
    except NotUnderstoodError as error:
        raise QuestionError(
            error.message, query.text, asked.start, asked.end, error.advice
        ) from None


def _alternative(index: Index, asked: Alternative, window: _Window) -> _Part:
    match asked.field:
        case Field.ACTOR:
            actor = find_actor(index, asked.value)
            if asked.alone:
                return _among(window.events_of("event_actor", "actor = ?", actor))
            acting = (
                "WITH RECURSIVE acting (actor) AS (VALUES (?) UNION SELECT m.actor "
                "FROM member_of m JOIN acting a ON m.organisation = a.actor) "
                "SELECT actor FROM acting"
            )
            return _among(window.events_of("event_actor", f"actor IN ({acting})", actor))
        case Field.TAG:
            return _among(window.events_of("event_tag", "tag = ?", find_tag(index, asked.value)))
        case Field.PLACE:
            check_named(index, "place", asked.value)
            return _named("place", like_words(asked.value), window)
        case Field.SOURCE:
            check_named(index, "publisher", asked.value)
            return _named("publisher", like_words(asked.value), window)
        case Field.ID:
            return _Part("e.id = ?", (find_id(index, asked.value),))
        case Field.TEXT:
            return _text(asked, window)
        case Field.YEAR | Field.SINCE | Field.UNTIL:
            raise ValueError(f"{asked.field} is a period")
    assert_never(asked.field)


def _among(found: _Part) -> _Part:
    return _Part(f"e.number IN ({found.sql})", found.parameters)


def _named(kind: str, like: str, window: _Window) -> _Part:
    """Return the SQL for events with an actor, place or publisher of a name like this."""
    table = {"actor": "event_actor", "place": "event_place", "publisher": "event_source"}[kind]
    named = (
        f"{kind} IN (SELECT name FROM spelling WHERE kind = '{kind}' "
        "AND ' ' || folded || ' ' LIKE ?)"
    )
    return _among(window.events_of(table, named, like))


def _overlap(low: int, high: int, certain: bool) -> _Part:
    if certain:
        return _Part("e.earliest >= ? AND e.latest <= ?", (low, high))
    return _Part("e.earliest <= ? AND e.latest >= ?", (high, low))


def _period(index: Index, query: Query, asked: Alternative, today: date) -> tuple[int, int]:
    """Return the first and the last day number of a period."""
    with _placed(query, asked):
        first, last = _bounds(index, asked, today)
    return (
        NO_START if first is None else first.ordinal,
        NO_END if last is None else last.ordinal,
    )


def _bounds(index: Index, asked: Alternative, today: date) -> Period:
    period = parse_period(
        asked.value,
        today,
        date_of=lambda name: _date_of(index, name),
        is_event=lambda name: is_id(index, name),
    )
    if asked.field is Field.SINCE:
        if period.first is None:
            raise PeriodError(f"'{visible(asked.value)}' has no beginning to ask from")
        return Period(period.first, None)
    if asked.field is Field.UNTIL:
        if period.last is None:
            raise PeriodError(f"'{visible(asked.value)}' has no end to ask up to")
        return Period(None, period.last)
    return period


def _date_of(index: Index, name: str) -> EventDate:
    identifier = find_id(index, name)
    return EventDate.parse(index.value("SELECT date FROM event WHERE id = ?", identifier))


def _text(asked: Alternative, window: _Window) -> _Part:
    """Search titles, summaries, and the names of actors and places."""
    if not fold(asked.value):
        raise NoSuchName(f"'{visible(asked.value)}' has no letter or digit to search for")
    match = '"' + composed(asked.value).replace('"', '""') + '"' + ("" if asked.phrase else "*")
    like = like_words(asked.value) if asked.phrase else f"% {fold(asked.value)}%"
    parts = [
        _Part("e.number IN (SELECT rowid FROM search WHERE search MATCH ?)", (match,)),
        _named("actor", like, window),
        _named("place", like, window),
    ]
    return _Part(
        " OR ".join(part.sql for part in parts),
        tuple(value for part in parts for value in part.parameters),
    )

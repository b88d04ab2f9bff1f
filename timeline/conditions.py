"""A question as SQL, one case per kind of term; what its names and periods stand for."""

from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

from timeline.characters import visible
from timeline.dates import EventDate
from timeline.errors import QuestionError, TimelineError
from timeline.index import NO_END, NO_START, Index
from timeline.periods import Period, PeriodError
from timeline.periods import parse as parse_period
from timeline.query import Alternative, Field, Query
from timeline.spelling import closest, fold, listed

_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Condition:
    """What an event `e` must meet, as SQL and its parameters.

    `opens` is the day number on which the asked-for time begins, None where it has no beginning:
    what surely began before it and reaches into it is continuing.
    """

    sql: str
    parameters: tuple[Any, ...]
    opens: int | None


class NoSuchName(TimelineError):
    """A name that nothing in the chronology bears, or that several do; says which are near."""


def condition(index: Index, query: Query, today: date) -> Condition:
    """Return what `query` means for the chronology in `index`, as asked on the day `today`.

    Raises `QuestionError` with the place of a name or period that stands for nothing.
    """
    parts: list[str] = []
    parameters: list[Any] = []
    opens: list[int] = []
    for term in query.terms:
        sqls, starts = [], []
        for alternative in term.alternatives:
            try:
                sql, values, start = _alternative(index, alternative, query.certain, today)
            except (NoSuchName, PeriodError) as error:
                message, _, advice = str(error).partition("\n")
                raise QuestionError(
                    message, query.text or str(query), *_place(query, alternative), advice
                ) from None
            sqls.append(sql)
            parameters += values
            starts.append(start)
        either = " OR ".join(sqls)
        parts.append(f"NOT ({either})" if term.negated else f"({either})")
        known = [start for start in starts if start is not None]
        if not term.negated and len(known) == len(starts):
            opens.append(min(known))
    return Condition(" AND ".join(parts) or "1", tuple(parameters), max(opens, default=None))


def _place(query: Query, alternative: Alternative) -> tuple[int, int]:
    if query.text:
        return alternative.start, alternative.end
    start = str(query).find(str(alternative))
    return start, start + len(str(alternative))


def _alternative(
    index: Index, asked: Alternative, certain: bool, today: date
) -> tuple[str, tuple[Any, ...], int | None]:
    """Return SQL, its parameters, and the day number on which a period begins."""
    match asked.field:
        case Field.YEAR | Field.SINCE | Field.UNTIL:
            return _period(index, asked, certain, today)
        case Field.ACTOR:
            actor = find_actor(index, asked.value)
            if asked.alone:
                return _among("event_actor", "actor = ?"), (actor,), None
            return (
                _among(
                    "event_actor",
                    "actor IN (WITH RECURSIVE acting (actor) AS (VALUES (?) UNION SELECT m.actor "
                    "FROM member_of m JOIN acting a ON m.organisation = a.actor) "
                    "SELECT actor FROM acting)",
                ),
                (actor,),
                None,
            )
        case Field.TAG:
            return _among("event_tag", "tag = ?"), (find_tag(index, asked.value),), None
        case Field.PLACE:
            return _named_alike(index, "place", "event_place", asked.value)
        case Field.SOURCE:
            return _named_alike(index, "publisher", "event_source", asked.value)
        case Field.ID:
            return "e.id = ?", (find_id(index, asked.value),), None
        case Field.TEXT:
            return _text(asked)
    assert_never(asked.field)


def _among(table: str, which: str) -> str:
    return f"e.number IN (SELECT event FROM {table} WHERE {which})"


def _period(
    index: Index, asked: Alternative, certain: bool, today: date
) -> tuple[str, tuple[Any, ...], int | None]:
    period = parse_period(asked.value, today, lambda name: _date_of(index, name))
    first, last = period
    if asked.field is Field.SINCE:
        period = Period(first, None)
    elif asked.field is Field.UNTIL:
        period = Period(None, last)
    low = NO_START if period.first is None else period.first.ordinal
    high = NO_END if period.last is None else period.last.ordinal
    if asked.field is Field.SINCE and low == NO_START:
        raise PeriodError(f"'{visible(asked.value)}' has no beginning to ask from")
    if asked.field is Field.UNTIL and high == NO_END:
        raise PeriodError(f"'{visible(asked.value)}' has no end to ask up to")
    start = None if low == NO_START else low
    if certain:
        return "e.earliest >= ? AND e.latest <= ?", (low, high), start
    return "e.earliest <= ? AND e.latest >= ?", (high, low), start


def _date_of(index: Index, name: str) -> EventDate:
    identifier = find_id(index, name)
    return EventDate.parse(index.value("SELECT date FROM event WHERE id = ?", identifier))


def _named_alike(
    index: Index, kind: str, table: str, asked: str
) -> tuple[str, tuple[Any, ...], None]:
    """Match every place or publisher whose name holds the words asked for."""
    names = tuple(_holding(index, kind, asked))
    if not names:
        known = [row[0] for row in index.rows("SELECT name FROM spelling WHERE kind = ?", kind)]
        raise _nothing_bears(kind, asked, closest(asked, known))
    marks = ", ".join("?" * len(names))
    return _among(table, f"{kind} IN ({marks})"), names, None


def _text(asked: Alternative) -> tuple[str, tuple[Any, ...], None]:
    """Search titles, summaries, and the names of actors and places."""
    folded = fold(asked.value)
    if not folded:
        raise NoSuchName(f"'{visible(asked.value)}' has no letter or digit to search for")
    match = '"' + asked.value.replace('"', '""') + '"' + ("" if asked.phrase else "*")
    like = f"% {folded} %" if asked.phrase else f"% {folded}%"
    named = "FROM spelling WHERE kind = '{}' AND ' ' || folded || ' ' LIKE ?"
    return (
        "(e.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        f" OR {_among('event_actor', 'actor IN (SELECT name ' + named.format('actor') + ')')}"
        f" OR {_among('event_place', 'place IN (SELECT name ' + named.format('place') + ')')})",
        (match, like, like),
        None,
    )


def find_actor(index: Index, asked: str) -> str:
    """Return the id of the one actor that `asked` names.

    By id, name or alias, or by words of a name that only one actor has. Raises `NoSuchName` with
    the candidates where it names none or several.
    """
    return _find(index, "actor", asked, _actor_line)


def find_tag(index: Index, asked: str) -> str:
    """Return the tag that `asked` names, as `find_actor` does for actors."""
    return _find(index, "tag", asked, lambda index, tag: visible(tag))


def find_id(index: Index, asked: str) -> str:
    """Return the id of the one event that `asked` is the id of, or the beginning of the id of.

    Raises `NoSuchName` with the candidates where there is none or there are several.
    """
    exact: str | None = index.value("SELECT id FROM event WHERE id = ?", asked)
    if exact is not None:
        return exact
    like = asked.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    for pattern in (f"{like}%", f"%{like}%"):
        rows = index.rows(
            "SELECT id, date, json_extract(document, '$.title') FROM event WHERE id LIKE ? "
            "ESCAPE '\\' ORDER BY earliest, latest, time, number LIMIT ?",
            pattern,
            _CANDIDATES + 1,
        )
        found = list(rows) if asked else []
        if len(found) == 1 and pattern == f"{like}%":
            return str(found[0][0])
        if found:
            lines = [
                f"{visible(identifier)}  {EventDate.parse(when).describe()}, {visible(title)}"
                for identifier, when, title in found
            ]
            what = "begins several ids" if pattern == f"{like}%" else "is no event's id"
            raise NoSuchName(_with_candidates(f"'{visible(asked)}' {what}", lines))
    ids = [row[0] for row in index.rows("SELECT id FROM event LIMIT 20000")]
    near = [visible(name) for name in closest(asked, ids)]
    message = f"'{visible(asked)}' is no event's id"
    if near:
        raise NoSuchName(f"{message}\ndid you mean {listed(near)}?")
    raise NoSuchName(f"{message}\n'timeline list --oneline' shows the ids")


def _find(index: Index, kind: str, asked: str, line: Any) -> str:
    if index.value(f"SELECT 1 FROM {kind} WHERE id = ?", asked):
        return asked
    exact = index.rows(
        "SELECT DISTINCT name FROM spelling WHERE kind = ? AND folded = ?", kind, fold(asked)
    )
    found = [row[0] for row in exact] if fold(asked) else []
    found = found or _holding(index, kind, asked)
    if len(found) == 1:
        return str(found[0])
    if found:
        raise NoSuchName(
            _with_candidates(
                f"'{visible(asked)}' names several {kind}s", [line(index, one) for one in found]
            )
        )
    spellings = {
        row[0]: row[1]
        for row in index.rows("SELECT folded, name FROM spelling WHERE kind = ? LIMIT 20000", kind)
    }
    words = {word: name for folded, name in spellings.items() for word in folded.split()}
    near = [(words | spellings)[match] for match in closest(asked, words | spellings)]
    raise _nothing_bears(kind, asked, list(dict.fromkeys(near)))


def _actor_line(index: Index, identifier: str) -> str:
    actor = index.actor(identifier)
    role = f", {visible(actor.role)}" if actor.role else ""
    return f"{visible(identifier)}  {visible(actor.name)}{role}"


def _holding(index: Index, kind: str, asked: str) -> list[str]:
    """Return the names of a kind that hold the words asked for, one after the other."""
    folded = fold(asked)
    if not folded:
        return []
    rows = index.rows(
        "SELECT DISTINCT name FROM spelling WHERE kind = ? "
        "AND ' ' || folded || ' ' LIKE ? ORDER BY name",
        kind,
        f"% {folded} %",
    )
    return [row[0] for row in rows]


def _nothing_bears(kind: str, asked: str, near: list[str]) -> NoSuchName:
    message = f"no {kind} is called '{visible(asked)}'"
    if near:
        return NoSuchName(f"{message}\ndid you mean {listed(map(visible, near))}?")
    if kind in ("actor", "tag"):
        return NoSuchName(f"{message}\n'timeline {kind}s' lists them")
    return NoSuchName(message)


def _with_candidates(message: str, lines: list[str]) -> str:
    shown = [f"  {line}" for line in lines[:_CANDIDATES]]
    more = ["  ..."] if len(lines) > _CANDIDATES else []
    return "\n".join([message, "name one of:", *shown, *more])

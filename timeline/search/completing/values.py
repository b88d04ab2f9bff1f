"""Completion candidates: the names in a chronology that start with the text typed so far."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, assert_never

from timeline.dates import NO_START, Day, EventDate
from timeline.index import TITLE, Index
from timeline.query import Field, has_operator, misplaced
from timeline.text import fold, visible

MOST = 200
"""The maximum number of candidates.

If there are more, the last candidate is the last of all names. The shell then completes only the
prefix that the first and the last name share, which all names in between share too.
"""

_LAST = "\U0010ffff"


class Candidate(NamedTuple):
    """A name as it can be written in a question, and a short description."""

    value: str
    about: str = ""


def candidates(index: Index, field: Field, typed: str) -> list[Candidate]:
    """Return the values of a field that complete the text typed so far."""
    found: Iterable[Candidate]
    match field:
        case Field.BETWEEN:
            before, separator, last = typed.rpartition("..")
            found = [
                one._replace(value=before + separator + one.value) for one in _periods(index, last)
            ]
        case Field.YEAR | Field.SINCE | Field.UNTIL | Field.DURING | Field.NEAR | Field.KNOWN_BY:
            found = _periods(index, typed)
        case Field.QUESTION:
            found = [
                Candidate(visible(name), visible(text))
                for name, text in index.saved_questions().items()
            ]
        case Field.ID:
            found = _ids(index, typed)
        case Field.ACTOR | Field.TAG:
            found = _named(index, str(field), typed)
        case Field.PLACE | Field.SOURCE:
            found = _called(index, field, typed)
        case Field.TEXT:
            found = ()
        case _:
            assert_never(field)
    completing = {
        candidate.value: candidate
        for candidate in found
        if _completes(field, typed, candidate.value)
    }
    return list(completing.values())


def _completes(field: Field, typed: str, value: str) -> bool:
    """Return whether a value completes the typed text and needs no quotes in a question."""
    return (
        _is_one(value)
        and value.startswith(typed)
        and not (misplaced(field, value) or has_operator(field, value))
    )


def _is_one(value: str) -> bool:
    """Return whether a question reads a text as one name; a comma or a quote would end the name."""
    return bool(value) and value == visible(value) and not {",", '"'} & {*value}


def _ids(index: Index, typed: str) -> Iterable[Candidate]:
    columns = f"id, date, {TITLE}"
    for name, date, title in _range(index, columns, "event e", "id", typed):
        yield Candidate(name, f"{EventDate.parse(date).describe()}, {visible(title)}")


def _periods(index: Index, typed: str) -> Iterable[Candidate]:
    if typed.startswith("@"):
        return [one._replace(value=f"@{one.value}") for one in _ids(index, typed[1:])]
    first = NO_START
    if typed.isdecimal() and typed.isascii() and len(typed) <= 4:
        first = Day(int(typed.ljust(4, "0")), 1, 1).ordinal - 1
    years = (
        f"{'-' if year < 0 else ''}{abs(year):04}"
        for year in _years_after(index, first)
        if abs(year) <= 9999
    )
    return [Candidate(year) for year in years if year.startswith(typed)]


def _years_after(index: Index, day: int) -> Iterator[int]:
    """Yield the years in which events begin, finding each with one lookup in an SQL index."""
    sql = "SELECT {}(start) FROM event WHERE start > ?"
    latest = index.value(sql.format("max"), day)
    if latest is None:
        return
    last = Day.from_ordinal(latest).year
    for _ in range(MOST):
        year = Day.from_ordinal(index.value(sql.format("min"), day)).year
        if year == last:
            break
        yield year
        day = Day(year, 12, 31).ordinal
    yield last


def _named(index: Index, kind: str, typed: str) -> Iterable[Candidate]:
    """Yield ids, and completions of any word in another spelling if only one name has it."""
    if not typed:
        for (name,) in _range(index, "id", kind, "id", ""):
            yield Candidate(name, _about(index, kind, name))
        return
    start = _folded(typed)
    if not start.strip():
        return
    known = f"(SELECT folded, name FROM spelling WHERE kind = '{kind}')"
    spellings = list(_range(index, "folded, name", known, "folded", start))
    counts = Counter(folded for folded, _ in spellings)
    for folded, name in spellings:
        if name.startswith(typed) and fold(name) == folded and _is_one(name):
            yield Candidate(name, _about(index, kind, name))
        elif counts[folded] == 1:
            yield Candidate(_continued(typed, start, folded), _about(index, kind, name))
    within = list(
        index.rows(
            f"SELECT folded, name FROM {known} WHERE folded LIKE ? ORDER BY 1 LIMIT ?",
            f"% {start}%",
            MOST + 1,
        )
    )
    if len(within) > MOST:
        return
    for folded, name in within:
        at = folded.index(f" {start}") + 1
        words = f" {folded[at:]} "
        if all(name == other or words not in f" {one} " for one, other in within):
            yield Candidate(_continued(typed, start, folded[at:]), _about(index, kind, name))


def _called(index: Index, field: Field, typed: str) -> Iterable[Candidate]:
    """Yield the names of places or publishers that start with the typed text."""
    kind = "publisher" if field is Field.SOURCE else "place"
    known = f"(SELECT folded, name FROM spelling WHERE kind = '{kind}')"
    start = _folded(typed)
    for folded, name in _range(index, "folded, name", known, "folded", start):
        # A comma would start another name. Lookups ignore punctuation, so a space will do.
        value = visible((typed + name[len(typed) :]).replace(",", " ").replace('"', " "))
        if fold(value) == folded:
            yield Candidate(value)


def _range(
    index: Index, columns: str, table: str, key: str, start: str
) -> Iterator[tuple[Any, ...]]:
    sql = f"SELECT {columns} FROM {table} WHERE {key} >= ? AND {key} < ? ORDER BY {key}"
    found = list(index.rows(f"{sql} LIMIT {MOST}", start, start + _LAST))
    if len(found) == MOST:
        found[-1:] = index.rows(f"{sql} DESC LIMIT 1", start, start + _LAST)
    yield from found


def _folded(typed: str) -> str:
    """Return the folded start of a name, keeping a trailing space, which ends a word."""
    return fold(f"{typed}x")[:-1]


def _continued(typed: str, start: str, folded: str) -> str:
    """Return the typed text completed to the full spelling, as one word."""
    return typed + folded[len(start) :].replace(" ", "-")


def _about(index: Index, kind: str, name: str) -> str:
    if kind == "tag":
        return visible(index.tag(name).description)
    actor = index.actor(name)
    return visible(f"{actor.name}, {actor.titles}" if actor.role else actor.name)

"""The names of a chronology that go on with what is typed so far, offered for completion."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from timeline.dates.event_date import Day, EventDate
from timeline.index.index import Index
from timeline.index.schema import DOCUMENT, NO_START
from timeline.query import PERIOD_FIELDS, Field, misplaced
from timeline.text import fold, visible

MOST = 200
"""How many names are offered; of more, the first ones and the last, which begin as all of them."""

_LAST = "\U0010ffff"


class Offer(NamedTuple):
    """A name as it can stand in a question, and a few words about it."""

    value: str
    about: str = ""


def offers(index: Index, field: Field, begun: str) -> list[Offer]:
    """Return the values of a field that begin with a text, as it is typed."""
    if field in PERIOD_FIELDS:
        found = _periods(index, begun)
    elif field is Field.ID:
        found = _ids(index, begun)
    elif field in (Field.ACTOR, Field.TAG):
        found = _named(index, str(field), begun)
    else:
        found = _called(index, field, begun)
    goes_on = {one.value: one for one in found if _goes_on(field, begun, one.value)}
    return list(goes_on.values())


def _goes_on(field: Field, begun: str, value: str) -> bool:
    """Tell whether a value goes on with what is typed, and can stand in a question as it is."""
    return _is_one(value) and value.startswith(begun) and not misplaced(field, value)


def _is_one(value: str) -> bool:
    """Tell whether a text is one name in a question, which a comma would end."""
    return bool(value) and value == visible(value) and not {",", '"'} & {*value}


def _ids(index: Index, begun: str) -> Iterable[Offer]:
    columns = f"id, date, json_extract({DOCUMENT}, '$.title')"
    for name, date, title in _range(index, columns, "event e", "id", begun):
        yield Offer(name, f"{EventDate.parse(date).describe()}, {visible(title)}")


def _periods(index: Index, begun: str) -> Iterable[Offer]:
    if begun.startswith("@"):
        return [one._replace(value=f"@{one.value}") for one in _ids(index, begun[1:])]
    first = NO_START
    if begun.isdecimal() and begun.isascii() and len(begun) <= 4:
        first = Day(int(begun.ljust(4, "0")), 1, 1).ordinal - 1
    years = (
        f"{'-' if year < 0 else ''}{abs(year):04}"
        for year in _years_after(index, first)
        if abs(year) <= 9999
    )
    return [Offer(year) for year in years if year.startswith(begun)]


def _years_after(index: Index, day: int) -> Iterator[int]:
    """Yield the years in which events begin, each found with one search of a key."""
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


def _named(index: Index, kind: str, begun: str) -> Iterable[Offer]:
    """Yield ids, and other spellings of a name from any of its words on, if only one has them."""
    if not begun:
        for (name,) in _range(index, "id", kind, "id", ""):
            yield Offer(name, _about(index, kind, name))
        return
    start = _folded(begun)
    if not start.strip():
        return
    known = f"(SELECT folded, name FROM spelling WHERE kind = '{kind}')"
    spellings = list(_range(index, "folded, name", known, "folded", start))
    bearers = Counter(folded for folded, _ in spellings)
    for folded, name in spellings:
        if name.startswith(begun) and fold(name) == folded and _is_one(name):
            yield Offer(name, _about(index, kind, name))
        elif bearers[folded] == 1:
            yield Offer(_continued(begun, start, folded), _about(index, kind, name))
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
            yield Offer(_continued(begun, start, folded[at:]), _about(index, kind, name))


def _called(index: Index, field: Field, begun: str) -> Iterable[Offer]:
    """Yield the names of places or publishers, as what is typed goes on."""
    kind = "publisher" if field is Field.SOURCE else "place"
    known = f"(SELECT folded, name FROM spelling WHERE kind = '{kind}')"
    start = _folded(begun)
    for folded, name in _range(index, "folded, name", known, "folded", start):
        # A comma would begin another name, and punctuation does not matter.
        value = visible((begun + name[len(begun) :]).replace(",", " ").replace('"', " "))
        if fold(value) == folded:
            yield Offer(value)


def _range(
    index: Index, columns: str, table: str, key: str, start: str
) -> Iterator[tuple[Any, ...]]:
    sql = f"SELECT {columns} FROM {table} WHERE {key} >= ? AND {key} < ? ORDER BY {key}"
    found = list(index.rows(f"{sql} LIMIT {MOST}", start, start + _LAST))
    if len(found) == MOST:
        found[-1:] = index.rows(f"{sql} DESC LIMIT 1", start, start + _LAST)
    yield from found


def _folded(begun: str) -> str:
    """Return the beginning of a name folded; a space at its end stays, for a word begins there."""
    return fold(f"{begun}x")[:-1]


def _continued(begun: str, start: str, folded: str) -> str:
    """Return a spelling in one word, going on where the typed text ends."""
    return begun + folded[len(start) :].replace(" ", "-")


def _about(index: Index, kind: str, name: str) -> str:
    if kind == "tag":
        return visible(index.tag(name).description)
    actor = index.actor(name)
    return visible(f"{actor.name}, {actor.role}" if actor.role else actor.name)

"""Find events by id, by the start of an id, or by title words that only one event has."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.dates import EventDate
from timeline.index import ORDER, TITLE, Index
from timeline.search.naming.names import (
    MOST_CANDIDATES,
    MOST_COMPARED,
    NoSuchName,
    ambiguous,
    shown,
)
from timeline.text import (
    LONGEST_COMPARED,
    closest,
    control_in,
    fold,
    listed,
    searchable,
    slug,
    visible,
)

_TO_LIST = MOST_CANDIDATES + 1
"""One event more than an error lists, to show that there are more."""


def is_id(index: Index, asked: str) -> bool:
    """Return whether an event has exactly this id."""
    return bool(index.value("SELECT 1 FROM event WHERE id = ?", asked))


def new_id(before: Index, after: Index) -> str | None:
    """Return the first id, in alphabetical order, that only the second index has."""
    every = "SELECT id FROM event ORDER BY id"
    known = (row[0] for row in before.rows(every))
    one = next(known, None)
    for (identifier,) in after.rows(every):
        while one is not None and one < identifier:
            one = next(known, None)
        if one != identifier:
            return str(identifier)
    return None


def find_id(index: Index, asked: str) -> str:
    """Return the id of the one event whose id is `asked` or starts with it.

    Raises `NoSuchName`, which lists candidates, if no event matches or several do.
    """
    if found := _by_id(index, asked):
        return _only(found, f"several ids start with '{shown(asked)}'")
    raise _unknown(index, asked, f"no event has the id '{shown(asked)}'")


def find_event(index: Index, asked: str) -> str:
    """Return the id of the one event that `asked` refers to.

    `asked` is an id, the start of an id, or title words that only one event has. Raises
    `NoSuchName`, which lists candidates, if no event matches or several do.
    """
    if found := _by_name(index, asked):
        return found
    raise _unknown(index, asked, f"no event has '{shown(asked)}' in its id or title")


def find_events(index: Index, asked: Sequence[str]) -> list[str]:
    """Return the ids of the events with these names: one per name, or one for all names together.

    `griner-a griner-b` refers to two events, and `griner exchanged` to one by words of its title.
    Raises `NoSuchName` as `find_event` does.
    """
    each = [_by_id(index, one) for one in asked]
    if all(len(one) == 1 for one in each):
        return [one[0].id for one in each]
    if found := _by_name(index, " ".join(asked)):
        return [found]
    return [find_event(index, one) for one in asked]


def events_like(index: Index, asked: str, most: int) -> list[str]:
    """Return the ids of the events that `asked` may refer to, at most that many.

    Those are the event with this id, otherwise those whose ids start with it, whose titles contain
    these words, or whose ids contain it.
    """
    found = _by_id(index, asked, most) or _by_title(index, asked, most)
    if not found and _is_askable(asked):
        found = _with_id_like(index, asked, "%{}%", most)
    return [one.id for one in found]


class _Found(NamedTuple):
    """A candidate for the event that the user means."""

    id: str
    date: str
    title: str

    def __str__(self) -> str:
        date = EventDate.parse(self.date).describe()
        return f"{visible(self.id)}  {date}, {visible(self.title)}"


def _by_name(index: Index, asked: str) -> str | None:
    """Return the id of the event with this id or title, or None.

    Raises `NoSuchName` if several events match.
    """
    if found := _by_id(index, asked):
        return _only(found, f"several ids start with '{shown(asked)}'")
    if found := _by_title(index, asked):
        return _only(found, f"several titles contain '{shown(asked)}'")
    return None


def _only(found: Sequence[_Found], message: str) -> str:
    if len(found) > 1:
        raise ambiguous(message, [str(one) for one in found])
    return found[0].id


def _by_id(index: Index, asked: str, most: int = _TO_LIST) -> list[_Found]:
    """Return the event with this id, otherwise those whose id starts with it."""
    if not _is_askable(asked):
        return []
    for identifier in (asked, slug(asked)):
        if found := _rows(index, "e.id = ?", identifier, most):
            return found
    return _with_id_like(index, asked, "{}%", most)


def _by_title(index: Index, asked: str, most: int = _TO_LIST) -> list[_Found]:
    """Return the event with this title, otherwise those whose title contains these words.

    If no title contains the words, return those with words that start with them.
    """
    words = [searchable(word).replace('"', '""') for word in asked.split() if fold(word)]
    if not words or not _is_askable(asked):
        return []
    for end in ("", "*"):
        match = "title : (" + " AND ".join(f'"{word}"{end}' for word in words) + ")"
        if found := _rows(
            index, "e.number IN (SELECT rowid FROM search WHERE search MATCH ?)", match, most
        ):
            exact = [one for one in found if fold(one.title) == fold(asked)]
            return exact if len(exact) == 1 else found
    return []


def _unknown(index: Index, asked: str, message: str) -> NoSuchName:
    """Return the error for an unknown event, listing ids that contain the text or look similar."""
    if not _is_askable(asked):
        return NoSuchName(message)
    if within := _with_id_like(index, asked, "%{}%"):
        return ambiguous(message, [str(one) for one in within])
    ids = [row[0] for row in index.rows("SELECT id FROM event LIMIT ?", MOST_COMPARED)]
    if near := closest(asked, ids):
        return NoSuchName(message, f"did you mean {listed(map(visible, near))}?")
    return NoSuchName(message, "'timeline list --oneline' lists the ids")


def _is_askable(asked: str) -> bool:
    return 0 < len(asked) <= LONGEST_COMPARED and not control_in(asked)


def _with_id_like(index: Index, asked: str, pattern: str, most: int = _TO_LIST) -> list[_Found]:
    escaped = asked.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return _rows(index, "e.id LIKE ? ESCAPE '\\'", pattern.format(escaped), most)


def _rows(index: Index, which: str, value: str, most: int) -> list[_Found]:
    """Return events in order, at most that many."""
    sql = f"SELECT e.id, e.date, {TITLE} FROM event e WHERE {which} ORDER BY {ORDER} LIMIT ?"
    return [_Found(*row) for row in index.rows(sql, value, most)]

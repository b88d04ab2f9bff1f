"""What a name stands for in a chronology: an actor, a tag, an event; else which names are near."""

from collections.abc import Callable

from timeline.dates import EventDate
from timeline.errors import NotUnderstoodError
from timeline.index.index import Index
from timeline.index.schema import DOCUMENT, NO_NAME, ORDER
from timeline.text import closest, control_in, fold, is_without_spaces, listed, visible

_CANDIDATES = 8
_MOST_COMPARED = 20_000
# Longer patterns of LIKE are an error of SQLite, and no id is so long.
_LONGEST_ID = 1000


class NoSuchName(NotUnderstoodError):
    """A name that nothing in the chronology bears, or that several do; says which are near."""


def find_actor(index: Index, asked: str) -> str:
    """Return the id of the one actor that `asked` names.

    By id, name or alias, or by words of a name that only one actor has. Raises `NoSuchName` with
    the candidates where it names none or several.
    """
    return _find(index, "actor", asked, lambda name: _actor_line(index, name))


def find_tag(index: Index, asked: str) -> str:
    """Return the tag that `asked` names, as `find_actor` does for actors."""
    return _find(index, "tag", asked, visible)


def find_id(index: Index, asked: str) -> str:
    """Return the id of the one event that `asked` is the id of, or the beginning of the id of.

    Raises `NoSuchName` with the candidates where there is none or there are several.
    """
    if control_in(asked) or not 0 < len(asked) <= _LONGEST_ID:
        raise NoSuchName(f"'{_shown(asked)}' is no event's id")
    if is_id(index, asked):
        return asked
    if beginning := _events_with_id_like(index, asked, "{}%"):
        if len(beginning) == 1:
            return beginning[0][0]
        raise _several(f"'{_shown(asked)}' begins several ids", [line for _, line in beginning])
    message = f"'{_shown(asked)}' is no event's id"
    if within := _events_with_id_like(index, asked, "%{}%"):
        raise _several(message, [line for _, line in within])
    ids = [row[0] for row in index.rows("SELECT id FROM event LIMIT ?", _MOST_COMPARED)]
    if near := closest(asked, ids):
        raise NoSuchName(message, f"did you mean {listed(map(visible, near))}?")
    raise NoSuchName(message, "'timeline list --oneline' shows the ids")


def is_id(index: Index, asked: str) -> bool:
    """Tell whether an event has exactly this id."""
    return bool(index.value("SELECT 1 FROM event WHERE id = ?", asked))


def like_words(asked: str, *, prefix: bool = False) -> str:
    """Return the pattern of LIKE for `' ' || folded || ' '` that holds these words in a row.

    As a `prefix` the last word may go on. In a script without spaces, words begin and end anywhere.
    """
    start, end = ("", "") if is_without_spaces(asked) else (" ", "" if prefix else " ")
    return f"%{start}{fold(asked)}{end}%"


def check_named(index: Index, kind: str, asked: str) -> None:
    """Raise `NoSuchName` where no name of a kind (`place`, `publisher`) holds the words asked."""
    if _holding(index, kind, asked):
        return
    message = f"no {kind} is called '{_shown(asked)}'"
    known = [
        row[0]
        for row in index.rows(
            "SELECT name FROM spelling WHERE kind = ? LIMIT ?", kind, _MOST_COMPARED
        )
    ]
    if near := closest(asked, known):
        raise NoSuchName(message, f"did you mean {listed(map(visible, near))}?")
    if not known:
        raise NoSuchName(message, f"no event names a {kind}")
    frequent = index.rows(
        "SELECT value FROM bitmap WHERE facet = ? AND value <> ? ORDER BY events DESC, 1 LIMIT ?",
        kind,
        NO_NAME,
        _CANDIDATES,
    )
    names = listed((visible(row[0]) for row in frequent), "and")
    raise NoSuchName(message, f"the {kind}s named most are {names}")


def _find(index: Index, kind: str, asked: str, line: Callable[[str], str]) -> str:
    if index.value(f"SELECT 1 FROM {kind} WHERE id = ?", asked):
        return asked
    folded = fold(asked)
    same = index.rows(
        "SELECT DISTINCT name FROM spelling WHERE kind = ? AND folded = ? ORDER BY name",
        kind,
        folded,
    )
    found = [row[0] for row in same] if folded else []
    found = found or _holding(index, kind, asked)
    if len(found) == 1:
        return found[0]
    if found:
        raise _several(f"'{_shown(asked)}' names several {kind}s", list(map(line, found)))
    near = _near(index, kind, asked)
    advice = f"did you mean {listed(near)}?" if near else f"'timeline {kind}s' lists them"
    raise NoSuchName(f"no {kind} is called '{_shown(asked)}'", advice)


def _near(index: Index, kind: str, asked: str) -> list[str]:
    """Return the ids of which a spelling, or one word of it, is like what was asked."""
    spellings = dict(
        index.rows("SELECT folded, name FROM spelling WHERE kind = ? LIMIT ?", kind, _MOST_COMPARED)
    )
    words = {word: name for folded, name in spellings.items() for word in folded.split()}
    known = words | spellings
    return [visible(name) for name in dict.fromkeys(known[one] for one in closest(asked, known))]


def _holding(index: Index, kind: str, asked: str) -> list[str]:
    """Return the names of a kind that hold the words asked for, one after the other."""
    if not fold(asked):
        return []
    rows = index.rows(
        "SELECT DISTINCT name FROM spelling WHERE kind = ? "
        "AND ' ' || folded || ' ' LIKE ? ORDER BY name",
        kind,
        like_words(asked),
    )
    return [row[0] for row in rows]


def _events_with_id_like(index: Index, asked: str, pattern: str) -> list[tuple[str, str]]:
    """Return ids, each with a line about its event; one more than are shown where there are."""
    escaped = asked.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    rows = index.rows(
        f"SELECT e.id, e.date, json_extract({DOCUMENT}, '$.title') FROM event e "
        f"WHERE e.id LIKE ? ESCAPE '\\' ORDER BY {ORDER} LIMIT ?",
        pattern.format(escaped),
        _CANDIDATES + 1,
    )
    return [
        (name, f"{visible(name)}  {EventDate.parse(date).describe()}, {visible(title)}")
        for name, date, title in rows
    ]


def _actor_line(index: Index, identifier: str) -> str:
    actor = index.actor(identifier)
    role = f", {visible(actor.role)}" if actor.role else ""
    return f"{visible(identifier)}  {visible(actor.name)}{role}"


def _several(message: str, lines: list[str]) -> NoSuchName:
    shown = [f"  {line}" for line in lines[:_CANDIDATES]]
    more = ["  ..."] if len(lines) > _CANDIDATES else []
    return NoSuchName(message, "\n".join(["name one of:", *shown, *more]))


def _shown(asked: str) -> str:
    return visible(asked if len(asked) <= 80 else asked[:80] + "...")

"""Find actors, tags, places and publishers by name, and suggest names for an unknown one."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from timeline.errors import NotUnderstoodError
from timeline.index import Index
from timeline.query import Alternative, Field, apart, rewritten
from timeline.text import LONGEST_COMPARED, closest, fold, is_without_spaces, listed, visible

MOST_CANDIDATES = 8
"""The maximum number of candidates that an error lists."""

MOST_COMPARED = 20_000
"""The maximum number of names to compare with an unknown one."""

_MOST_NEAR = 3
_LONGEST_NAME = 8
"""The maximum number of words at the start of an unknown name that are tried as a name."""

_FIELDS = {
    "actor": Field.ACTOR,
    "tag": Field.TAG,
    "place": Field.PLACE,
    "publisher": Field.SOURCE,
}
_A = {"actor": "an actor", "tag": "a tag", "place": "a place", "publisher": "a publisher"}
_REGISTERS = {"actor": "actors", "tag": "tags", "place": "places", "publisher": "sources"}

# The files in which a name is listed, and those in which events have it.
_LISTING = "SELECT file FROM listing WHERE kind = ? AND name = ?"
_USING = (
    "SELECT DISTINCT e.file FROM name n JOIN event_name o ON o.name = n.number "
    "JOIN event e ON e.number = o.event WHERE n.kind = ? AND n.name = ?"
)


class NoSuchName(NotUnderstoodError):
    """A name that matches nothing, or several things; the advice lists candidates."""


def find_actors(index: Index, asked: str) -> list[str]:
    """Return the id of the one actor that `asked` names.

    `asked` is an id, a name, an alias, or words from a name that only one actor has. If it is a
    name used in events but not listed under `actors:`, it also matches the one listed actor whose
    name contains it, and the actor that it would match in a file of its own, so that merged files
    do not hide each other's events. Raises `NoSuchName` with the candidates if no actor matches or
    several do.
    """
    found = _find(index, "actor", asked, lambda name: _actor_line(index, name))
    if _is_listed(index, "actor", found):
        return [found]
    same = [
        name
        for name in _with_spelling(index, "actor", fold(asked))
        if _is_listed(index, "actor", name)
    ]
    if len(same) > 1:
        lines = [_actor_line(index, name) for name in same]
        raise ambiguous(f"'{shown(asked)}' matches several actors", lines)
    listed_ones = [
        name for name in _holding(index, "actor", asked) if _is_listed(index, "actor", name)
    ]
    others = _found_alone(index, "actor", asked, [found])
    return [found, *dict.fromkeys((*(listed_ones if len(listed_ones) == 1 else ()), *others))]


def _is_listed(index: Index, kind: str, name: str) -> bool:
    return bool(index.value(f"SELECT listed FROM {kind} WHERE id = ?", name))


def find_tags(index: Index, asked: str) -> list[str]:
    """Return the tag that `asked` names, or several that differ only in case and accents.

    If it is in no registry, the tags that `asked` matches in one of several files alone are
    included. Raises `NoSuchName` as `find_actors` does.
    """
    found = _find(index, "tag", asked, visible)
    same = _with_spelling(index, "tag", fold(found)) or [found]
    if any(_is_listed(index, "tag", tag) for tag in same):
        return same
    return [*same, *_found_alone(index, "tag", asked, same)]


def _found_alone(index: Index, kind: str, asked: str, found: Sequence[str]) -> list[str]:
    """Return the names that the text asked for matches in one of several files alone.

    `found` are the names that are exactly this text. In a file with one of them, only that matches.
    """
    # The events of each file have higher numbers than those of the files before it.
    if not index.value("SELECT file FROM event ORDER BY number DESC LIMIT 1"):
        return []
    own, resolved = defaultdict[int, set[str]](set), defaultdict[int, set[str]](set)
    for name in _holding(index, kind, asked):
        listed = _is_listed(index, kind, name)
        listing = {file for (file,) in index.rows(_LISTING, kind, name)}
        for (file,) in index.rows(_USING, kind, name):
            # The file may use another name, which the registry of another file resolves.
            (resolved if listed and file not in listing else own)[file].add(name)
        for file in listing:
            own[file].add(name)
    alone: set[str] = set()
    for file in {*own, *resolved}:
        if len(own[file]) < 2:
            alone |= own[file] or resolved[file]
    return sorted(alone.difference(found))


def find_place(index: Index, asked: str) -> str:
    """Return the place that `asked` names, by its name in any spelling or by words of it.

    Raises `NoSuchName` with the candidates if no place matches or several do.
    """
    check_named(index, "place", asked)
    found = _with_spelling(index, "place", fold(asked)) or _holding(index, "place", asked)
    if asked in found or len(found) == 1:
        return asked if asked in found else found[0]
    raise ambiguous(f"'{shown(asked)}' matches several places", [visible(name) for name in found])


def like_words(asked: str, *, prefix: bool = False) -> str:
    """Return a LIKE pattern for `' ' || folded || ' '` that matches these words in a row.

    With `prefix`, the last word may be the start of a longer one. In a script without spaces, words
    may begin and end anywhere.
    """
    start, end = ("", "") if is_without_spaces(asked) else (" ", "" if prefix else " ")
    return f"%{start}{fold(asked)}{end}%"


def check_named(index: Index, kind: str, asked: str) -> None:
    """Raise `NoSuchName` if no name of a kind, `place` or `publisher`, contains these words."""
    if _holding(index, kind, asked):
        return
    sql = "SELECT name FROM spelling WHERE kind = ? LIMIT ?"
    known = [row[0] for row in index.rows(sql, kind, MOST_COMPARED)]
    if not known:
        raise NoSuchName(f"no {kind} is called '{shown(asked)}'", f"no event has {_A[kind]}")
    raise _unknown(index, kind, asked, closest(asked, known))


def _find(index: Index, kind: str, asked: str, line: Callable[[str], str]) -> str:
    if index.value(f"SELECT 1 FROM {kind} WHERE id = ?", asked):
        return asked
    found = _with_spelling(index, kind, fold(asked)) or _holding(index, kind, asked)
    if len(found) == 1 or (kind == "tag" and len({*map(fold, found)}) == 1):
        return found[0]
    if found:
        raise ambiguous(f"'{shown(asked)}' matches several {kind}s", list(map(line, found)))
    if not index.value("SELECT 1 FROM spelling WHERE kind = ? LIMIT 1", kind):
        raise NoSuchName(f"no {kind} is called '{shown(asked)}'", f"no event has {_A[kind]}")
    raise _unknown(index, kind, asked, _near(index, kind, asked))


def _unknown(index: Index, kind: str, asked: str, near: Sequence[str]) -> NoSuchName:
    if suggestion := rewritten(_FIELDS[kind], asked):
        advice = suggestion
    elif near:
        # A name of several words needs quotes.
        names = (visible(str(Alternative(_FIELDS[kind], name))) for name in near)
        advice = f"did you mean {listed(names)}?"
    elif name := _name_before(index, kind, asked):
        advice = apart(_FIELDS[kind], name, asked.split()[len(name.split()) :])
    else:
        advice = f"'timeline {_REGISTERS[kind]}' lists them"
    return NoSuchName(f"no {kind} is called '{shown(asked)}'", advice)


def _name_before(index: Index, kind: str, asked: str) -> str:
    """Return the words that name something, if other words follow them; else empty."""
    words = asked.split()
    for count in range(min(len(words) - 1, _LONGEST_NAME), 0, -1):
        name = " ".join(words[:count])
        if len(_with_spelling(index, kind, fold(name)) or _holding(index, kind, name)) == 1:
            return name
    return ""


def _with_spelling(index: Index, kind: str, folded: str) -> list[str]:
    """Return the names of a kind that have this spelling; none if the spelling is empty."""
    sql = "SELECT DISTINCT name FROM spelling WHERE kind = ? AND folded = ? ORDER BY name"
    return [row[0] for row in index.rows(sql, kind, folded)] if folded else []


def _near(index: Index, kind: str, asked: str) -> list[str]:
    """Return the names with a spelling, or a word of one, that is similar to what was asked for."""
    sql = "SELECT folded, name FROM spelling WHERE kind = ? LIMIT ?"
    names: dict[str, list[str]] = {}
    for folded, name in index.rows(sql, kind, MOST_COMPARED):
        for spelling in {folded, *folded.split()}:
            names.setdefault(spelling, []).append(name)
    near = [name for spelling in closest(asked, names) for name in names[spelling]]
    return list(dict.fromkeys(near))[:_MOST_NEAR]


def _holding(index: Index, kind: str, asked: str) -> list[str]:
    """Return the names of a kind that contain the words asked for, in a row."""
    is_askable = 0 < len(fold(asked)) <= LONGEST_COMPARED
    return names_like(index, kind, like_words(asked)) if is_askable else []


def names_like(index: Index, kind: str, pattern: str) -> list[str]:
    """Return the names of a kind that match a pattern of `like_words`, in any spelling."""
    sql = (
        "SELECT DISTINCT name FROM spelling WHERE kind = ? "
        "AND ' ' || folded || ' ' LIKE ? ORDER BY name"
    )
    return [row[0] for row in index.rows(sql, kind, pattern)]


def _actor_line(index: Index, identifier: str) -> str:
    actor = index.actor(identifier)
    role = f", {visible(actor.titles)}" if actor.role else ""
    return f"{visible(identifier)}  {visible(actor.name)}{role}"


def ambiguous(message: str, lines: Sequence[str]) -> NoSuchName:
    """Return the error for a name that several things have, with a line about each."""
    candidates = [f"  {line}" for line in lines[:MOST_CANDIDATES]]
    more = ["  ..."] if len(lines) > MOST_CANDIDATES else []
    return NoSuchName(message, "\n".join(["choose one of:", *candidates, *more]))


def shown(asked: str) -> str:
    """Return what was asked for as errors show it: safe for a terminal, and shortened."""
    return visible(asked if len(asked) <= 80 else asked[:80] + "...")

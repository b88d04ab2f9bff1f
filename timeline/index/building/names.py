"""The names in an index: merge those with the same meaning, and store the spellings of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from timeline.index import NO_NAME, Index
from timeline.model import Actor, Tag
from timeline.text import fold

_encode = msgspec.json.encode
_FIELDS = {"actor": "actors", "tag": "tags", "place": "places"}


def resolve_names(index: Index) -> bool:
    """Replace each name in the events with the registry id or the more common spelling it means.

    The name or an alias of an actor is replaced by the actor's id if only one actor has it. Names
    that differ only in case, accents and punctuation are merged into one: the id in the registry,
    otherwise the spelling that most events use. If several actors have a name, it means the one
    listed in the same file. Returns whether anything was replaced.
    """
    is_changed = False
    for kind in _FIELDS:
        meant, ambiguous = _meant(index, kind)
        if meant:
            _replace(index, kind, meant)
        by_file = _meant_by_file(index, kind, ambiguous)
        for file, names in by_file.items():
            _replace(index, kind, names, file)
        is_changed |= bool(meant or by_file)
    return is_changed


def _meant_by_file(
    index: Index, kind: str, ambiguous: Mapping[str, set[str]]
) -> dict[int, dict[str, str]]:
    """Return what ambiguous names mean in the files that list only one of the candidates."""
    listed: dict[int, set[str]] = defaultdict(set)
    for name, file in index.rows("SELECT name, file FROM listing WHERE kind = ?", kind):
        listed[file].add(name)
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for name, candidates in ambiguous.items():
        for file, names in listed.items():
            if len(own := candidates & names) == 1:
                found[file][name] = own.pop()
    return found


def _meant(index: Index, kind: str) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Return the names to replace, each with its replacement, and those with several candidates."""
    uses = "(SELECT count(*) FROM event_name WHERE name = number)"
    sql = f"SELECT name, {uses} FROM name WHERE kind = ? AND name <> ?"
    used = Counter(dict(index.rows(sql, kind, NO_NAME)))
    if kind == "actor":
        # An organisation in `member_of` may be misspelt too, even if no event names it.
        used.update({name: 0 for (name,) in index.rows("SELECT organisation FROM member_of")})
    listed = set[str]()
    by_spelling: dict[str, set[str]] = defaultdict(set)
    if kind != "place":
        listed = set(index.listed(kind))
        for name, spellings in _spellings(index, kind, listed):
            for spelling in spellings:
                by_spelling[spelling].add(name)
    same: dict[str, list[str]] = defaultdict(list)
    for name in used:
        if name not in listed and (folded := fold(name)):
            same[folded].append(name)
    meant, ambiguous = {}, {}
    for folded, names in same.items():
        if folded in by_spelling:
            if len(by_spelling[folded]) > 1:
                ambiguous.update(dict.fromkeys(names, by_spelling[folded]))
                continue
            (one,) = by_spelling[folded]
        else:
            one = min(names, key=lambda name: (-used[name], name))
        meant.update({name: one for name in names if name != one})
    return meant, ambiguous


def _replace(index: Index, kind: str, meant: Mapping[str, str], file: int | None = None) -> None:
    """Replace names, in the events of all files or of one."""
    connection, field = index.connection, _FIELDS[kind]
    in_file = where = ""
    if file is not None:
        in_file = f" AND file = {file}"
        of_file = f"SELECT 1 FROM event WHERE number = event_name.event{in_file}"
        where = f" AND EXISTS ({of_file})"
    for name, one in meant.items():
        old, new = _number_of(index, kind, name), _number_of(index, kind, one)
        sql = f"SELECT day, event FROM event_name WHERE name = ?{where}"
        for day, number in list(index.rows(sql, old)):
            (event,) = index.events([number])
            names = dict.fromkeys(meant.get(other, other) for other in getattr(event, field))
            index.replace_event(number, msgspec.structs.replace(event, **{field: tuple(names)}))
            connection.execute(
                "INSERT OR IGNORE INTO event_name VALUES (?, ?, ?)", (new, day, number)
            )
        connection.execute(f"DELETE FROM event_name WHERE name = ?{where}", (old,))
        connection.execute(
            f"DELETE FROM mention WHERE kind = ? AND name = ?{in_file}", (kind, name)
        )
        if kind == "actor":
            connection.execute(
                f"UPDATE OR REPLACE member_of SET organisation = ? WHERE organisation = ?{in_file}",
                (one, name),
            )


def _number_of(index: Index, kind: str, name: str) -> int:
    """Return the number of a name, which is added if no event has it."""
    index.connection.execute("INSERT OR IGNORE INTO name VALUES (NULL, ?, ?)", (kind, name))
    number = index.value("SELECT number FROM name WHERE kind = ? AND name = ?", kind, name)
    return int(number)


def add_names(index: Index) -> None:
    """Add the actors and tags that are in no registry, and the spellings of all names.

    Names that no event has any more are deleted.
    """
    execute, executemany = index.connection.execute, index.connection.executemany
    execute("DELETE FROM name WHERE NOT EXISTS (SELECT 1 FROM event_name WHERE name = number)")
    execute("DELETE FROM spelling")
    for kind, make in (("actor", lambda name: Actor(name, name)), ("tag", Tag)):
        execute(f"DELETE FROM {kind} WHERE NOT listed")
        organisations = "UNION SELECT organisation FROM member_of" if kind == "actor" else ""
        names = index.rows(
            "SELECT name FROM name WHERE kind = ? AND name <> ? "
            f"{organisations} EXCEPT SELECT id FROM {kind}",
            kind,
            NO_NAME,
        )
        executemany(
            f"INSERT INTO {kind} VALUES (?, 0, ?)",
            [(name, _encode(make(name))) for (name,) in list(names)],
        )
    add_spellings(index)


def add_spellings(index: Index) -> None:
    """Add the folded spellings of all names."""
    rows = [
        (kind, spelling, name)
        for kind in ("actor", "tag", "place", "publisher")
        for name, spellings in _spellings(index, kind)
        for spelling in sorted(spellings)
    ]
    index.connection.executemany("INSERT INTO spelling VALUES (?, ?, ?)", rows)


def _spellings(
    index: Index, kind: str, only: Iterable[str] | None = None
) -> Iterable[tuple[str, set[str]]]:
    """Yield the names of a kind, or only those in `only`, each with its folded spellings."""
    if kind == "actor":
        actors = index.actors()
        for name in actors if only is None else sorted(only):
            actor = actors[name]
            texts = (actor.id, actor.name, *actor.aliases)
            yield name, {folded for text in texts if (folded := fold(text))}
        return
    if only is None:
        sql = "SELECT name FROM name WHERE kind = ? AND name <> ?"
        only = {name for (name,) in index.rows(sql, kind, NO_NAME)}
        if kind == "tag":
            only |= {name for (name,) in index.rows("SELECT id FROM tag")}
    # In order, so that the same files always give the same index.
    for name in sorted(only):
        yield name, {fold(name)}

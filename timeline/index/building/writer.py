"""Insert the output of the readers into an index, and remove events from it."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from zlib import crc32

import msgspec

from timeline.errors import Problem, Severity
from timeline.index import DOCUMENT, NO_NAME, SPACING, Index, with_checksum
from timeline.index.building.days import columns_of
from timeline.model import NAMES, Actor, Event, Facet, Tag, to_json
from timeline.readers import (
    Entry,
    Heading,
    Item,
    Layout,
    ListedActor,
    ListedTag,
    Place,
    Refused,
    Registry,
    RuleChoice,
    SavedQuestion,
)
from timeline.text import searchable, visible

_encode = msgspec.json.encode

_BATCH = 100
"""The number of events to collect before inserting their rows."""

_MOST_VALUES = 30_000
"""The maximum number of values per statement; SQLite's default limit is 32,766."""

_MOST_ROWS = 2_000
"""The maximum number of rows per statement, which limits the memory used for whole events."""

_ROWS = {
    "event": ("event", 23),
    "document": ("document", 2),
    "search": ("search (rowid, title, summary)", 3),
    "name": ("name", 3),
    # Inserting the rows of one kind together, near each other, takes three quarters of the time.
    "actor": ("event_name", 3),
    "tag": ("event_name", 3),
    "place": ("event_name", 3),
    "publisher": ("event_name", 3),
    "follows": ("event_follows", 4),
    "mention": ("mention", 5),
}
"""The rows to collect: their table, and how many values each takes."""


class Writer:
    """Inserts items into an index, with the rows of many events in one statement.

    `refused` are the parts of files that are not in the index because of an error, each with the
    number of its file. `layout` is the layout of the last file.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._execute = index.connection.execute
        self._executemany = index.connection.executemany
        self._number = 0
        self._rows: dict[str, list[object]] = {rows: [] for rows in _ROWS}
        limit = index.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        self._most = {
            rows: min(min(limit, _MOST_VALUES) // values, _MOST_ROWS) * values
            for rows, (_, values) in _ROWS.items()
        }
        next_number = count(index.value("SELECT coalesce(max(number), 0) FROM name") + 1)
        self._numbers = {
            str(kind): _Numbers(index, kind, next_number, self._rows["name"]) for kind in NAMES
        }
        # `_listed`: the ids in the registries read so far. `_late`: the kinds whose registry came
        # after the first event.
        self._listed = {
            kind: {row[0] for row in index.rows(f"SELECT id FROM {kind} WHERE listed")}
            for kind in ("actor", "tag")
            if index.has_registry(kind)
        }
        self._late: list[str] = []
        self.refused: list[tuple[int, Refused]] = []
        self.layout: Layout | None = None

    def add(self, file: int, name: str, item: Item, problems: list[Problem]) -> None:
        """Insert an item of the file with this number and name, or add a problem."""
        match item:
            case Entry():
                self._number += SPACING
                self.add_event(file, item, self._number)
                if self._number % (_BATCH * SPACING) == 0:
                    self.insert(full_only=True)
            case ListedActor(actor, at, places):
                self._add_listed("actor", actor, file, name, at, problems)
                rows = [
                    (organisation, actor.id, file, *place[:2])
                    for organisation, place in zip(actor.member_of, places, strict=True)
                ]
                self._executemany("INSERT OR IGNORE INTO member_of VALUES (?, ?, ?, ?, ?)", rows)
            case ListedTag(tag, at):
                self._add_listed("tag", tag, file, name, at, problems)
            case Heading(key, text):
                before = self._index.value("SELECT text FROM heading WHERE key = ?", key)
                if before not in (None, text):
                    message = f"the {key} is ignored because another file has a different one"
                    problems.append(Problem(name, 0, 0, Severity.WARNING, message))
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, ?)", (key, text))
            case RuleChoice(key, rule, at):
                row = (key, rule, file, *at[:2])
                self._execute("INSERT INTO rule_choice VALUES (?, ?, ?, ?, ?)", row)
            case SavedQuestion():
                self._add_question(file, name, item, problems)
            case Refused():
                self.refused.append((file, item))
            case Layout():
                self.layout = item
            case Registry(key):
                kind = key.removesuffix("s")
                if self._number and kind not in self._listed:
                    self._late.append(kind)
                self._listed.setdefault(kind, set())
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, '')", (f"{key} listed",))

    def _add_question(
        self, file: int, path: str, item: SavedQuestion, problems: list[Problem]
    ) -> None:
        name, text, at = item
        before = self._index.value("SELECT text FROM saved_question WHERE name = ?", name)
        if before not in (None, text):
            message = f"question '{visible(name)}' is ignored: another file has a different one"
            problems.append(Problem(path, at.line, at.column, Severity.WARNING, message, at.width))
        self._execute(
            "INSERT OR IGNORE INTO saved_question VALUES (?, ?, ?, ?, ?, ?)",
            (name, text, file, *at),
        )

    def add_event(self, file: int, entry: Entry, number: int) -> None:
        """Insert an event. Its number determines its order among events of the same date.

        Events that come earlier in a file must have smaller numbers.
        """
        event, rows = entry.event, self._rows
        day, bounds = columns_of(event.date)
        rows["event"] += (
            number,
            event.id,
            int(entry.id_given),
            event.date.text,
            crc32(event.title.encode()),
            day,
            *bounds,
            file,
            *entry.at,
        )
        # A bytearray is faster than bytes, for which sqlite3 looks for an adapter every time.
        rows["document"] += (number, bytearray(with_checksum(to_json(event))))
        rows["search"] += (number, searchable(event.title), searchable(event.summary))
        for kind, found in _names_of(event):
            numbers = self._numbers[kind]
            for name in found or (NO_NAME,):
                rows[kind] += (numbers[name], day, number)
        if event.follows:
            for target, at in zip(event.follows, entry.follows_at, strict=True):
                rows["follows"] += (target, number, at.line, at.column)
        if entry.ignored:
            self._executemany(
                "INSERT INTO exemption VALUES (?, ?)", [(number, one.rule) for one in entry.ignored]
            )
        self.note_unlisted(file, entry)

    def note_unlisted(self, file: int, entry: Entry) -> None:
        """Record the positions of an event's names that are not in the registry read so far.

        Kinds without a registry are skipped, because most files have none.
        """
        event = entry.event
        for kind, names, places in (
            ("actor", event.actors, entry.actors_at),
            ("tag", event.tags, entry.tags_at),
        ):
            listed = self._listed.get(kind)
            if listed is not None and not listed.issuperset(names):
                for name, place in zip(names, places, strict=True):
                    if name not in listed:
                        self._rows["mention"] += (kind, name, file, place.line, place.column)

    def has_missed_names(self) -> bool:
        """Return whether there may be unlisted names in events that came before the registry.

        If so, all recorded positions are deleted: call `note_unlisted` again for every event.
        """
        missed = any(
            self._index.value(f"SELECT 1 FROM {kind} WHERE NOT listed") for kind in self._late
        )
        if missed:
            self._execute("DELETE FROM mention")
        return missed

    def remove_event(self, number: int) -> None:
        """Remove the event with this number from the index."""
        rows = self._index.rows(f"SELECT day, {DOCUMENT} FROM event e WHERE number = ?", number)
        ((day, document),) = rows
        event = self._index.decode(document, Event)
        self._execute(
            "INSERT INTO search (search, rowid, title, summary) VALUES ('delete', ?, ?, ?)",
            (number, searchable(event.title), searchable(event.summary)),
        )
        self._executemany(
            "DELETE FROM event_name WHERE name = ? AND day = ? AND event = ?",
            [
                (self._numbers[kind][name], day, number)
                for kind, found in _names_of(event)
                for name in found or (NO_NAME,)
            ],
        )
        self._executemany(
            "DELETE FROM event_follows WHERE target = ? AND event = ?",
            [(target, number) for target in event.follows],
        )
        for table in ("event", "document"):
            self._execute(f"DELETE FROM {table} WHERE number = ?", (number,))
        self._execute("DELETE FROM exemption WHERE event = ?", (number,))

    def insert(self, *, full_only: bool = False) -> None:
        """Insert the collected rows; with `full_only`, only those that fill a statement."""
        for rows, values in self._rows.items():
            (table, width), most = _ROWS[rows], self._most[rows]
            row = f"({', '.join('?' * width)})"
            while len(values) >= (most if full_only else 1):
                part = values[:most]
                del values[:most]
                statement = f"INSERT INTO {table} VALUES {', '.join([row] * (len(part) // width))}"
                self._execute(statement, part)

    def _add_listed(
        self,
        table: str,
        listed: Actor | Tag,
        file: int,
        name: str,
        at: Place,
        problems: list[Problem],
    ) -> None:
        document = _encode(listed)
        before = self._index.value(f"SELECT document FROM {table} WHERE id = ?", listed.id)
        if before is not None and before != document:
            message = f"another file describes {table} '{visible(listed.id)}' differently"
            problems.append(
                Problem(
                    name,
                    at.line,
                    at.column,
                    Severity.WARNING,
                    f"{message}: that description is used",
                )
            )
        self._execute(f"INSERT OR IGNORE INTO {table} VALUES (?, 1, ?)", (listed.id, document))
        self._execute(
            "INSERT INTO listing VALUES (?, ?, ?, ?, ?)", (table, listed.id, file, *at[:2])
        )
        self._listed[table].add(listed.id)


class _Numbers(dict[str, int]):
    """The numbers of the names of one kind. A new name gets the next number, and a row."""

    def __init__(self, index: Index, kind: str, following: Iterator[int], rows: list[object]):
        sql = "SELECT name, number FROM name WHERE kind = ?"
        super().__init__(dict(index.rows(sql, kind)))
        self._kind = kind
        self._following = following
        self._rows = rows

    def __missing__(self, name: str) -> int:
        number = self[name] = next(self._following)
        self._rows += (number, self._kind, name)
        return number


def _names_of(event: Event) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names of an event, by kind."""
    return (
        ("actor", event.actors),
        ("tag", event.tags),
        ("place", event.places),
        ("publisher", event.names(Facet.PUBLISHER)),
    )

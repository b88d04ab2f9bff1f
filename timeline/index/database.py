"""The index of a timeline: one SQLite database that answers every question.

It holds the events, in any order, with their bounds as day numbers (`Day.ordinal`), who and what
they name, a full-text table of titles and summaries, and each event whole as JSON.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast
from weakref import finalize

import msgspec

from timeline.errors import DamagedIndexError, Problem, Severity
from timeline.index.order import ORDER, beside
from timeline.index.schema import DOCUMENT, KEYS, TABLES, TEMPORARY
from timeline.model import Actor, Event, Tag, from_json

_Named = TypeVar("_Named", Actor, Tag)

# Nothing is lost with a database that is not finished, so nothing is journalled.
_WHILE_FILLED = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
"""

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)


def connect(path: str | Path) -> sqlite3.Connection:
    """Open a database, which one thread at a time may use."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(TEMPORARY)
    return connection


class Index:
    """A database with the tables of `schema`, open for questions; `path` is its file, if any."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        self.connection = connection
        self._path = path
        finalize(self, connection.close)
        self._known: dict[tuple[str, str], Actor | Tag] = {}
        # What the events in the temporary table of `found` meet.
        self.kept: object = None

    @classmethod
    def in_memory(cls) -> "Index":
        """Return an empty index that is kept nowhere, to be filled by `indexing.fill`."""
        index = cls.unfinished(connect(":memory:"))
        index.make_tables()
        return index

    @classmethod
    def unfinished(cls, connection: sqlite3.Connection) -> "Index":
        """Return an index that is to be filled or changed; a failure leaves it damaged."""
        connection.executescript(_WHILE_FILLED)
        return cls(connection)

    def make_tables(self) -> None:
        """Make the tables in an empty database."""
        self.connection.executescript(TABLES)

    def make_keys(self) -> None:
        """Make the keys that are made last, when every event is in."""
        for statement in KEYS.strip().splitlines():
            self.connection.execute(statement)

    def rows(self, sql: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield what a statement finds. Raises DamagedIndexError where the index is damaged."""
        try:
            # A cursor alone would be closed with this generator: at exit its database is closed.
            yield from chain(self.connection.execute(sql, parameters))
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def value(self, sql: str, *parameters: Any) -> Any:
        """Return the first value that a statement finds, None where it finds nothing."""
        row = next(self.rows(sql, *parameters), None)
        return None if row is None else row[0]

    def _damaged(self, error: sqlite3.DatabaseError) -> Exception:
        """Remove an index on disk that is damaged, and return the error that tells of it."""
        if self._path is None or getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGE:
            return error
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        return DamagedIndexError(
            f"the index of the file was damaged ({error}): it is removed, ask again"
        )

    def add_problems(self, file: int, problems: Iterable[Problem]) -> None:
        """Keep what is wrong with the file of this number."""
        self.connection.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (file, one.line, one.column, one.severity, one.message, one.width, one.excerpt)
                for one in problems
            ],
        )

    def problems(self, names: Sequence[str]) -> list[Problem]:
        """Return what is wrong with the files, which are called by these names, in their order."""
        rows = self.rows(
            "SELECT file, line, column, severity, message, width, excerpt "
            "FROM problem ORDER BY rowid"
        )
        return [
            Problem(names[file], line, column, Severity(severity), message, width, excerpt)
            for file, line, column, severity, message, width, excerpt in rows
        ]

    def warning_counts(self, names: Sequence[str]) -> dict[str, int]:
        """Return how many warnings each file has that has any, by the name it is called by."""
        rows = self.rows(
            "SELECT file, count(*) FROM problem WHERE severity = ? GROUP BY 1", Severity.WARNING
        )
        return {names[file]: count for file, count in rows}

    def has_errors(self) -> bool:
        """Tell whether a file has an error, so that it is to be refused."""
        return bool(self.value("SELECT 1 FROM problem WHERE severity = ?", Severity.ERROR))

    def has_registry(self, kind: str) -> bool:
        """Tell whether a file lists its actors, or its tags, even if none."""
        return bool(self.value("SELECT 1 FROM heading WHERE key = ?", f"{kind}s listed"))

    def heading(self, key: str) -> str:
        """Return the chronology's `title` or `description`, empty where it has none."""
        return self.value("SELECT text FROM heading WHERE key = ?", key) or ""

    def event(self, identifier: str) -> Event | None:
        """Return the event with exactly this id."""
        document = self.value(f"SELECT {DOCUMENT} FROM event e WHERE e.id = ?", identifier)
        return None if document is None else from_json(document)

    def events(self, numbers: Iterable[int]) -> Iterator[Event]:
        """Yield the events that have these numbers, in the order given."""
        for number in numbers:
            yield from_json(self.value("SELECT json FROM document WHERE number = ?", number))

    def actors(self) -> dict[str, Actor]:
        """Return every actor that is listed or named in an event, by id."""
        return self._named("actor", Actor)

    def names_of_actors(self) -> dict[str, str]:
        """Return what every actor is called, by id."""
        return dict(self.rows("SELECT id, document ->> '$.name' FROM actor"))

    def tags(self) -> dict[str, Tag]:
        """Return every tag that is listed or stands at an event, by id."""
        return self._named("tag", Tag)

    def _named(self, table: str, kind: type[_Named]) -> dict[str, _Named]:
        rows = self.rows(f"SELECT id, document FROM {table} ORDER BY rowid")
        return {identifier: msgspec.json.decode(text, type=kind) for identifier, text in rows}

    def actor(self, identifier: str) -> Actor:
        """Return the actor with this id, which is listed or named in an event."""
        return self._one("actor", identifier, Actor)

    def tag(self, identifier: str) -> Tag:
        """Return the tag with this id, which is listed or stands at an event."""
        return self._one("tag", identifier, Tag)

    def _one(self, table: str, identifier: str, kind: type[_Named]) -> _Named:
        known = self._known.get((table, identifier))
        if known is None:
            text = self.value(f"SELECT document FROM {table} WHERE id = ?", identifier)
            known = self._known[table, identifier] = msgspec.json.decode(text, type=kind)
        return cast(_Named, known)

    def place(self, kind: str, identifier: str) -> int:
        """Return the place of an `actor` or a `tag` among all, from 1: the registry comes first."""
        return int(self.value(f"SELECT rowid FROM {kind} WHERE id = ?", identifier))

    def causes(self, event: Event) -> list[Event]:
        """Return the events that one follows, as far as they exist, in order."""
        rows = self.rows(
            f"SELECT {DOCUMENT} FROM event e WHERE e.id IN (SELECT value FROM json_each(?)) "
            f"ORDER BY {ORDER}",
            msgspec.json.encode(event.follows).decode(),
        )
        return [from_json(row[0]) for row in rows]

    def followers(self, identifier: str) -> list[Event]:
        """Return the events that follow the one with this id, in order."""
        rows = self.rows(
            f"SELECT {DOCUMENT} FROM event_follows f JOIN event e ON e.number = f.event "
            f"WHERE f.target = ? ORDER BY {ORDER}",
            identifier,
        )
        return [from_json(row[0]) for row in rows]

    def neighbours(self, identifier: str) -> tuple[Event | None, Event | None]:
        """Return the events just before and just after the one with this id."""
        before, after = (
            self.value(
                f"SELECT {DOCUMENT} FROM (SELECT o.number FROM event e CROSS JOIN event o "
                f"WHERE e.id = ? AND {beside('e', 'o', later=later)} LIMIT 1) e",
                identifier,
            )
            for later in (False, True)
        )
        return before and from_json(before), after and from_json(after)

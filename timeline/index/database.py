"""The SQLite database of an index: opened, made, asked, and removed where it is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, Self
from weakref import finalize

from timeline.errors import DamagedIndexError
from timeline.index.schema import KEYS, TABLES

# Nothing is lost with a database that is not finished, so nothing is journalled.
_WHILE_FILLED = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
"""

_NO_DAMAGE = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_FULL,
)


def connect(path: str | Path) -> sqlite3.Connection:
    """Open a database, which several threads may read at the same time."""
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


class Database:
    """A database with the tables of `schema`; `path` is its file, if any."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        self.connection = connection
        self._path = path
        finalize(self, connection.close)

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty index without a file, to be filled by `builder.fill`."""
        index = cls.unfinished(connect(":memory:"))
        index.make_tables()
        return index

    @classmethod
    def unfinished(cls, connection: sqlite3.Connection) -> Self:
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
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _NO_DAMAGE:
                raise
            raise self.damaged(error) from error

    def value(self, sql: str, *parameters: Any) -> Any:
        """Return the first value that a statement finds, None where it finds nothing."""
        row = next(self.rows(sql, *parameters), None)
        return None if row is None else row[0]

    def damaged(self, error: Exception) -> Exception:
        """Remove an index on disk that cannot be read, and return the error that says so.

        Of an index in memory it is the error itself.
        """
        if self._path is None:
            return error
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        return DamagedIndexError(
            f"the index of the file was damaged ({error}) and has been removed: try again"
        )

"""The SQLite database of an index: create it, query it, and remove it if it is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, Self
from weakref import finalize

from timeline.errors import DamagedIndexError, NotUnderstoodError
from timeline.index.checksums import without_checksum
from timeline.index.schema import KEYS, TABLES

# An unfinished database can be rebuilt from the files, so it needs no journal.
_WHILE_FILLED = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
"""

_DAMAGE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    # A table is missing, say.
    sqlite3.SQLITE_ERROR,
)


def connect(path: str | Path) -> sqlite3.Connection:
    """Open a database that several threads may read at the same time."""
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


class Database:
    """A database with the tables of `schema`. `path` is its file, or None if it is in memory."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        self.connection = connection
        self._path = path
        finalize(self, connection.close)

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty index in memory, which `builder.fill` can fill."""
        index = cls.unfinished(connect(":memory:"))
        index.make_tables()
        return index

    @classmethod
    def unfinished(cls, connection: sqlite3.Connection) -> Self:
        """Return an index that can be filled or changed. A failure may leave it damaged."""
        connection.executescript(_WHILE_FILLED)
        return cls(connection)

    def make_tables(self) -> None:
        """Create the tables in an empty database."""
        self.connection.executescript(TABLES)

    def make_keys(self) -> None:
        """Create the SQL indexes. This is faster after all events have been inserted."""
        for statement in KEYS.strip().splitlines():
            self.connection.execute(statement)

    def rows(self, sql: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a statement. Raises DamagedIndexError if the index is damaged."""
        try:
            # Without `chain`, closing this generator would close the cursor. At exit the
            # database may already be closed.
            yield from chain(self.connection.execute(sql, parameters))
        except sqlite3.DatabaseError as error:
            # A text that is not UTF-8 gives an error without a code.
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if isinstance(error, sqlite3.ProgrammingError) or code not in _DAMAGE:
                raise
            if "stack overflow" in str(error) or "too large" in str(error):
                raise NotUnderstoodError("the question is too large for SQLite") from error
            raise self.damaged(error) from error

    def value(self, sql: str, *parameters: Any) -> Any:
        """Return the first column of the first row, or None if there are no rows."""
        row = next(self.rows(sql, *parameters), None)
        return None if row is None else row[0]

    def intact(self, data: bytes) -> bytes:
        """Return stored data without its checksum. Raises DamagedIndexError if that is wrong."""
        try:
            return without_checksum(data)
        except (TypeError, ValueError) as error:
            raise self.damaged(error) from error

    def damaged(self, error: Exception) -> Exception:
        """Delete an index on disk that cannot be read, and return the error to raise.

        For an index in memory, return `error` unchanged.
        """
        if self._path is None:
            return error
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        return DamagedIndexError(
            f"the cached index was damaged ({error}) and has been deleted: run the command again"
        )

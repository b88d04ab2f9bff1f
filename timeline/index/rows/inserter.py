"""Inserting the rows of events into an index, many in one statement."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import count

from timeline.index.index import Index
from timeline.index.rows.maker import (
    EVENT_WIDTH,
    FILE_IN_EVENT,
    FILE_IN_MENTION,
    MENTION_WIDTH,
    Rows,
)
from timeline.model import NAMES

_MOST_VALUES = 30_000
"""The maximum number of values per statement; SQLite's default limit is 32,766."""

_MOST_ROWS = 2_000
"""The maximum number of rows per statement, which limits the memory used for whole events."""

_TABLES = {
    "event": ("event", EVENT_WIDTH),
    "document": ("document", 2),
    "search": ("search (rowid, title, summary)", 3),
    "name": ("name", 3),
    # Inserting the rows of one kind together, near each other, takes three quarters of the time.
    "actor": ("event_name", 3),
    "tag": ("event_name", 3),
    "place": ("event_name", 3),
    "publisher": ("event_name", 3),
    "follows": ("event_follows", 4),
    "mention": ("mention", MENTION_WIDTH),
}
"""The rows to collect: their table, and how many values each takes."""


class Inserter:
    """Collects rows and inserts them. `names` are the numbers of the names of each kind."""

    def __init__(self, index: Index) -> None:
        self._execute = index.connection.execute
        self._executemany = index.connection.executemany
        self._rows: dict[str, list[object]] = {rows: [] for rows in _TABLES}
        limit = index.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        self._most = {
            rows: min(min(limit, _MOST_VALUES) // width, _MOST_ROWS) * width
            for rows, (_, width) in _TABLES.items()
        }
        following = count(index.value("SELECT coalesce(max(number), 0) FROM name") + 1)
        self.names = {
            str(kind): _Numbers(index, kind, following, self._rows["name"]) for kind in NAMES
        }

    def add(self, file: int, rows: Rows, numbers: Sequence[int]) -> None:
        """Add the rows of events of a file, which get these numbers; `rows` is used up."""
        # To replace every third value of a list, say, is faster than to make another list.
        in_index = numbers.__getitem__
        rows.event[::EVENT_WIDTH] = numbers
        rows.event[FILE_IN_EVENT::EVENT_WIDTH] = [file] * rows.events
        rows.document[::2] = numbers
        rows.search[::3] = numbers
        rows.follows[1::4] = map(in_index, rows.follows[1::4])
        mentions = len(rows.mention) // MENTION_WIDTH
        rows.mention[FILE_IN_MENTION::MENTION_WIDTH] = [file] * mentions
        for kind, names in rows.names.items():
            known, used = self.names[kind], rows.event_name[kind]
            numbered = [known[name] for name in names]
            used[::3] = map(numbered.__getitem__, used[::3])
            used[2::3] = map(in_index, used[2::3])
            self._rows[kind] += used
        for table in ("event", "document", "search", "follows", "mention"):
            self._rows[table] += getattr(rows, table)
        if rows.exemption:
            exemptions = [(numbers[at], rule) for at, rule in rows.exemption]
            self._executemany("INSERT INTO exemption VALUES (?, ?)", exemptions)

    def add_mention(self, kind: str, name: str, file: int, line: int, column: int) -> None:
        """Add a row of `mention`."""
        self._rows["mention"] += (kind, name, file, line, column)

    def insert(self, *, full_only: bool = False) -> None:
        """Insert the collected rows; with `full_only`, only those that fill a statement."""
        for rows, values in self._rows.items():
            (table, width), most = _TABLES[rows], self._most[rows]
            row = f"({', '.join('?' * width)})"
            while len(values) >= (most if full_only else 1):
                part = values[:most]
                del values[:most]
                statement = f"INSERT INTO {table} VALUES {', '.join([row] * (len(part) // width))}"
                self._execute(statement, part)


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

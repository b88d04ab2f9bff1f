"""Rows on their way into an index: many in one statement, in a thread of their own.

A statement runs without the interpreter, so that reading goes on while it writes.
"""

import sqlite3
from collections.abc import Mapping
from queue import SimpleQueue
from threading import Semaphore, Thread
from types import TracebackType
from typing import Self

MOST_VALUES = 30_000
"""How many values a statement takes; the limit of SQLite is 32,766 where nobody set another."""

MOST_ROWS = 2_000
"""How many rows a statement takes, which bounds the memory of those that hold a whole event."""

_MOST_WAITING = 3
"""How many statements are not done yet at most, which bounds the memory that they take."""


class Inserter:
    """Gathers rows of several tables and inserts them, those of each table in their order.

    `rows` are the values of each table, one row after the other, to be added to. `tables` says how
    many there are in a row; its keys are what comes after `INSERT INTO`.
    """

    def __init__(self, connection: sqlite3.Connection, tables: Mapping[str, int]) -> None:
        self.rows: dict[str, list[object]] = {table: [] for table in tables}
        self._execute = connection.execute
        most = min(MOST_VALUES, connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER))
        self._most = {
            table: min(most // columns, MOST_ROWS) * columns for table, columns in tables.items()
        }
        self._row = {table: f"({', '.join('?' * columns)})" for table, columns in tables.items()}
        self._columns = tables
        self._thread: Thread | None = None
        self._waiting: SimpleQueue[tuple[str, list[object]] | None] = SimpleQueue()
        self._free = Semaphore(_MOST_WAITING)
        self._error: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # After an error nothing of what waits is wanted any more.
        self._error = self._error or error
        self._end()
        if error is None:
            self._raise()

    def insert(self) -> None:
        """Begin to insert what has been gathered, as far as it is worth a statement.

        Until `finish` returns, nobody else may use the connection. Raises what went wrong with what
        was inserted before.
        """
        for table, values in self.rows.items():
            most = self._most[table]
            end = len(values) // most * most
            for start in range(0, end, most):
                self._hand_over(table, values[start : start + most])
            del values[:end]

    def finish(self) -> None:
        """Return when all rows are inserted that have been gathered; more may follow."""
        self.insert()
        self._end()
        self._raise()
        for table, values in self.rows.items():
            if values:
                self._insert(table, values)
                values.clear()

    def _hand_over(self, table: str, values: list[object]) -> None:
        if self._thread is None:
            thread = Thread(target=self._work, name="inserting")
            thread.start()
            self._thread = thread
        self._free.acquire()
        self._raise()
        self._waiting.put((table, values))

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            try:
                if self._error is None:
                    self._insert(*job)
            except BaseException as error:
                self._error = error
            self._free.release()

    def _insert(self, table: str, values: list[object]) -> None:
        rows = [self._row[table]] * (len(values) // self._columns[table])
        self._execute(f"INSERT INTO {table} VALUES {', '.join(rows)}", values)

    def _end(self) -> None:
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def _raise(self) -> None:
        if self._error is not None:
            error, self._error = self._error, None
            raise error

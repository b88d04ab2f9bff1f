"""Rows that are inserted many at a time, by a thread."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from timeline.index.database import connect
from timeline.index.inserting import MOST_ROWS, MOST_VALUES, Inserter


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(connect(":memory:")) as connection:
        connection.execute("CREATE TABLE pair (a, b)")
        yield connection


def pairs(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    return connection.execute("SELECT a, b FROM pair ORDER BY rowid").fetchall()


@pytest.mark.parametrize(
    "count", [0, 1, MOST_VALUES // 2, MOST_VALUES // 2 + 1, MOST_VALUES * 10], ids="{} rows".format
)
def test_every_row_is_inserted_in_its_order(database: sqlite3.Connection, count: int) -> None:
    with Inserter(database, {"pair": 2}) as inserter:
        for number in range(count):
            inserter.rows["pair"] += (number, -number)
            if number % 1000 == 0:
                inserter.insert()
        inserter.finish()
        assert pairs(database) == [(number, -number) for number in range(count)]
    assert threading.active_count() == 1


def test_more_may_follow(database: sqlite3.Connection) -> None:
    with Inserter(database, {"pair": 2}) as inserter:
        for number in range(3):
            inserter.rows["pair"] += (number, 0) * MOST_VALUES
            inserter.finish()
    assert len(pairs(database)) == 3 * MOST_VALUES


def test_an_error_of_the_thread_is_raised(database: sqlite3.Connection) -> None:
    with Inserter(database, {"missing": 2}) as inserter:
        inserter.rows["missing"] += range(2 * MOST_ROWS)
        inserter.insert()
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            inserter.finish()
    assert threading.active_count() == 1


def interrupted(connection: sqlite3.Connection) -> None:
    with Inserter(connection, {"pair": 2}) as inserter:
        inserter.rows["pair"] += range(MOST_VALUES * 4)
        inserter.insert()
        raise KeyboardInterrupt


def test_an_error_of_the_work_ends_the_thread(database: sqlite3.Connection) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(database)
    assert threading.active_count() == 1

"""The events found, kept in a table of the connection to be counted in several ways."""

from typing import Any

from timeline.conditions import Condition
from timeline.index import Index

TABLE = "temp.found"
"""The table of what was kept last, with the number, day, bounds and time of each event."""

# No table is dropped: SQLite refuses to while another answer is being read.
_TABLE = f"""
CREATE TABLE IF NOT EXISTS {TABLE} (
    number INTEGER PRIMARY KEY, day INTEGER, earliest INTEGER, latest INTEGER, time INTEGER,
    date TEXT
)
"""


def events_found(index: Index, condition: Condition) -> str:
    """Return the table of the events that meet a condition, to be asked many times.

    Where that is not every event they are put into `TABLE`, unless they are there already. What is
    read from it is to be read at once: the next condition takes the place of this one.
    """
    if condition.finds_all:
        return "event"
    if index.kept == condition:
        return TABLE
    index.kept = None
    run(index, _TABLE)
    run(index, f"DELETE FROM {TABLE}")
    run(
        index,
        f"INSERT INTO {TABLE} SELECT e.number, e.day, e.earliest, e.latest, e.time, e.date "
        f"FROM event e WHERE {condition.sql} ORDER BY e.number",
        *condition.parameters,
    )
    index.kept = condition
    return TABLE


def among_found(index: Index, condition: Condition, column: str) -> str:
    """Return the SQL by which the event whose number a column holds meets a condition."""
    if condition.finds_all:
        return "1"
    return f"{column} IN (SELECT number FROM {events_found(index, condition)})"


def run(index: Index, sql: str, *parameters: Any) -> None:
    """Run a statement that finds nothing. Raises DamagedIndexError where the index is damaged."""
    for _ in index.rows(sql, *parameters):
        pass

"""The events found, kept in a table of the connection to be counted in several ways."""

from typing import Any

from timeline.index.database import Index
from timeline.index.schema import FOUND
from timeline.search.condition import Condition


def events_found(index: Index, condition: Condition) -> str:
    """Return the table of the events that meet a condition, to be asked many times.

    Where that is not every event they are put into `FOUND`, unless they are there already. What is
    read from it is to be read at once: the next condition takes the place of this one.
    """
    if condition.finds_all:
        return "event"
    if index.kept == condition:
        return FOUND
    index.kept = None
    run(index, f"DELETE FROM {FOUND}")
    run(
        index,
        f"INSERT INTO {FOUND} SELECT e.number, e.day, e.earliest, e.latest, e.time, e.date "
        f"FROM event e WHERE {condition.sql} ORDER BY e.number",
        *condition.parameters,
    )
    index.kept = condition
    return FOUND


def among_found(index: Index, condition: Condition, column: str) -> str:
    """Return the SQL by which the event whose number a column holds meets a condition."""
    if condition.finds_all:
        return "1"
    return f"{column} IN (SELECT number FROM {events_found(index, condition)})"


def run(index: Index, sql: str, *parameters: Any) -> None:
    """Run a statement that finds nothing. Raises DamagedIndexError where the index is damaged."""
    for _ in index.rows(sql, *parameters):
        pass

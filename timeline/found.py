"""The events found, kept in a table of the connection while they are counted in several ways."""

from typing import Any

from timeline.conditions import Condition
from timeline.index import Index

TABLE = "temp.found"
"""The table of what was kept last, with the number, day, bounds and time of each event."""

# No table is dropped: SQLite refuses to while another answer is being read.
_TABLE = f"""
CREATE TABLE IF NOT EXISTS {TABLE} (
    number INTEGER PRIMARY KEY, day INTEGER, earliest INTEGER, latest INTEGER, time INTEGER
)
"""


def keep_found(index: Index, condition: Condition) -> None:
    """Put the events that meet a condition into the table, to be looked up many times.

    Nothing is done where they are there already.
    """
    if index.kept == condition:
        return
    index.kept = None
    run(index, _TABLE)
    run(index, "CREATE INDEX IF NOT EXISTS temp.found_by_day ON found (day, earliest)")
    run(index, f"DELETE FROM {TABLE}")
    run(
        index,
        f"INSERT INTO {TABLE} SELECT e.number, e.day, e.earliest, e.latest, e.time "
        f"FROM event e WHERE {condition.sql} ORDER BY e.number",
        *condition.parameters,
    )
    index.kept = condition


def run(index: Index, sql: str, *parameters: Any) -> None:
    """Run a statement that finds nothing. Raises DamagedIndexError where the index is damaged."""
    for _ in index.rows(sql, *parameters):
        pass

"""The events that meet a condition, as SQL for other statements."""

from collections.abc import Iterator
from copy import copy
from functools import cached_property
from typing import Any, NamedTuple

from timeline.index import Index
from timeline.search.sql import Condition

_MOST_LISTED = 20_000
"""If more events match, each statement tests the condition again."""


class _Numbers(NamedTuple):
    """The numbers of events as a JSON array, and how many there are."""

    json: str
    length: int


class Matches:
    """The events that meet a condition. If they are few, the condition is tested only once."""

    def __init__(self, index: Index, asked: Condition) -> None:
        self._index = index
        self._asked = asked

    def through(self, index: Index) -> "Matches":
        """Return the same events, read through another connection to the same index."""
        other = copy(self)
        other._index = index
        return other

    @cached_property
    def count(self) -> int:
        """The number of events."""
        return self._few.length if self._few else int(self.value("SELECT count(*) {found}"))

    def rows(self, sql: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a statement, in which `{found}` stands for FROM and WHERE.

        They select the events `e`. `parameters` are those of what follows `{found}`.
        """
        where = "e.number IN (SELECT value FROM json_each(?))" if self._few else self._asked.sql
        own = (self._few.json,) if self._few else self._asked.parameters
        return self._index.rows(
            sql.replace("{found}", f"FROM event e WHERE {where}"), *own, *parameters
        )

    def value(self, sql: str, *parameters: Any) -> Any:
        """Return the first value of a statement, or None if it has no rows; see `rows`."""
        row = next(self.rows(sql, *parameters), None)
        return None if row is None else row[0]

    @cached_property
    def _few(self) -> _Numbers | None:
        """The numbers of the events, or None if there are many."""
        if self._asked.finds_all:
            return None
        found = f"SELECT e.number FROM event e WHERE {self._asked.sql} LIMIT {_MOST_LISTED + 1}"
        sql = f"SELECT json_group_array(number), count(*) FROM ({found})"
        ((numbers, length),) = self._index.rows(sql, *self._asked.parameters)
        return _Numbers(numbers, length) if length <= _MOST_LISTED else None

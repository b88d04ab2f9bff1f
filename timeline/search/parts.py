"""The parts of a question as SQL, and the window of time that contains everything it finds."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from timeline.dates import NO_END, NO_START
from timeline.index import LONG, LONGEST_SHORT


class Part(NamedTuple):
    """The condition for one alternative: SQL and its parameters."""

    sql: str
    parameters: tuple[Any, ...]


class Window(NamedTuple):
    """The first and the last day number of the time that every event found must overlap."""

    low: int
    high: int

    def __and__(self, other: "Window") -> "Window":
        """Return the time in both windows; its first day is after its last if there is none."""
        return Window(max(self.low, other.low), min(self.high, other.high))

    def events(self) -> Part:
        """Return a condition that is true of every event in the window."""
        return self._within("SELECT number FROM event WHERE 1")

    def named(self, kind: str, which: str, *parameters: Any) -> Part:
        """Return a condition that is true of the events in the window with a matching name.

        `which` is an SQL condition on `name`.
        """
        return self._within(
            "SELECT event FROM event_name WHERE name IN "
            f"(SELECT number FROM name WHERE kind = '{kind}' AND {which})",
            *parameters,
        )

    def _within(self, sql: str, *parameters: Any) -> Part:
        if self == EVER:
            return Part(f"e.number IN ({sql})", parameters)
        # Two lookups in an SQL index instead of a full scan.
        return Part(
            f"e.number IN ({sql} AND day BETWEEN ? AND ? UNION ALL {sql} AND day = {LONG})",
            (*parameters, self.low - LONGEST_SHORT, self.high, *parameters),
        )


EVER = Window(NO_START, NO_END)


def hull(windows: Iterable[Window]) -> Window:
    """Return the smallest window that holds all of these, of which there is at least one."""
    lows, highs = zip(*windows, strict=True)
    return Window(min(lows), max(highs))


def joined(parts: Sequence[Part], operator: str) -> Part:
    """Join conditions as a balanced tree, because SQLite limits the depth of expressions."""
    return Part(
        _tree([part.sql for part in parts], operator),
        tuple(value for part in parts for value in part.parameters),
    )


def _tree(sqls: Sequence[str], operator: str) -> str:
    if len(sqls) == 1:
        return f"({sqls[0]})"
    middle = len(sqls) // 2
    return f"({_tree(sqls[:middle], operator)} {operator} {_tree(sqls[middle:], operator)})"

"""The parts of a question as SQL, and the window of time that contains everything it finds."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from timeline.dates import NO_END, NO_START
from timeline.index import LONG, LONGEST_SHORT


class Part(NamedTuple):
    """A condition: SQL and its parameters. If it `is_closed`, it needs no brackets in another."""

    sql: str
    parameters: tuple[Any, ...]
    is_closed: bool = False


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


_MOST_IN_A_ROW = 32
"""The number of conditions up to which each is one level deeper than the one before.

SQLite limits the depth of expressions, and the brackets that are open at once.
"""


def joined(parts: Sequence[Part], operator: str) -> Part:
    """Join conditions, of which there is at least one."""
    sqls = [part.sql if part.is_closed else f"({part.sql})" for part in parts]
    while len(sqls) > 1:
        sqls = [
            f"({f' {operator} '.join(sqls[at : at + _MOST_IN_A_ROW])})"
            for at in range(0, len(sqls), _MOST_IN_A_ROW)
        ]
    return Part(
        sqls[0], tuple(value for part in parts for value in part.parameters), is_closed=True
    )

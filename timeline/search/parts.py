"""The parts of a question as SQL, and the window of time in which all that it finds lies."""

from typing import Any, NamedTuple

from timeline.dates import NO_END, NO_START
from timeline.index import LONG, LONGEST_SHORT


class Part(NamedTuple):
    """What one alternative asks: SQL and its parameters."""

    sql: str
    parameters: tuple[Any, ...]


class Window(NamedTuple):
    """The day numbers between which all that a question can find lies, at least in part."""

    low: int
    high: int

    def events(self) -> Part:
        """Return what every event meets that can be found."""
        return self._within("SELECT number FROM event WHERE 1")

    def named(self, kind: str, which: str, *parameters: Any) -> Part:
        """Return what the events meet that can be found and have a `name` of a kind."""
        return self._within(
            f"SELECT event FROM event_name WHERE kind = '{kind}' AND {which}", *parameters
        )

    def _within(self, sql: str, *parameters: Any) -> Part:
        if self == _EVER:
            return Part(f"e.number IN ({sql})", parameters)
        # Two searches of a key, in place of a look at all rows.
        return Part(
            f"e.number IN ({sql} AND day BETWEEN ? AND ? UNION ALL {sql} AND day = {LONG})",
            (*parameters, self.low - LONGEST_SHORT, self.high, *parameters),
        )


_EVER = Window(NO_START, NO_END)

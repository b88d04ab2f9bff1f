"""What every engine can do: run a statement over an archive."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from timeline.errors import TimelineError

if TYPE_CHECKING:
    from sqlglot import exp

TABLE = "events"
"""The name of the events of an archive in statements."""


class EngineError(TimelineError):
    """An engine that cannot start, or cannot answer."""


class Engine(Protocol):
    """Runs statements over an archive."""

    def rows(self, statement: "exp.Query", *, many: bool = False) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a statement; if there may be `many`, a part of them at a time.

        Raises EngineError if the engine cannot answer.
        """
        ...


def first_line(error: Exception) -> str:
    """Return what an engine says is wrong, without the statement and the trace."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__

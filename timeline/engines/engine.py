"""What every engine can do: run a statement over an archive."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from timeline.engines.archive import Archive, damage_in
from timeline.errors import TimelineError
from timeline.text import visible

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


def engine_error(engine: str, error: Exception, archive: Archive) -> EngineError:
    """Return the error for what an engine reports, without its statement and its trace.

    If a file of the archive is damaged, that is the reason.
    """
    if wrong := damage_in(archive.path, is_folder=archive.is_folder):
        return EngineError(wrong)
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    first = lines[0] if lines else type(error).__name__
    return EngineError(f"{engine} cannot answer: {visible(first)}")

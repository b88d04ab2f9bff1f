"""What every engine can do: run a statement over an archive."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from timeline.dates import EventDate
from timeline.engines.archive import AGAIN, Archive
from timeline.errors import DateError, TimelineError
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


def check_columns(statement: "exp.Query", archive: Archive) -> None:
    """Raise EngineError if a statement needs a column that an archive of an older release lacks."""
    from sqlglot import exp

    lacking = archive.lacking
    if lacking and any(one.name in lacking for one in statement.find_all(exp.Column)):
        names = ", ".join(f"'{name}'" for name in lacking)
        raise EngineError(
            f"{visible(archive.path)} lacks the columns {names}, which this question needs: {AGAIN}"
        )


def engine_error(engine: str, error: Exception, archive: Archive) -> EngineError:
    """Return the error for what an engine reports, without its statement and its trace.

    If a file of the archive is damaged, that is the reason.
    """
    if wrong := archive.damage():
        return EngineError(wrong)
    return EngineError(f"{engine} cannot answer: {reason_in(str(error)) or type(error).__name__}")


def reason_in(text: str) -> str:
    """Return the first line of what an engine reports, with the next one after a colon."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return visible(" ".join(lines[: 2 if lines and lines[0].endswith(":") else 1]))


def event_date(text: str | None) -> EventDate:
    """Return the date of an event. Raises EngineError if an archive has none, or a wrong one."""
    try:
        return EventDate.parse(text or "")
    except DateError as error:
        message = f"the archive has an event with a wrong date: {error}: export it again"
        raise EngineError(message) from None

"""Open an archive with an engine, as a chronology that can be questioned."""

from datetime import date
from typing import TYPE_CHECKING

from timeline.chronology import Timeline
from timeline.engines.archive import Archive, open_archive
from timeline.engines.engine import EngineError
from timeline.engines.libraries import require
from timeline.engines.named import Dialect, EngineName
from timeline.query import Query
from timeline.readers import ChosenFile

if TYPE_CHECKING:
    from timeline.engines.engine import Engine
    from timeline.search import Selection


class ArchiveTimeline(Timeline):
    """An archive opened with an engine.

    Its index has the names of the archive, and the events that questions have named so far.
    """

    def __init__(self, archive: Archive, engine: "Engine") -> None:
        super().__init__(archive.registries.to_index(), [ChosenFile(archive.path, archive.path)])
        self.engine = engine

    def select(
        self,
        question: str | Query = "",
        *,
        reverse: bool = False,
        limit: int | None = None,
        context: int = 0,
        today: date | None = None,
    ) -> "Selection":
        """Return the events that match a question, as `Timeline.select` does, without neighbours.

        Raises QuestionError, and EngineError if the engine cannot answer, or with `context`.
        """
        if context:
            raise EngineError("--context cannot be used with --engine")
        from timeline.engines.selection import EngineSelection

        query = Query.parse(question) if isinstance(question, str) else question
        self.fetch(query)
        return EngineSelection(
            self.index, self.engine, query, today or date.today(), reverse=reverse, limit=limit
        )

    def fetch(self, query: Query) -> None:
        """Add the events that a question names to the index. Raises EngineError."""
        from timeline.engines.event_ids import fetch_events

        fetch_events(self.index, self.engine, query)


def open_with_engine(path: str, name: EngineName, master: str = "") -> ArchiveTimeline:
    """Open an archive with an engine. `master` is the address of a Spark cluster.

    Raises FileError if there is no archive, EngineError if the engine cannot start, and
    MissingLibraryError if it is not installed.
    """
    archive = open_archive(path, str(name))
    require("sqlglot", str(name))
    return ArchiveTimeline(archive, _engine(archive, name, master))


def statement_of(
    timeline: Timeline,
    query: Query,
    dialect: Dialect,
    table: str,
    *,
    today: date,
    reverse: bool = False,
    limit: int | None = None,
) -> str:
    """Return a question as a statement in a dialect of SQL; see `printing.printed`.

    Raises MissingLibraryError if SQLGlot is not installed.
    """
    require("sqlglot", "duckdb")
    from timeline.engines.sql import printed

    if isinstance(timeline, ArchiveTimeline):
        timeline.fetch(query)
    return printed(timeline, query, dialect, table, today=today, reverse=reverse, limit=limit)


def _engine(archive: Archive, name: EngineName, master: str) -> "Engine":
    if name is EngineName.DUCKDB:
        require("duckdb", str(name))
        from timeline.engines.duckdb import DuckDB

        return DuckDB(archive)
    require("pyspark", str(name))
    from timeline.engines.spark import Spark

    return Spark(archive, master)

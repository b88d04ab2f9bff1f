"""DuckDB: an engine in this process, for archives on disk or in an object store."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from weakref import finalize

from sqlglot import exp

from timeline.engines.archive import PARTITION, Archive
from timeline.engines.engine import TABLE, EngineError, check_columns, engine_error
from timeline.engines.named import Dialect
from timeline.engines.sql import as_sql

if TYPE_CHECKING:
    import duckdb

_MANY = 1_000
"""The number of rows to fetch at a time."""


class DuckDB:
    """Runs statements over an archive in DuckDB. Raises EngineError if it cannot be read.

    Ctrl-C while a statement runs raises KeyboardInterrupt.
    """

    dialect = Dialect.DUCKDB

    def __init__(self, archive: Archive) -> None:
        import duckdb

        self._archive = archive
        self._error = duckdb.Error
        try:
            # What does not fit into memory is written there. Only the user may read the folder.
            folder = mkdtemp(prefix="timeline-")
        except OSError as error:
            reason = error.strerror or str(error)
            raise EngineError(f"cannot make a folder for temporary files: {reason}") from None
        try:
            self._connection = duckdb.connect(config={"temp_directory": folder})
        except duckdb.Error as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise self._failed(error) from None
        # Called at the end of the program too, unless a signal kills it.
        finalize(self, _close, self._connection, folder)
        try:
            self._connection.execute(f"CREATE VIEW {TABLE} AS SELECT * FROM {_source(archive)}")
        except duckdb.Error as error:
            raise self._failed(error) from None

    def rows(self, statement: exp.Query, *, many: bool = False) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a statement. Raises EngineError if DuckDB cannot answer."""
        check_columns(statement, self._archive)
        try:
            # A cursor of its own, because events are read while others are asked for.
            cursor = self._connection.cursor()
            cursor.execute(as_sql(statement, self.dialect))
            while rows := cursor.fetchmany(_MANY):
                yield from rows
        except self._error as error:
            raise self._failed(error) from None
        except RuntimeError as error:
            # This is what DuckDB makes of Ctrl-C.
            if str(error) == "Query interrupted":
                raise KeyboardInterrupt from None
            raise

    def _failed(self, error: Exception) -> EngineError:
        return engine_error("DuckDB", error, self._archive)


def _close(connection: "duckdb.DuckDBPyConnection", folder: str) -> None:
    connection.close()
    shutil.rmtree(folder, ignore_errors=True)


def _source(archive: Archive) -> str:
    """Return the function that reads an archive, as SQL."""
    path = archive.path
    if "://" not in path:
        path = "".join(f"[{one}]" if one in "*?[" else one for one in str(Path(path)))
    if not archive.is_folder:
        return f"read_parquet({_quoted(path)})"
    files = _quoted(f"{path.rstrip('/')}/{PARTITION}=*/*.parquet")
    types = f"hive_types = {{'{PARTITION}': BIGINT}}"
    return f"read_parquet({files}, hive_partitioning = true, {types})"


def _quoted(value: str) -> str:
    return exp.Literal.string(value).sql(Dialect.DUCKDB)

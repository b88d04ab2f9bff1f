"""Spark SQL: an engine on a cluster, or on the cores of this machine."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from sqlglot import exp

from timeline.engines.archive import Archive, spark_schema
from timeline.engines.engine import TABLE, EngineError, check_columns, engine_error, reason_in
from timeline.engines.named import Dialect
from timeline.engines.sql import as_sql
from timeline.text import visible

_HERE = "local[*]"
"""The address of the cores of this machine."""

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}


class Spark:
    """Runs statements over an archive in Spark; `master` is the address of a cluster.

    Raises EngineError if Spark cannot start or cannot read the archive, or a file of it is damaged.
    """

    dialect = Dialect.SPARK

    def __init__(self, archive: Archive, master: str) -> None:
        if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
            raise EngineError("Spark needs Java, which is not installed: install Java 17 or later")
        # Spark would read a column that one of the files lacks as null.
        if wrong := archive.damage():
            raise EngineError(wrong)
        self._archive = archive
        self._session = _session(master)
        with _as_engine_error(archive):
            # A path is a pattern in Hadoop.
            path = "".join(f"\\{one}" if one in "*?[]{}\\," else one for one in archive.path)
            reader = self._session.read.schema(spark_schema())
            reader.parquet(path).createOrReplaceTempView(TABLE)

    def rows(self, statement: exp.Query, *, many: bool = False) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a statement. Raises EngineError if Spark cannot answer."""
        check_columns(statement, self._archive)
        with _as_engine_error(self._archive):
            found = self._session.sql(as_sql(statement, self.dialect))
            # Fetching a result part by part takes longer than fetching it at once.
            yield from found.toLocalIterator() if many else found.collect()


def _session(master: str) -> SparkSession:
    from py4j.protocol import Py4JError, Py4JJavaError

    builder = SparkSession.builder.master(master or _HERE).appName("timeline")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        with _without_log():
            return builder.getOrCreate()
    except Py4JJavaError as error:
        # Its own text says first which call has failed, and then why.
        raise _not_started(master, error.java_exception.toString()) from None
    except (PySparkException, Py4JError, OSError) as error:
        raise _not_started(master, str(error)) from None


def _not_started(master: str, report: str) -> EngineError:
    reason = reason_in(report).rstrip(".")
    if not master:
        return EngineError(f"Spark cannot start: {reason}")
    return EngineError(
        f"Spark cannot start with --master {visible(master)}: {reason}: write the address of a "
        "cluster that runs, such as spark://host:7077"
    )


@contextmanager
def _without_log() -> Iterator[None]:
    """Start Java without its standard error, where it logs; what goes wrong is raised anyway."""
    standard_error = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(standard_error, 2)
        os.close(standard_error)
        os.close(nowhere)


@contextmanager
def _as_engine_error(archive: Archive) -> Iterator[None]:
    from py4j.protocol import Py4JError

    try:
        yield
    except (PySparkException, Py4JError, OSError) as error:
        raise engine_error("Spark", error, archive) from None

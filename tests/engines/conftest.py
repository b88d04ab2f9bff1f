"""Archives to question, and the chronologies that they were exported from."""

import importlib.util
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import timeline
from tests.conftest import ROOT
from timeline import Timeline
from timeline.engines import ArchiveTimeline, EngineName, open_with_engine
from timeline.writers import ExportOptions, Format, Losses, write_bytes, write_folder

if TYPE_CHECKING:
    import pyarrow

has_spark = shutil.which("java") is not None and importlib.util.find_spec("pyspark") is not None
needs_spark = pytest.mark.skipif(not has_spark, reason="Java or PySpark is missing")
# Py4J closes its sockets when they are collected.
ignores_open_sockets = pytest.mark.filterwarnings(
    "ignore:.*<socket:pytest.PytestUnraisableExceptionWarning"
)
needs_duckdb = pytest.mark.skipif(
    importlib.util.find_spec("duckdb") is None, reason="DuckDB is missing"
)


def export_file(one: Timeline, path: Path) -> Path:
    path.write_bytes(b"".join(write_bytes(one, one.select(), Format.PARQUET)))
    return path


def export_folder(one: Timeline, path: Path) -> Path:
    write_folder(one, one.select(), str(path), ExportOptions(), Losses(), force=True)
    return path


def without_columns(*columns: str, files: Iterable[Path]) -> None:
    """Remove columns from files of an archive."""
    from pyarrow import parquet

    for file in files:
        parquet.write_table(parquet.ParquetFile(file).read().drop_columns(list(columns)), file)


def with_column(name: str, values: Callable[[int], "pyarrow.Array"], files: Iterable[Path]) -> None:
    """Give a column of some files other values; `values` is called with their number."""
    from pyarrow import parquet

    for file in files:
        table = parquet.ParquetFile(file).read()
        place = table.column_names.index(name)
        parquet.write_table(table.set_column(place, name, values(len(table))), file)


def with_fields(*fields: str, files: Iterable[Path]) -> None:
    """Give the sources in some files these fields; those that are new say 'new'."""
    import pyarrow as pa
    from pyarrow import parquet

    for file in files:
        table = parquet.ParquetFile(file).read()
        sources = [
            [{name: source.get(name, "new") for name in fields} for source in of_event]
            for of_event in table["sources"].to_pylist()
        ]
        kind = pa.list_(pa.struct([(name, pa.string()) for name in fields]))
        place = table.column_names.index("sources")
        table = table.set_column(place, "sources", pa.array(sources, kind))
        parquet.write_table(table, file)


def as_older_release(archive: Path) -> None:
    """Remove from an archive the columns that older releases did not write."""
    files = [archive] if archive.is_file() else [archive / "_common_metadata", *archive.glob("*/*")]
    without_columns("known_from", "known_by", "by_lag", files=files)


@pytest.fixture(scope="session")
def asked() -> Timeline:
    return timeline.open(ROOT / "tests" / "asked.yaml")


@pytest.fixture(scope="session")
def asked_folder(asked: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chronology to be asked, with a folder for each year."""
    return export_folder(asked, tmp_path_factory.mktemp("asked") / "archive")


@pytest.fixture(scope="session")
def shipped_file(shipped: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped chronology as one file."""
    return export_file(shipped, tmp_path_factory.mktemp("shipped") / "shipped.parquet")


@pytest.fixture(scope="session")
def asked_by_duckdb(asked_folder: Path) -> ArchiveTimeline:
    return open_with_engine(str(asked_folder), EngineName.DUCKDB)


@pytest.fixture(scope="session")
def shipped_by_duckdb(shipped_file: Path) -> ArchiveTimeline:
    return open_with_engine(str(shipped_file), EngineName.DUCKDB)


@pytest.fixture(scope="session")
def asked_by_spark(asked_folder: Path) -> Iterator[ArchiveTimeline]:
    """The chronology to be asked, in the one Spark of all tests."""
    yield open_with_engine(str(asked_folder), EngineName.SPARK, "local[2]")
    from pyspark.sql import SparkSession

    SparkSession.builder.getOrCreate().stop()

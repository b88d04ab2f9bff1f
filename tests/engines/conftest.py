"""Archives to question, and the chronologies that they were exported from."""

import importlib.util
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import timeline
from tests.conftest import ROOT
from timeline import Timeline
from timeline.engines import ArchiveTimeline, EngineName, open_with_engine
from timeline.writers import ExportOptions, Format, Losses, write_bytes, write_folder

has_spark = shutil.which("java") is not None and importlib.util.find_spec("pyspark") is not None
needs_spark = pytest.mark.skipif(not has_spark, reason="Java or PySpark is missing")
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

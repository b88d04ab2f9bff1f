"""Columns and fields that an archive lacks, or has with other values."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import refused
from tests.engines.conftest import (
    ignores_open_sockets,
    needs_duckdb,
    needs_spark,
    with_column,
    with_fields,
)
from timeline import Timeline
from timeline.engines import EngineError, EngineName, open_with_engine
from timeline.engines.archive import open_archive
from timeline.errors import FileError

pa: Any = pytest.importorskip("pyarrow")

FIELDS = ("title", "url", "publisher", "date", "archive")
PART = {"title": "t", "url": "u", "publisher": "p", "date": "2014", "archive": "a"}


def struct(**others: Any) -> Any:
    return pa.struct([(name, others.get(name, pa.string())) for name in FIELDS])


@pytest.mark.parametrize(
    ("column", "value", "kind", "message"),
    [
        pytest.param("title", 1, pa.int64(), "a column 'title' that does not hold text", id="int"),
        pytest.param(
            "title",
            1,
            pa.dictionary(pa.int32(), pa.int64()),
            "a column 'title' that does not hold text",
            id="dictionary of integers",
        ),
        pytest.param(
            "tags",
            [1],
            pa.list_(pa.int64()),
            "a column 'tags' that does not hold lists of text",
            id="list of integers",
        ),
        pytest.param(
            "tags",
            {"tag": "war"},
            pa.struct([("tag", pa.string())]),
            "a column 'tags' that does not hold lists of text",
            id="struct",
        ),
        pytest.param(
            "sources",
            ["a"],
            pa.list_(pa.string()),
            "a column 'sources' that does not hold lists of structs",
            id="list of text",
        ),
        pytest.param(
            "sources",
            PART,
            struct(),
            "a column 'sources' that does not hold lists of structs",
            id="one source",
        ),
        pytest.param(
            "sources",
            [{**PART, "date": 2014}],
            pa.list_(struct(date=pa.int64())),
            "a field 'date' that does not hold text in the column 'sources'",
            id="field of integers",
        ),
        pytest.param(
            "sources",
            [{"title": "t", "url": "u"}],
            pa.list_(pa.struct([("title", pa.string()), ("url", pa.string())])),
            "no field 'publisher' in the column 'sources'",
            id="no field",
        ),
    ],
)
@pytest.mark.parametrize("is_folder", [True, False], ids=["folder", "file"])
def test_a_column_that_holds_something_else_is_named(
    asked_folder: Path,
    shipped_file: Path,
    tmp_path: Path,
    is_folder: bool,
    column: str,
    value: object,
    kind: Any,
    message: str,
) -> None:
    archive = tmp_path / "archive"
    if is_folder:
        shutil.copytree(asked_folder, archive)
        first, *_ = files = sorted(archive.glob("year=*/*.parquet"))
    else:
        shutil.copy(shipped_file, archive)
        first, *_ = files = [archive]
    with_column(column, lambda size: pa.array([value] * size, kind), files)
    with refused(FileError, f"{first} has {message}: export the archive again"):
        open_archive(str(archive), "parquet")


ENGINES = [
    pytest.param(EngineName.DUCKDB, "", marks=needs_duckdb),
    pytest.param(EngineName.SPARK, "local[2]", marks=[needs_spark, ignores_open_sockets]),
]
LATER = (*FIELDS[:2], "page", *FIELDS[2:])


@pytest.mark.parametrize(("engine", "master"), ENGINES)
@pytest.mark.parametrize("which", ["year=*", "year=2014", "year=1*"])
def test_fields_of_later_releases_are_not_read(
    asked: Timeline, asked_folder: Path, tmp_path: Path, engine: EngineName, master: str, which: str
) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(asked_folder, archive)
    with_fields(*LATER, files=archive.glob(f"{which}/*.parquet"))
    assert list(open_with_engine(str(archive), engine, master).select()) == list(asked.select())


@pytest.mark.parametrize(("engine", "master"), ENGINES)
@pytest.mark.parametrize("which", ["year=*", "year=2014", "year=1*"])
def test_a_field_that_not_every_release_writes_may_be_missing(
    asked: Timeline,
    asked_folder: Path,
    tmp_path: Path,
    engine: EngineName,
    master: str,
    which: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fields = tuple(name for name in FIELDS if name != "archive")
    monkeypatch.setattr("timeline.engines.archive.damage.OF_EVERY_SOURCE", fields)
    monkeypatch.setattr("timeline.engines.selection.OF_EVERY_SOURCE", fields)
    archive = tmp_path / "archive"
    shutil.copytree(asked_folder, archive)
    with_fields(*fields, files=archive.glob(f"{which}/*.parquet"))
    assert list(open_with_engine(str(archive), engine, master).select()) == list(asked.select())


@needs_duckdb
def test_a_field_that_one_file_lacks_is_not_read_as_empty(
    asked_folder: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(asked_folder, archive)
    with_fields("title", "url", "publisher", "date", files=archive.glob("year=2014/*.parquet"))
    opened = open_with_engine(str(archive), EngineName.DUCKDB)
    with refused(
        EngineError, "the archive has a source without the field 'archive': export it again"
    ):
        list(opened.select("2014"))

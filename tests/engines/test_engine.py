"""What an engine reports, as an error of one line."""

from pathlib import Path

import pytest

from tests.engines.conftest import needs_duckdb
from timeline.engines.archive import open_archive
from timeline.engines.engine import engine_error


@needs_duckdb
@pytest.mark.parametrize(
    ("report", "reason"),
    [
        pytest.param("no memory\n  at a\n  at b", "no memory", id="with a trace"),
        pytest.param("cannot load:\n no network\nsee y", "cannot load: no network", id="colon"),
        pytest.param("cannot load:", "cannot load:", id="colon at the end"),
        pytest.param("", "OSError", id="nothing"),
    ],
)
def test_what_an_engine_reports_is_one_line(shipped_file: Path, report: str, reason: str) -> None:
    archive = open_archive(str(shipped_file), "parquet")
    error = engine_error("DuckDB", OSError(report), archive)
    assert str(error) == f"DuckDB cannot answer: {reason}"

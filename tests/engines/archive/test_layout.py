"""The manual documents the columns of an archive as they are."""

import re

import pytest

from tests.conftest import ROOT
from timeline.engines.archive.layout import COLUMNS, schema, spark_schema


def test_the_manual_lists_the_columns_in_their_order() -> None:
    page = (ROOT / "timeline" / "manual" / "archives.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| ", page, re.MULTILINE)
    assert rows == [(name, kind.name.lower()) for name, kind in COLUMNS.items()]


def test_the_files_and_the_tables_have_the_same_columns() -> None:
    pytest.importorskip("pyarrow")
    whole, part = schema(partitioned=False), schema(partitioned=True)
    assert whole.names == [*part.names, "year"] == list(COLUMNS)
    assert re.findall(r"(?:^|, )`(\w+)` [A-Z]", spark_schema()) == list(COLUMNS)

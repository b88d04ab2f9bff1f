"""CSV and TSV as a spreadsheet or a database reads them."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given

from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from tests.writers.programs import database, needs_sqlite_utils
from timeline import Timeline
from timeline.readers.tables import COLUMNS
from timeline.readers.tables.cells import split, unguarded
from timeline.writers import Format, Losses, write

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
LISTS = ("actors", "places", "tags", "follows")


def rows(one: Timeline, form: Format = Format.CSV) -> list[dict[str, str]]:
    text = "".join(write(one, one.select(), form))
    assert text.endswith("\r\n")
    delimiter = "\t" if form is Format.TSV else ","
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def items(cell: str) -> tuple[str, ...]:
    return tuple(split(unguarded(cell)))


@pytest.mark.parametrize("form", [Format.CSV, Format.TSV])
@given(content=chronologies)
@example(content={"events": [{"date": "1920", "title": "=1+1", "tags": ["a; b", "-c\\", ";"]}]})
@example(content={"events": [{"date": "-0043", "title": "'=x", "summary": '"a"\n,b\t'}]})
@example(content={"events": [{"date": "1920", "title": "x", "sources": ["a; b", "https://c.d"]}]})
def test_every_field_is_in_its_column(
    opened: Open, content: Mapping[str, Any], form: Format
) -> None:
    one = opened(content)
    same_cells(rows(one, form), one)


@needs_sqlite_utils
@pytest.mark.parametrize("form", [Format.CSV, Format.TSV])
@pytest.mark.parametrize("name", ["shipped", "hard"])
def test_a_database_holds_every_field(
    request: pytest.FixtureRequest, tmp_path: Path, name: str, form: Format
) -> None:
    one = request.getfixturevalue(name)
    found = database("".join(write(one, one.select(), form)), form, tmp_path)
    same_cells(found, one)


def same_cells(found: list[dict[str, str]], one: Timeline) -> None:
    """Compare rows as a program reads them with the events."""
    assert len(found) == len(one.select())
    for row, event in zip(found, one.select(), strict=True):
        assert tuple(row) == COLUMNS
        assert not any(cell.startswith(FORMULAS) for cell in row.values())
        date = event.date
        assert unguarded(row["date"]) == date.text
        assert [unguarded(row[key]) for key in ("earliest", "latest")] == [
            "" if day is None else str(day) for day in (date.earliest, date.latest)
        ]
        assert row["approximate"] == str(date.approximate).lower()
        assert row["uncertain"] == str(date.uncertain).lower()
        for key in ("id", "title", "summary"):
            assert unguarded(row[key]) == getattr(event, key)
        for key in LISTS:
            assert items(row[key]) == getattr(event, key)
        for key in ("title", "url", "publisher", "date", "archive"):
            texts = tuple(getattr(source, key) for source in event.sources)
            assert items(row[f"source_{key}s"]) == (texts if any(texts) else ())


def test_a_registry_and_a_heading_are_lost_with_a_word(opened: Open) -> None:
    content = {
        "title": "T",
        "actors": {"boss": {"role": "R"}, "ann": {"member_of": "boss"}, "bob": {}},
        "tags": {"war": {"color": "red"}},
        "events": [{"date": "2014", "title": "x", "actors": ["ann", "bob"], "tags": ["war"]}],
    }
    one = opened(content)
    losses = Losses()
    list(write(one, one.select(), Format.CSV, losses=losses))
    assert str(losses) == (
        "the title, registry details of 2 actors (ann, ...), registry details of 1 tag (war)"
    )

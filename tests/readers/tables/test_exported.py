"""Rows as they are exported are read without records: nobody may notice."""

import csv
import io
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.readers.hostile import dates, events, plain_events, texts
from tests.readers.reading import in_full
from timeline.readers.tables import COLUMNS, guarded, joined
from timeline.readers.tables import reader as table_reader
from timeline.readers.tables.exported import entry_of
from timeline.readers.tables.rows import Row

_SOURCE_PARTS = ("title", "url", "publisher", "date", "archive")
_PLAIN = ["a", "2014", "2014-01-01", "2014-12-31", "false", "false", "A", "", "b; c", *[""] * 8]


def cells_of(event: dict[str, Any]) -> list[str]:
    """Return the cells of an event as they are exported."""
    texts = [
        joined(value) if isinstance(value, list) else "" if value is None else str(value)
        for key, value in event.items()
        if key != "sources"
    ]
    parts = [joined([one[part] for one in event["sources"]]) for part in _SOURCE_PARTS]
    return [guarded(text) for text in (*texts, *parts)]


_cells = (
    texts | dates | st.sampled_from(["a; b", "a;b", "a; ", "https://a.org/;b; http://c", "a,b"])
)
_rows = (events | plain_events).map(cells_of) | st.lists(_cells, min_size=14, max_size=18)


def _table(rows: Sequence[Sequence[str]], delimiter: str, quoting: Any) -> str:
    file = io.StringIO()
    written = csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator="\n")
    written.writerows([COLUMNS, *rows])
    return file.getvalue()


@given(
    rows=st.lists(_rows, max_size=3),
    delimiter=st.sampled_from(",;\t"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
@example(rows=[_PLAIN, ["b", "1914-18", *_PLAIN[2:]]], delimiter=",", quoting=csv.QUOTE_MINIMAL)
@example(rows=[[*_PLAIN[:8], "a, b", *_PLAIN[9:]]], delimiter=",", quoting=csv.QUOTE_MINIMAL)
def test_a_row_means_the_same_without_a_record(
    rows: list[list[str]], delimiter: str, quoting: Any
) -> None:
    data = _table(rows, delimiter, quoting)
    with pytest.MonkeyPatch.context() as patch:
        found = in_full(data, "a.csv")
        patch.setattr(table_reader, "entry_of", lambda row: None)
        assert found == in_full(data, "a.csv")


@given(event=plain_events)
def test_a_row_without_a_problem_needs_no_record(event: dict[str, Any]) -> None:
    cells = cells_of(event)
    assert entry_of(Row(cells, 2, ",".join(cells) + "\n", ",")) is not None

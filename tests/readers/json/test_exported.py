"""Lines as they are exported are read without records: nobody may notice."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.readers.hostile import events, plain_events
from tests.readers.reading import in_full
from timeline.readers.json import lines as json_lines
from timeline.readers.json.exported import entry_of
from timeline.readers.json.values import Source

PLAIN = {
    "id": "a",
    "date": "2014",
    "earliest": "2014-01-01",
    "latest": "2014-12-31",
    "approximate": False,
    "uncertain": False,
    "title": "A",
    "summary": "",
    "actors": ["a", "\u00e9"],
    "places": ["b"],
    "tags": ["c"],
    "follows": ["d", "e"],
    "sources": [
        {"title": "T", "url": "https://a.org", "publisher": "", "date": "2014", "archive": ""}
    ],
}


def line_of(event: dict[str, Any]) -> str:
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"))


def _changed(line: str, change: str) -> str:
    """Return a line as other programs or hands may write it."""
    match change:
        case "space":
            return line.replace(",", ", ")
        case "comma":
            return f"{line},"
        case "escaped":
            return json.dumps(json.loads(line))
        case "repeated":
            return line[:-1] + ',"title":"again"}'
        case "first":
            return '{"id":"first",' + line[1:]
        case "unknown":
            return line[:-1] + ',"colour":"red"}'
        case "number":
            return line.replace('"2014"', "2014")
        case "null":
            return line.replace('""', "null")
        case "cut":
            return line[:-1]
        case _:
            return line


_CHANGES = ("", "space", "comma", "escaped", "repeated", "first", "unknown", "number", "null")
_lines = st.builds(
    _changed, (events | plain_events).map(line_of), st.sampled_from((*_CHANGES, "cut"))
)


@given(lines=st.lists(_lines, max_size=3))
@example(lines=[line_of(PLAIN)])
@example(lines=[line_of(PLAIN), _changed(line_of(PLAIN), "repeated")])
@example(lines=[line_of(PLAIN | {"actors": ["a", "a"]}), line_of(PLAIN | {"follows": ["", "a"]})])
@example(lines=[line_of(PLAIN | {"sources": [{"url": "ftp://a", "title": "", "date": "May"}]})])
def test_a_line_means_the_same_without_a_record(lines: list[str]) -> None:
    data = "\n".join(lines) + "\n"
    with pytest.MonkeyPatch.context() as patch:
        found = in_full(data, "a.jsonl")
        patch.setattr(json_lines, "entry_of", lambda source: None)
        assert found == in_full(data, "a.jsonl")


@given(event=plain_events)
def test_a_line_without_a_problem_needs_no_record(event: dict[str, Any]) -> None:
    assert entry_of(Source(line_of(event), 1)) is not None

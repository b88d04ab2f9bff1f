"""Where the events of a file begin: what parsing says, and what is seen without it."""

import io
from array import array

import pytest

from tests.readers.reading import layout
from timeline.readers import Layout
from timeline.readers.yaml.division import blocks, blocks_of

EVENT = "- {date: 2014, title: x}\n"


@pytest.mark.parametrize(
    ("text", "key", "key_indent", "indent", "lines"),
    [
        pytest.param(EVENT * 2, "", 0, 0, [1, 2], id="a list"),
        pytest.param(f"events:\n{EVENT * 2}", "events", 0, 0, [2, 3], id="under a key"),
        pytest.param(f"# x\nevents:\n  {EVENT}", "events", 0, 2, [3], id="indented"),
        pytest.param(f"  events:\n  {EVENT}", "events", 2, 2, [2], id="all indented"),
        pytest.param(f"title: x\nevents:\n{EVENT}# x\n", "events", 0, 0, [3], id="more above"),
    ],
)
def test_the_layout(text: str, key: str, key_indent: int, indent: int, lines: list[int]) -> None:
    assert layout(text) == Layout(key, key_indent, indent, array("I", lines))
    found = blocks_of(io.BytesIO(text.encode()), indent)
    assert found is not None
    assert list(found.lines) == lines


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[{date: 2014, title: x}]", id="in brackets"),
        pytest.param("events: [{date: 2014, title: x}]", id="in brackets under a key"),
        pytest.param("- {date: 2014, title: &a x}", id="an anchor"),
        pytest.param("title: &a x\nevents:\n- {date: 2014, title: *a}", id="an alias"),
        pytest.param("- {date: 2014, title: x", id="a syntax error"),
        pytest.param("title: x\nevents:\n", id="no events"),
        pytest.param(f"events:\n{EVENT}title: x\n", id="more below"),
    ],
)
def test_there_is_no_layout(text: str) -> None:
    assert layout(text) is None


@pytest.mark.parametrize("chunk", [1, 7, 30, 1000])
def test_blocks_are_the_same_however_much_is_read_at_once(
    chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = b"events:\n  - a\n    - b\n # - c\n  -\r\n    d: -\n  - e\n  -f"
    whole = blocks_of(io.BytesIO(text), 2)
    assert whole is not None
    assert [list(part) for part in (whole.offsets, whole.lines)] == [[8, 29, 43], [2, 5, 7]]
    assert whole.size == len(text)
    monkeypatch.setattr(blocks, "_CHUNK", chunk)
    assert blocks_of(io.BytesIO(text), 2) == whole


def test_blocks_that_are_too_long_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "LONGEST", 10)
    monkeypatch.setattr(blocks, "_CHUNK", 8)
    assert blocks_of(io.BytesIO(b"- a\n- b\n- c\n"), 0) is not None
    assert blocks_of(io.BytesIO(b"- a\n- b is longer than that\n"), 0) is None

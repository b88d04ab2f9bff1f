"""Another connection to an index on disk, which another process may have replaced."""

import os
from pathlib import Path

import pytest

import timeline
from timeline.errors import DamagedIndexError


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_another_connection_gives_the_same_answers(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- {date: 2014, title: One}\n")
    other = timeline.open(path).over_another_connection()
    assert [one.title for one in other.select("one")] == ["One"]


def test_an_index_that_was_replaced_is_noticed(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- {date: 2014, title: One}\n")
    opened = timeline.open(path)
    path.write_text("- {date: 2014, title: One}\n- {date: 2015, title: Two}\n")
    os.utime(path, ns=(1, 1))
    timeline.open(path)
    with pytest.raises(DamagedIndexError, match="another process has replaced the cached index"):
        opened.over_another_connection()

"""The YAML export is a chronology that reads back as the same events."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given

import timeline
import timeline.chronology
from tests.conftest import ROOT, OpenText
from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from tests.writers.test_json import FULL
from timeline import Timeline
from timeline.writers import Format, Losses, write


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("again") / "again.yaml"


def kept(one: Timeline) -> dict[str, Any]:
    return {
        "title": one.title,
        "description": one.description,
        "events": list(one.select()),
        "actors": dict(one.actors),
        "tags": dict(one.tags),
    }


def exported(one: Timeline, path: Path, question: str = "") -> Timeline:
    losses = Losses()
    text = "".join(write(one, one.select(question), Format.YAML, losses=losses))
    assert not losses
    path.write_text(text, encoding="utf-8", newline="")
    read = timeline.open(path)
    # Any YAML program reads the file, and the same texts in it.
    plain = yaml.load(text, yaml.BaseLoader)
    assert [event["title"] for event in plain["events"]] == [event.title for event in read.select()]
    return read


@given(content=chronologies)
@example(content=FULL)
@example(content={"events": [{"date": "1920-21", "title": "x", "summary": " a\n\n  b \n-c"}]})
@example(content={"events": [{"date": "[1920, 1921..]", "title": "a: b #c", "tags": ["a,b"]}]})
@example(content={"events": [{"date": "1920", "title": "no", "summary": "w " * 99 + "\tx"}]})
@example(content={"events": [{"date": "1920", "title": "t\u00a0x\u2009\u3000", "id": "k" * 200}]})
def test_it_reads_back_as_the_same_chronology(
    opened: Open, again: Path, content: Mapping[str, Any]
) -> None:
    one = opened({"actors": {"a": {"name": "A: #1"}}, "tags": {"war": {"color": "red"}}, **content})
    read = kept(exported(one, again))
    before = kept(one)
    # Entries that no event names are left out, and the order is that of the events.
    used = {
        key: {name: entry for name, entry in before[key].items() if name in read[key]}
        for key in ("actors", "tags")
    }
    assert read == before | used


def test_the_shipped_file_comes_back_without_a_warning(again: Path) -> None:
    one = timeline.open(ROOT / "events.yaml")
    read = exported(one, again)
    assert kept(read) == kept(one)
    assert timeline.chronology.load([str(again)]).problems == []


def test_an_export_says_that_it_leaves_out_which_rules_are_off(open_text: OpenText) -> None:
    one = open_text("- {date: 2014, title: A, ignore: [no-source]}\n")
    losses = Losses()
    assert "ignore" not in "".join(write(one, one.select(), Format.YAML, losses=losses))
    assert str(losses) == "which rules of timeline check are on or off"

"""JSON and JSON Lines, as exported and as other programs write them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import timeline
import timeline.chronology
from tests.conftest import ROOT, Run
from tests.writers.conftest import Open
from tests.writers.conftest import opened as opened
from tests.writers.markdown.test_document import chronologies
from tests.writers.test_json import FULL
from timeline import Timeline
from timeline.writers import Format, write


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("json")


def exported(one: Timeline, form: Format, folder: Path) -> Path:
    path = folder / f"a.{form}"
    path.write_text("".join(write(one, one.select(), form)), encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL])
@given(content=chronologies)
@example(content=FULL)
@example(content={"events": [{"date": "1939-25", "title": "]", "summary": '"events": [\n]\n}'}]})
def test_an_export_reads_back_as_the_same_events(
    opened: Open, again: Path, content: Mapping[str, Any], form: Format
) -> None:
    one = opened(content)
    read_back = timeline.open(exported(one, form, again)) if one.select() else one
    assert list(read_back.select()) == list(one.select())
    if form is Format.JSON:
        assert (read_back.title, read_back.description) == (one.title, one.description)
        used = {name: actor for name, actor in one.actors.items() if name in read_back.actors}
        assert dict(read_back.actors) == used


@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL])
def test_the_shipped_chronology_comes_back_without_a_warning(again: Path, form: Format) -> None:
    one = timeline.open(ROOT / "events.yaml")
    path = exported(one, form, again)
    assert timeline.chronology.load([str(path)]).problems == []
    assert list(timeline.open(path).select()) == list(one.select())


SAID = [
    pytest.param(
        '{"date": "2014-02-30", "title": "A"}\n',
        "a.jsonl:1:10: error: date '2014-02-30' does not exist: February 2014 has 28 days\n"
        ' 1 | {"date": "2014-02-30", "title": "A"}\n'
        "   |          ^^^^^^^^^^^^\n",
        id="date",
    ),
    pytest.param(
        '{"date": "2014", "title": "A"}\n{"date": "2015", "title": "B"\n',
        "a.jsonl:2:30: error: this is not JSON: expecting ',' delimiter\n"
        ' 2 | {"date": "2015", "title": "B"\n'
        "   |                              ^\n",
        id="syntax",
    ),
    pytest.param(
        '["2014"]\n',
        'a.jsonl:1:1: error: each line must be an object: {"date": ...}\n 1 | ["2014"]\n   | ^\n',
        id="no object",
    ),
    pytest.param(
        '{"date": "2014", "title": "A", "date": "2015"}\n',
        "a.jsonl:1:2: error: duplicate key 'date': keep one of the two\n"
        ' 1 | {"date": "2014", "title": "A", "date": "2015"}\n'
        "   |  ^^^^^^\n",
        id="duplicate key",
    ),
    pytest.param(
        '{"date": "2014", "title": "A\\u0000"}\n',
        "a.jsonl:1:27: error: control character U+0000 is not allowed: delete it\n"
        ' 1 | {"date": "2014", "title": "A\\u0000"}\n'
        "   |                           ^^^^^^^^^\n",
        id="control character",
    ),
    pytest.param(
        '{"date": 2014, "title": "A", "summary": null, "tags": [null, "a", 7]}\n',
        "",
        id="numbers and nulls",
    ),
    pytest.param(
        '{"date": "2014", "titel": "A"}\n',
        "a.jsonl:1:18: error: the event has no title: rename 'titel' to 'title'\n"
        ' 1 | {"date": "2014", "titel": "A"}\n'
        "   |                  ^^^^^^^\n",
        id="misspelt key",
    ),
]


@pytest.mark.parametrize(("content", "said"), SAID)
def test_check_says(run: Run, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "a.jsonl").write_text(content)
    ran = run("check", "-f", "a.jsonl")
    assert ran.out == said


def test_numbers_are_the_text_of_the_file_and_null_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"date": 2014, "title": 1.10, "summary": null, "tags": [null, "a", 7, true]}\n'
    )
    (event,) = timeline.open(path).select()
    assert (event.date.text, event.title, event.summary, event.tags) == (
        "2014",
        "1.10",
        "",
        ("a", "7", "true"),
    )


def test_other_json_is_read_as_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"title": "T", "events": [{"date": "2014", "title": "\\ud83d\\ude80"}]}')
    (event,) = timeline.open(path).select()
    assert event.title == "\U0001f680"


@given(text=st.text('{}[]":,\\u0d8 \n\tdatetitl1\u2028\ufeff\x00é'), head=st.booleans())
def test_no_text_ends_in_a_traceback(again: Path, text: str, head: bool) -> None:
    heads = '{\n"title": "T",\n"description": "",\n"question": "",\n"count": 1,\n"actors": {},\n'
    for ending, content in (
        ("jsonl", text),
        ("json", heads * head + f'"tags": {{}},\n"events": [{text}'),
    ):
        path = again / f"b.{ending}"
        path.write_text(content, encoding="utf-8", newline="")
        timeline.chronology.load([str(path)])

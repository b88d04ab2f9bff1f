"""The JSON promise: which keys there are, and what they hold."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given

from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from timeline import Query, Timeline
from timeline.search.selection import Selection
from timeline.writers import Format, write

FULL: dict[str, Any] = {
    "title": "T",
    "description": "D",
    "tags": {"war": {"description": "Fights", "color": "red"}, "unused": {}},
    "actors": {
        "boss": {"name": "The Boss"},
        "ann": {
            "name": "Ann",
            "kind": "person",
            "role": "R",
            "member_of": ["boss"],
            "aliases": ["Annie"],
        },
        "unseen": {"name": "Unseen"},
    },
    "events": [
        {
            "id": "first",
            "date": "2014-03~",
            "title": 'Quoted "first"',
            "summary": "One.\n\nTwo.",
            "actors": ["ann"],
            "places": ["Köln"],
            "tags": ["war", "peace"],
            "sources": [
                {"title": "S", "url": "https://a.org", "publisher": "P", "date": "2014"}
                | {"archive": "https://archive.example/1"},
                "https://b.org",
            ],
        },
        {"id": "second", "date": "2015-01-02?", "title": "Second", "follows": ["first"]},
    ],
}
FIRST = {
    "id": "first",
    "date": "2014-03~",
    "earliest": "2014-03-01",
    "latest": "2014-03-31",
    "approximate": True,
    "uncertain": False,
    "title": 'Quoted "first"',
    "summary": "One.\n\nTwo.",
    "actors": ["ann"],
    "places": ["Köln"],
    "tags": ["war", "peace"],
    "follows": [],
    "sources": [
        {"title": "S", "url": "https://a.org", "publisher": "P", "date": "2014"}
        | {"archive": "https://archive.example/1"},
        {"title": "", "url": "https://b.org", "publisher": "", "date": "", "archive": ""},
    ],
}
SECOND = {
    "id": "second",
    "date": "2015-01-02?",
    "earliest": "2015-01-02",
    "latest": "2015-01-02",
    "approximate": False,
    "uncertain": True,
    "title": "Second",
    "summary": "",
    "actors": [],
    "places": [],
    "tags": [],
    "follows": ["first"],
    "sources": [],
}
ANN = {"name": "Ann", "kind": "person", "role": "R", "member_of": ["boss"], "aliases": ["Annie"]}
BOSS = {"name": "The Boss", "kind": "", "role": "", "member_of": [], "aliases": []}


def document(timeline: Timeline, found: Selection) -> Any:
    return json.loads("".join(write(timeline, found, Format.JSON)))


@pytest.mark.parametrize(
    ("question", "made"),
    [
        pytest.param(
            "",
            {
                "title": "T",
                "description": "D",
                "question": "",
                "count": 2,
                "questions": {},
                "actors": {"ann": ANN, "boss": BOSS},
                "tags": {
                    "war": {"description": "Fights", "color": "red"},
                    "peace": {"description": "", "color": ""},
                },
                "events": [FIRST, SECOND],
            },
            id="all",
        ),
        pytest.param(
            "2015 actor:=boss",
            {
                "title": "T",
                "description": "D",
                "question": "2015 actor:=boss",
                "count": 0,
                "questions": {},
                "actors": {},
                "tags": {},
                "events": [],
            },
            id="nothing",
        ),
    ],
)
def test_the_whole_document(opened: Open, question: str, made: dict[str, Any]) -> None:
    timeline = opened(FULL)
    read = document(timeline, timeline.select(question))
    assert read == made
    assert list(read) == list(made)
    assert [list(event) for event in read["events"]] == [list(event) for event in made["events"]]


def test_a_chronology_of_nearly_nothing_has_every_key(opened: Open) -> None:
    timeline = opened({"events": [{"date": "2014", "title": "T"}]})
    read = document(timeline, timeline.select())
    assert {key: value for key, value in read.items() if key != "events"} == {
        "title": "",
        "description": "",
        "question": "",
        "count": 1,
        "questions": {},
        "actors": {},
        "tags": {},
    }
    assert list(read["events"][0]) == list(FIRST)


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        pytest.param("2014", "2014-01-01", "2014-12-31", id="year"),
        pytest.param("2014-03-18T14:30:00Z", "2014-03-18", "2014-03-18", id="time"),
        pytest.param("2022-02-24/..", "2022-02-24", None, id="open-end"),
        pytest.param("../2014", None, "2014-12-31", id="open-start"),
        pytest.param("2022/", "2022-01-01", None, id="unknown-end"),
        pytest.param("-0043", "-0043-01-01", "-0043-12-31", id="before-0"),
        pytest.param("0000", "0000-01-01", "0000-12-31", id="year-0"),
        pytest.param("Y12000", "12000-01-01", "12000-12-31", id="past-9999"),
        pytest.param("Y-12000", "-12000-01-01", "-12000-12-31", id="far-before"),
    ],
)
def test_dates_are_as_written_and_their_bounds_days(
    opened: Open, date: str, earliest: str | None, latest: str | None
) -> None:
    timeline = opened({"events": [{"date": date, "title": "T"}]})
    (event,) = document(timeline, timeline.select())["events"]
    assert (event["date"], event["earliest"], event["latest"]) == (date, earliest, latest)


@pytest.mark.parametrize(
    "question",
    ["", "2014 actor:ann", 'tag:war,peace -"not this"', "2014 actor:=boss", "limit"],
)
def test_the_question_reads_back(opened: Open, question: str) -> None:
    timeline = opened(FULL)
    query = Query.parse(question)
    read = document(timeline, timeline.select(query))
    assert Query.parse(read["question"]) == query


@given(content=chronologies)
def test_json_and_json_lines_hold_the_same_events(opened: Open, content: Mapping[str, Any]) -> None:
    timeline = opened(content)
    found = timeline.select()
    read = document(timeline, found)
    lines = "".join(write(timeline, found, Format.JSONL)).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == read["events"]
    assert [event["id"] for event in read["events"]] == [event.id for event in found]
    assert read["count"] == len(content["events"])
    named = {name for event in read["events"] for name in event["actors"]}
    assert named <= read["actors"].keys()
    assert {tag for event in read["events"] for tag in event["tags"]} == read["tags"].keys()

"""Events come from records alone: a reader of any format only has to make them."""

from typing import NamedTuple

import pytest

from timeline.dates import EventDate
from timeline.errors import Problem
from timeline.model import Actor, Event, Kind, Role, Source, Tag
from timeline.readers.items import Entry, ListedActor, ListedTag, Place, Refused
from timeline.readers.records import EventReader, List, Record, RegistryReader, Value
from timeline.readers.report import Report


class At(NamedTuple):
    line: int = 0
    column: int = 0


class Cell(NamedTuple):
    """A cell of a table, as a reader of tables could give it."""

    value: str
    start_mark: At = At()
    end_mark: At = At()
    style: str | None = None


def record(row: int, **fields: Value) -> Record:
    made = Record(At(row), bracketed=False)
    for column, (key, value) in enumerate(fields.items()):
        made.keys[key] = Cell(key, At(0, column * 10), At(0, column * 10 + len(key)))
        made.entries[key] = value
    return made


def listed(*values: Value) -> List:
    made = List(At(), bracketed=False)
    made.items += values
    return made


def test_an_event() -> None:
    problems: list[Problem] = []
    entry = EventReader(Report("f", problems)).event(
        record(
            3,
            date=Cell("2014-03-18"),
            title=Cell(" Putin signs ", At(3, 11), At(3, 24)),
            actors=listed(Cell("russia", At(3, 30), At(3, 36)), Cell("russia")),
            sources=Cell("https://example.org/"),
        )
    )
    assert isinstance(entry, Entry)
    assert entry.event == Event(
        "putin-signs",
        EventDate.parse("2014-03-18"),
        "Putin signs",
        actors=("russia",),
        sources=(Source(url="https://example.org/"),),
    )
    assert (entry.at, list(entry.actors_at)) == (Place(4, 12, 13), [Place(4, 31, 6)])
    assert problems == []


def test_actors_and_tags() -> None:
    reader = RegistryReader(Report("f", []))
    actor = reader.actor(Cell("lavrov"), record(1, kind=Cell("person"), role=Cell("Minister")))
    tag = reader.tag(Cell("war"), Cell(""))
    assert isinstance(actor, ListedActor)
    assert isinstance(tag, ListedTag)
    assert actor.actor == Actor("lavrov", "lavrov", Kind.PERSON, (Role("Minister"),))
    assert tag.tag == Tag("war")


def test_a_problem_that_many_have_is_reported_once() -> None:
    problems: list[Problem] = []
    report = Report("f", problems)
    reader = EventReader(report)
    for row in range(1, 251):
        fields: dict[str, Value] = {"when": Cell("2014"), "title": Cell("A"), "link": Cell("x")}
        assert isinstance(reader.event(record(row, **fields)), Refused)
    report.finish()
    assert [str(problem) for problem in problems] == [
        "f:1:21: warning: unknown key 'link' in 250 events is ignored: did you mean 'sources'?",
        "f:1:1: error: 250 events have no date: rename 'when' to 'date'",
    ]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        *[(key, "date") for key in ("start", "when", "year", "Start date", "start_date", "Date")],
        *[(key, "title") for key in ("event", "name", "headline", "label", "TITLE", "titel")],
        *[(key, "summary") for key in ("description", "text", "detail", "body", "Notes")],
        *[(key, "sources") for key in ("link", "url", "source", "references")],
        *[(key, "actors") for key in ("who", "people", "actor")],
        *[(key, "places") for key in ("location", "place", "where")],
        *[(key, "tags") for key in ("category", "tag", "type")],
    ],
)
def test_keys_of_other_programs(key: str, meant: str) -> None:
    problems: list[Problem] = []
    report = Report("f", problems)
    fields: dict[str, Value] = {"date": Cell("2014"), "title": Cell("A")}
    fields.pop(meant, None)
    EventReader(report).event(record(1, **fields, **{key: Cell("x")}))
    report.finish()
    assert [f"'{meant}'" in problem.message for problem in problems] == [True]

"""The sets of events that an index keeps: they hold the events that have each name."""

import os
import random
from collections import defaultdict
from pathlib import Path

import pytest
from pyroaring import BitMap

import timeline
from timeline import Timeline
from timeline.dates import NO_START, Day, Unit, unit_of_start, unit_started_in
from timeline.model import Facet

MANY = 600
DATES = ("19{:02}", "19{:02}-07", "19{:02}-07-1{}", "19{:02}-07-1{}T12:{:02}", "19{:02}/20{:02}")
OPEN = ("../1950", "1960/..", "/1950", "1960/")


def text(seed: int) -> str:
    choose = random.Random(seed)
    lines = []
    for number in range(MANY):
        date = choose.choice(DATES).format(choose.randrange(99), choose.randrange(9), 30)
        if number < len(OPEN):
            date = OPEN[number]
        # Most have a tag that many have, few one that few have.
        tags = [f"rare-{number // 9}"] if number % 9 == 0 else ["many"] * (number % 3 > 0)
        lines.append(f"- {{id: e{number}, date: '{date}', title: X, tags: {tags}}}\n")
    choose.shuffle(lines)
    return "events:\n" + "".join(lines)


@pytest.fixture(scope="module", params=["read whole", "changed since"])
def chronology(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Timeline:
    folder = tmp_path_factory.mktemp("bitmaps")
    path = folder / "events.yaml"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TIMELINE_CACHE", str(folder / "cache"))
        write(path, text(7), 1)
        chronology = timeline.open(path)
        if request.param == "changed since":
            lines = text(7).splitlines(keepends=True)
            lines[100:103] = ["- {id: new, date: 1920, title: X, tags: [many, rare-1]}\n"]
            lines[110:110] = [f"- {{id: n{n}, date: 1930-0{n + 1}, title: X}}\n" for n in range(5)]
            write(path, "".join(lines), 2)
            chronology = timeline.open(path)
        return chronology


def write(path: Path, content: str, stamp: int) -> None:
    path.write_text(content, encoding="utf-8")
    os.utime(path, (stamp * 10**6, stamp * 10**6))


def ids(chronology: Timeline, events: BitMap) -> set[str]:
    numbers = chronology.index.columns.numbers
    found = chronology.index.events(numbers[position] for position in events)
    return {event.id for event in found}


def test_those_of_each_name(chronology: Timeline) -> None:
    bitmaps = chronology.index.bitmaps
    expected: dict[str | None, set[str]] = defaultdict(set)
    for event in chronology.select():
        for tag in event.tags or [None]:
            expected[tag].add(event.id)
    assert {tag: ids(chronology, own) for tag, own in bitmaps.each(Facet.TAG)} == expected
    rare = [tag for tag in expected if tag not in ("many", None)]
    assert ids(chronology, bitmaps.union(Facet.TAG, rare)) == {
        name for tag in rare for name in expected[tag]
    }
    some = dict(bitmaps.some(Facet.TAG, ["many", None, "no such tag"]))
    assert {tag: ids(chronology, own) for tag, own in some.items()} == {
        tag: expected[tag] for tag in ("many", None)
    }
    assert bitmaps.count(Facet.TAG) == {tag: len(own) for tag, own in expected.items()}


@pytest.mark.parametrize("facet", [facet for facet in Facet if facet.is_time])
def test_those_of_each_time(chronology: Timeline, facet: Facet) -> None:
    expected = defaultdict(set)
    for event in chronology.select():
        unit, date = facet.unit, event.date
        value: int | None
        if unit is not None:
            value = unit_started_in(date, unit)
        elif unit_of_start(date) is Unit.DAY and date.earliest:
            value = (date.earliest.ordinal - 1) % 7
        else:
            value = 7
        expected[value].add(event.id)
    found = dict(chronology.index.bitmaps.each(facet))
    assert {value: ids(chronology, own) for value, own in found.items()} == expected


def test_those_found(chronology: Timeline) -> None:
    for question in ("", "tag:many", "1930..1940", "nothing"):
        found = chronology.select(question)
        assert ids(chronology, found.positions) == {event.id for event in found}


def test_positions_are_in_chronological_order(chronology: Timeline) -> None:
    columns, events = chronology.index.columns, list(chronology.select())
    assert [columns.date(position) for position in range(len(events))] == [
        event.date for event in events
    ]
    assert [Day.from_ordinal(day) for day in columns.earliest if day > NO_START] == [
        event.date.earliest for event in events if event.date.earliest
    ]
    assert list(columns.positions(columns.numbers)) == list(range(len(events)))


MEMBERS = """
actors:
  a: {member_of: b}
  b: {member_of: c}
  c: {member_of: [a, d]}
  d: {}
  alone: {member_of: nobody-named}
events:
  - {date: 2001, title: A, actors: a}
  - {date: 2002, title: B, actors: [b, alone]}
  - {date: 2003, title: D, actors: d}
"""


def test_an_actor_has_the_events_of_all_who_act_for_it(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(MEMBERS)
    chronology = timeline.open(path)
    found = {
        name: ids(chronology, events) for name, events in chronology.index.bitmaps.each(Facet.ACTOR)
    }
    assert found == {
        "a": {"a", "b"},
        "b": {"a", "b"},
        "c": {"a", "b"},
        "d": {"a", "b", "d"},
        "alone": {"b"},
        "nobody-named": {"b"},
    }
    for name, own in found.items():
        assert {event.id for event in chronology.select(f"actor:{name}")} == own


def chain(actors: int) -> str:
    lines = ["actors:", f"  a{actors}: {{}}"]
    lines += [
        f"  a{number}: {{member_of: [{{id: a{number + 1}, since: {1000 + number}}}]}}"
        for number in range(1, actors)
    ]
    lines += ["events:", "- {id: early, date: 1001, title: X, actors: a1}"]
    lines.append(f"- {{id: late, date: {1000 + actors}, title: X, actors: a1}}")
    return "\n".join(lines) + "\n"


def test_a_chain_of_memberships_takes_space_in_proportion_to_its_length(tmp_path: Path) -> None:
    sizes = []
    for actors in (200, 800):
        path = tmp_path / f"{actors}.yaml"
        path.write_text(chain(actors))
        chronology = timeline.open(path)
        (size,) = chronology.index.connection.execute("PRAGMA page_count").fetchone()
        sizes.append(size)
        found = [event.id for event in chronology.select(f"actor:a{actors}")]
        assert found == ["late"]
        assert [event.id for event in chronology.select("actor:a2")] == ["early", "late"]
    assert sizes[1] < 6 * sizes[0]

"""The sets of events that an index keeps: they hold the events that have each name."""

import os
import random
from collections import defaultdict
from pathlib import Path

import pytest

import timeline
from timeline import Event, Timeline
from timeline.dates.event_date import Day
from timeline.index.bitmaps import Bitmaps

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
        # Only where events came between others do places not follow from numbers.
        gaps = chronology.index.value("SELECT places IS NULL FROM bit_order")
        assert bool(gaps) == (request.param == "changed since")
        return chronology


def write(path: Path, content: str, stamp: int) -> None:
    path.write_text(content, encoding="utf-8")
    os.utime(path, (stamp * 10**6, stamp * 10**6))


def ids(chronology: Timeline, events: int) -> set[str]:
    bitmaps = Bitmaps(chronology.index)
    rows = chronology.index.rows("SELECT id, number FROM event")
    return {name for name, number in rows if events & bitmaps.of([number])}


def in_order(chronology: Timeline) -> list[Event]:
    return list(chronology.select())


def test_those_of_each_name(chronology: Timeline) -> None:
    bitmaps, expected = Bitmaps(chronology.index), defaultdict(set)
    for event in in_order(chronology):
        for tag in event.tags or [""]:
            expected[tag].add(event.id)
    without = expected.pop("")
    assert {tag: ids(chronology, own) for tag, own in bitmaps.each("tag")} == expected
    assert ids(chronology, bitmaps.without("tag")) == without
    rare = [tag for tag in expected if tag != "many"]
    assert ids(chronology, bitmaps.union("tag", rare)) == {
        name for tag in rare for name in expected[tag]
    }
    both = bitmaps.named("tag", "many") | bitmaps.named("tag", "rare-1")
    assert ids(chronology, both) == expected["many"] | expected["rare-1"]
    assert bitmaps.named("tag", "no such tag") == 0
    kept_as = {row[0] for row in chronology.index.rows("SELECT DISTINCT sparse FROM bitmap")}
    assert kept_as == {False, True}


def test_those_found(chronology: Timeline) -> None:
    bitmaps = Bitmaps(chronology.index)
    for question in ("", "tag:many", "1930..1940", "nothing"):
        found = chronology.select(question)
        assert ids(chronology, bitmaps.found(found.asked)) == {event.id for event in found}


def test_those_of_spans_of_days(chronology: Timeline) -> None:
    bitmaps = Bitmaps(chronology.index)
    spans = [
        (Day(first, 1, 1).ordinal, Day(last, 7, 12).ordinal)
        for first, last in ((1900, 1999), (1920, 1920), (1930, 1935), (2001, 2002))
    ]
    short = {
        event.id: event.date.earliest.ordinal
        for event in in_order(chronology)
        if event.date.earliest
        and event.date.latest
        and event.date.latest.ordinal - event.date.earliest.ordinal <= 366
    }
    for first, last in spans:
        bits = bitmaps.in_days((first, last))
        within = {name for name, day in short.items() if first <= day <= last}
        assert ids(chronology, sum(1 << bit for bit in bits)) == within


def test_the_first_and_the_last(chronology: Timeline) -> None:
    bitmaps, events = Bitmaps(chronology.index), in_order(chronology)
    for tag, own in bitmaps.each("tag"):
        dates = [event.date for event in events if tag in event.tags]
        assert bitmaps.ends(own) == (dates[0], dates[-1])
    assert bitmaps.ends(bitmaps.all_events) == (events[0].date, events[-1].date)

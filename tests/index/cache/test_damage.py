"""Whatever is wrong with an index on disk, questions are answered from the file."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import timeline
from timeline import Timeline
from timeline.analysis.registers import occurrences
from timeline.errors import DamagedIndexError
from timeline.index.cache import seal
from timeline.index.cache import store as cache
from timeline.model import Facet
from timeline.search import Selection

OLD = 1_000_000_000
PAGE = 8192
TEXT = "actors: {anna: {name: Anna, role: Envoy}}\nevents:\n" + "".join(
    f"- {{id: e{n}, date: 19{n:02}-0{n % 9 + 1}, title: Talks {n}, actors: [anna, b{n % 5}],"
    f" tags: [t{n % 3}], places: [Riga], summary: On the {n}th day.}}\n"
    for n in range(60)
)


def answers(chronology: Timeline) -> list[object]:
    found = chronology.select("1920..1950 tag:t1")
    return [
        [(event.id, event.date.text, event.title, event.summary) for event in found],
        occurrences(found, Facet.ACTOR),
        chronology.actors,
        len(chronology.select("anna")),
    ]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "events.yaml"
    path.write_text(TEXT)
    os.utime(path, (OLD, OLD))
    return path


def index_of(path: Path) -> Path:
    place = cache.index_path([str(path)])
    assert place is not None
    return place


def flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(20):
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)


def one_byte(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def truncated(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def zeroed(data: bytearray, chance: random.Random) -> None:
    page = chance.randrange(len(data) // PAGE)
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)


def swapped(data: bytearray, chance: random.Random) -> None:
    one, other = (page * PAGE for page in chance.sample(range(len(data) // PAGE), 2))
    data[one : one + PAGE], data[other : other + PAGE] = (
        data[other : other + PAGE],
        data[one : one + PAGE],
    )


Damage = Callable[[bytearray, random.Random], None]


@pytest.mark.parametrize("damage", [flipped, one_byte, truncated, zeroed, swapped])
def test_a_damaged_index_is_made_again(path: Path, damage: Damage) -> None:
    expected = answers(timeline.open(path))
    index = index_of(path)
    whole = index.read_bytes()
    chance = random.Random(damage.__name__)
    for _ in range(100):
        data = bytearray(whole)
        damage(data, chance)
        index.write_bytes(data)
        assert answers(timeline.open(path)) == expected
        assert seal.is_sealed(index)


def test_a_large_index_is_checked_where_its_time_differs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = answers(timeline.open(path))
    index = index_of(path)
    monkeypatch.setattr(seal, "MOST_CHECKED", 0)
    assert seal.is_sealed(index)
    # Copied with another time it is read whole, and still sound.
    os.utime(index, (OLD, OLD))
    assert seal.is_sealed(index)
    data = bytearray(index.read_bytes())
    one_byte(data, random.Random(1))
    index.write_bytes(data)
    assert not seal.is_sealed(index)
    assert answers(timeline.open(path)) == expected


@pytest.mark.parametrize(
    ("part", "damaged", "question"),
    [
        pytest.param('"title":"Talks 7"', '"title":xTalks 7"', list, id="an event is not JSON"),
        pytest.param('"title":"Talks 7"', '"title":"Walks 7"', list, id="an event is another"),
        pytest.param(
            "SELECT bits FROM bitmap WHERE facet = 'tag' LIMIT 1",
            None,
            lambda found: occurrences(found, Facet.TAG),
            id="the events of a tag",
        ),
        pytest.param(
            "SELECT numbers FROM event_column WHERE name = 'number'",
            None,
            lambda found: found.index.columns.numbers,
            id="the order of the events",
        ),
    ],
)
def test_damage_that_is_met_on_the_way_removes_the_index(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
    damaged: str | None,
    question: Callable[[Selection], object],
) -> None:
    timeline.open(path)
    index = index_of(path)
    data = index.read_bytes()
    old, new = part.encode(), (damaged or "").encode()
    if damaged is None:
        with closing(sqlite3.connect(index)) as database:
            (old,) = database.execute(part).fetchone()
        new = old[:-1] + bytes([old[-1] ^ 1])
    assert data.count(old) == 1
    index.write_bytes(data.replace(old, new))
    # As if the damage had come when the index was open already.
    monkeypatch.setattr(cache, "is_sealed", lambda _: True)
    with pytest.raises(DamagedIndexError, match="has been deleted: run the command again"):
        question(timeline.open(path).select())
    assert not index.exists()
    assert len(list(timeline.open(path).select())) == 60


def test_an_index_that_is_closed_is_not_removed(path: Path) -> None:
    chronology = timeline.open(path)
    chronology.index.connection.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
        list(chronology.select())
    assert index_of(path).exists()

"""Reading again only what has changed: the index is then the one of the whole file."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.benchmarks.synthetic import write_events
from tests.conftest import environment
from timeline import chronology as library
from timeline.index import reading
from timeline.index.building import update as patching
from timeline.index.cache import store as cache
from timeline.readers import ChosenFile
from timeline.readers.yaml import Blocks, blocks_of

OLD = 1_000_000_000
HEAD = """\
title: A chronology
actors:
  anna: {name: Anna, kind: person, member_of: [{id: union, since: 1993, until: 2003-02}]}
  union: {name: Union, kind: organisation}
events:
"""
MANY = 30


def event(number: int, title: str = "", **more: str) -> str:
    given = {"actors": "[anna]", "tags": "[peace, Élan]", "places": "[Riga]", **more}
    lines = [f"  - id: e{number}", f"    date: {1990 + number % 20}-03-01"]
    lines += [f"    title: {title or f'Event {number}'}"]
    lines += [f"    {key}: {value}" for key, value in given.items()]
    return "\n".join(lines) + "\n"


EVENTS = tuple(event(number) for number in range(MANY))


def contents(path: Path) -> list[list[tuple[object, ...]]]:
    """Return all that the index at a path answers with, numbers of events as places in order."""
    with closing(sqlite3.connect(path)) as index:
        numbers = index.execute("SELECT number FROM event ORDER BY number")
        place = {number: place for place, (number,) in enumerate(numbers)}
        found: list[list[tuple[object, ...]]] = []
        for sql in (
            "SELECT number, id, id_given, date, title_digest, day, earliest, latest, begins_by, "
            "start, finish, time, ongoing, unit, decade, year, quarter, month, known_from, "
            "known_by, lag, file "
            "FROM event ORDER BY number",
            "SELECT number, json FROM document",
            "SELECT o.event, n.kind, n.name, o.day FROM event_name o "
            "JOIN name n ON n.number = o.name",
            "SELECT event, target FROM event_follows",
            "SELECT event, rule FROM exemption",
        ):
            rows = [(place[number], *rest) for number, *rest in index.execute(sql)]
            found.append(sorted(rows))
        for sql in (
            "SELECT * FROM heading ORDER BY 1",
            "SELECT id, listed, document FROM actor ORDER BY rowid",
            "SELECT id, listed, document FROM tag ORDER BY rowid",
            "SELECT * FROM spelling ORDER BY 1, 2, 3",
            "SELECT * FROM member_of ORDER BY 1, 2",
            "SELECT * FROM mention",
            "SELECT * FROM bitmap ORDER BY 1, 2",
            "SELECT * FROM event_column WHERE name NOT IN ('number', 'position') ORDER BY 1",
            "SELECT file, line, column, severity, message FROM problem",
        ):
            found.append(index.execute(sql).fetchall())
        index.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', search, 'instance')")
        rows = index.execute("SELECT term, doc, col, offset FROM temp.word").fetchall()
        found.append(sorted((term, place[number], *rest) for term, number, *rest in rows))
        assert index.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return found


class Kept:
    """A file and its index; `ask` says whether the whole file was read to answer."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = folder / "events.yaml"
        self._folder = folder
        self._stamp = OLD
        self._read = 0
        monkeypatch.setenv("TIMELINE_CACHE", str(folder / "kept"))
        whole = reading.read_into

        def counted(*arguments: object) -> object:
            self._read += 1
            return whole(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(reading, "read_into", counted)

    def write(self, text: str | bytes) -> None:
        self.path.write_bytes(text.encode() if isinstance(text, str) else text)
        self._stamp += 10
        os.utime(self.path, ns=(self._stamp * 10**9, self._stamp * 10**9))

    def ask(self) -> bool:
        before = self._read
        library.load([str(self.path)])
        return self._read > before

    @property
    def index(self) -> Path:
        place = cache.index_path([str(self.path)])
        assert place is not None
        return place

    def is_as_if_read_whole(self) -> bool:
        mine = contents(self.index)
        fresh = self._folder / "fresh.sqlite"
        files = [ChosenFile(str(self.path), "x")]
        built = cache.renewed_index(
            fresh, [str(self.path)], lambda _: [], lambda index: reading.read_into(index, files)
        )
        assert built is not None
        return mine == contents(fresh)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    return Kept(tmp_path, monkeypatch)


def replaced(place: int, *others: str, until: int | None = None) -> str:
    end = place + 1 if until is None else until
    return HEAD + "".join((*EVENTS[:place], *others, *EVENTS[end:]))


BEFORE = HEAD + "".join(EVENTS)


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(replaced(7, event(7, "Another title")), id="an event is edited"),
        pytest.param(replaced(0, event(0, "Another title")), id="the first event is edited"),
        pytest.param(replaced(MANY - 1, event(MANY - 1, "Other")), id="the last event is edited"),
        pytest.param(replaced(7, event(7).replace("id: e7", "id: seven")), id="another id"),
        pytest.param(replaced(7, event(7, actors="[union]")), id="other actors"),
        pytest.param(
            replaced(7, event(7).replace("1997-03-01", "2003-02/2005")),
            id="a date on which a membership is not certain",
        ),
        pytest.param(replaced(7, event(7, tags="[war]")), id="a tag that is new"),
        pytest.param(
            replaced(7, event(7, sources="[{publisher: P}, {publisher: P}]")), id="source"
        ),
        pytest.param(replaced(7, event(7, sources="[{title: S, date: 2014}]")), id="dated source"),
        pytest.param(replaced(7, event(7, follows="[e1]")), id="follows another"),
        pytest.param(replaced(7, event(7, summary="|\n      Two\n      lines")), id="block scalar"),
        pytest.param(replaced(7, "# A remark\n" + EVENTS[7]), id="a comment is added"),
        pytest.param(replaced(7, EVENTS[7], event(40)), id="an event is put between"),
        pytest.param(replaced(0, event(40), EVENTS[0]), id="an event is put first"),
        pytest.param(BEFORE + event(40) + event(41), id="events are appended"),
        pytest.param(replaced(7), id="an event is removed"),
        pytest.param(replaced(7, "  - date: 2001\n    title: Anew\n"), id="an event without id"),
        pytest.param(replaced(MANY - 1), id="the last event is removed"),
        pytest.param(replaced(7, EVENTS[8], EVENTS[7], until=9), id="two events change places"),
        pytest.param(BEFORE + "# The end\n", id="a comment is appended"),
        pytest.param(BEFORE[:-1], id="the last line has no end"),
        pytest.param(BEFORE, id="touched"),
        pytest.param(
            replaced(3, event(3, "Three")).replace("Event 17", "Seventeen"), id="two far apart"
        ),
    ],
)
def test_only_what_changed_is_read(kept: Kept, after: str) -> None:
    kept.write(BEFORE)
    assert kept.ask()
    kept.write(after)
    assert not kept.ask()
    assert kept.is_as_if_read_whole()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(BEFORE, BEFORE.replace("A chronology", "Another"), id="above the events"),
        pytest.param(BEFORE, BEFORE + "tags: {peace: {}}\n", id="below the events"),
        pytest.param(BEFORE, BEFORE.replace("1993", "1996-05"), id="the start of a membership"),
        pytest.param(
            BEFORE,
            BEFORE.replace("{id: union, since: 1993, until: 2003-02}", "union"),
            id="a membership has no dates any more",
        ),
        pytest.param(BEFORE, replaced(7, event(7, actors="[ana]")), id="a warning"),
        pytest.param(BEFORE, replaced(7, event(7, follows="[e6x]")), id="follows nothing"),
        pytest.param(BEFORE, replaced(7, event(6)), id="an id that is used"),
        pytest.param(BEFORE, replaced(7, event(7, "'open")), id="quotes that do not end"),
        pytest.param(BEFORE, replaced(7, event(7, "[open")), id="a bracket that does not end"),
        pytest.param(BEFORE, replaced(7, EVENTS[7] + "...\n"), id="an end of the document"),
        pytest.param(BEFORE, replaced(7, EVENTS[7] + "---\n"), id="a second document"),
        pytest.param(BEFORE, replaced(7, event(7, "&a Title")), id="an anchor"),
        pytest.param(BEFORE, replaced(7, event(7, "*a")), id="an alias"),
        pytest.param(
            BEFORE,
            replaced(7, "  - {date: 2001, title: E5}\n", "  - {date: 2002, title: x}\n", until=8),
            id="an id made of a title that is used",
        ),
        pytest.param(
            replaced(7, "  - {date: 2001, title: E5}\n"),
            replaced(7, "  - {date: 2001, title: E5}\n").replace("Event 9", "Nine"),
            id="an id made of a title that was changed",
        ),
        pytest.param(BEFORE + "title: x\n", BEFORE, id="a title below is deleted"),
        pytest.param(
            BEFORE.replace("title: A", "# A") + "title: x\n",
            replaced(MANY - 1).replace("title: A", "# A"),
            id="the last event and what is below are deleted",
        ),
        pytest.param(
            "events:\n" + "".join(EVENTS) + "actors: {anna: {name: Anna}}\n",
            "events:\n" + "".join(EVENTS),
            id="a registry below is deleted",
        ),
        pytest.param(BEFORE, replaced(7, "   - id: x\n"), id="another indent"),
        pytest.param(BEFORE, replaced(7, *EVENTS[7:12], until=20), id="much is removed"),
        pytest.param(BEFORE, BEFORE.replace("1990", "1890").replace("Anna", "Ann"), id="much"),
        pytest.param(BEFORE, HEAD + "  []\n", id="no events any more"),
        pytest.param(BEFORE, "", id="nothing any more"),
        pytest.param(
            replaced(3, event(3, "&a Title")), replaced(3, event(3, "&a Other")), id="with anchors"
        ),
        pytest.param(
            BEFORE + "...\n", BEFORE + "...\n" + event(40), id="appended after the document's end"
        ),
        pytest.param(
            replaced(5, event(5, '"one\n  - id: e99\n  two"')),
            replaced(5, event(5, '"one\n  - id: e98\n  two"')),
            id="a quoted text that looks like an event",
        ),
        pytest.param(
            "events: [\n" + "".join(f"  - {n}\n" for n in range(3)) + "]\n",
            "events: [\n" + "".join(f"  - {n}\n" for n in range(4)) + "]\n",
            id="flow style",
        ),
        pytest.param(
            BEFORE.replace("  - id: e4\n", "  -\n    id: e4\n"),
            BEFORE.replace("  - id: e4\n", "  -\n    id: e4\n").replace("Event 9", "Nine"),
            id="a dash in a line of its own",
        ),
        pytest.param(
            BEFORE.replace("    title: Event 4\n", "    title: Event 4\r"),
            BEFORE.replace("    title: Event 4\n", "    title: Event 4\r").replace("Event 9", "9"),
            id="another end of line",
        ),
    ],
)
def test_else_the_whole_file_is_read(kept: Kept, before: str, after: str) -> None:
    kept.write(before)
    kept.ask()
    kept.write(after)
    assert kept.ask()
    assert kept.is_as_if_read_whole()


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param(lambda text: text, id="indented"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CR LF"),
        pytest.param(lambda text: text.replace("\n  ", "\n"), id="a list without indent"),
        pytest.param(
            lambda text: "# Events\n" + text.partition("events:\n")[2], id="nothing but events"
        ),
        pytest.param(
            lambda text: "".join("  " + line for line in text.splitlines(True)), id="all indented"
        ),
        pytest.param(
            lambda text: "\ufeff---\n" + text + "# The end\n", id="with marks and remarks"
        ),
    ],
)
def test_each_layout_can_be_read_in_part(kept: Kept, layout: Callable[[str], str]) -> None:
    # The list loses its indent, and the registry is to keep some of its own.
    head = HEAD.replace("  anna", "    anna").replace("  union", "    union")
    before = head + "".join(EVENTS)
    kept.write(layout(before))
    kept.ask()
    kept.write(layout(before.replace("Event 9", "Nine").replace("Event 20", "Twenty")))
    assert not kept.ask()
    assert kept.is_as_if_read_whole()


def test_where_there_is_no_more_room_between_two_all_is_read(kept: Kept) -> None:
    kept.write(BEFORE)
    kept.ask()
    added: list[str] = []
    read = []
    for number in range(40, 50):
        added.insert(0, event(number))
        kept.write(replaced(7, EVENTS[7], *added))
        read.append(kept.ask())
        assert kept.is_as_if_read_whole()
    assert read == [False] * 6 + [True] + [False] * 3


def test_what_changes_while_it_is_read_is_not_believed(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write(BEFORE)

    def changed_meanwhile(stream: BinaryIO, indent: int) -> Blocks | None:
        kept.write(replaced(7, event(7, "Meanwhile")))
        return blocks_of(stream, indent)

    monkeypatch.setattr(patching, "blocks_of", changed_meanwhile)
    assert kept.ask()
    monkeypatch.undo()
    monkeypatch.setenv("TIMELINE_CACHE", str(kept.index.parent))
    library.load([str(kept.path)])
    assert kept.is_as_if_read_whole()


def edited(events: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """Return the events after one random edit."""
    chance = random.Random(seed)
    place = chance.randrange(len(events) + 1)
    number = seed % 1000 + MANY
    match chance.randrange(8):
        case 0:
            return (*events[:place], event(number), *events[place:])
        case 1:
            return (*events[:place], *events[place + 1 :])
        case 2:
            return tuple(sorted(events, key=lambda _: chance.random()))
        case 3:
            moved = events[place : place + 2]
            rest = (*events[:place], *events[place + 2 :])
            there = chance.randrange(len(rest) + 1)
            return (*rest[:there], *moved, *rest[there:])
        case 4:
            return (*events[:place], "  # - id: remark\n", *events[place:])
    old = events[place : place + 1]
    words = ("peace", "war", "Élan", "'quoted: text'", "[flow", '"open', "&a x", "*a", "# x", "")
    new = [
        one.replace(
            chance.choice(("Event", "anna", "peace", "Riga", "1990-", "  - ", "id: ", "\n")),
            chance.choice(words),
            1,
        )
        for one in old
    ]
    return (*events[:place], *new, *events[place + 1 :])


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seeds=st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_a_patched_index_is_that_of_the_whole_file(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, seeds: list[int]
) -> None:
    monkeypatch.setattr(patching, "MOST_CHANGED", 1)
    events = EVENTS
    kept.write(BEFORE)
    kept.ask()
    for seed in seeds:
        events = edited(events, seed)
        kept.write(HEAD + "".join(events))
        kept.ask()
        assert kept.is_as_if_read_whole()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-4096], id="cut"),
        pytest.param(lambda data: data[:100] + b"\xff" * (len(data) - 100), id="garbage"),
        pytest.param(lambda data: data[:4096] + b"\xff" * (len(data) - 4096), id="most garbage"),
        pytest.param(lambda data: b"", id="empty"),
    ],
)
def test_a_damaged_index_is_not_patched(kept: Kept, damage: Callable[[bytes], bytes]) -> None:
    kept.write(BEFORE)
    kept.ask()
    kept.index.write_bytes(damage(kept.index.read_bytes()))
    kept.write(replaced(9, event(9, "Nine")))
    kept.ask()
    assert kept.is_as_if_read_whole()


def test_killed_while_it_patches_it_leaves_a_usable_index(tmp_path: Path) -> None:
    file, folder = tmp_path / "events.yaml", tmp_path / "kept"
    write_events(file, 2000)
    chance = random.Random(1)
    environ = environment() | {"TIMELINE_CACHE": str(folder)}
    ask = [sys.executable, "-m", "timeline", "list", "--oneline", "-f", str(file)]
    subprocess.run(ask, env=environ, capture_output=True, check=True)
    text = file.read_text()
    for turn in range(30):
        changed = text.replace("  title: ", f"  title: Turn {turn} ", 1)
        file.write_text(changed)
        process = subprocess.Popen(
            ask, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.05, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
    ran = subprocess.run(ask, env=environ, capture_output=True, text=True, check=True)
    off = environ | {"TIMELINE_CACHE": "off"}
    fresh = subprocess.run(ask, env=off, capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == (fresh.stdout, "")

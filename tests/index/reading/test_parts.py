"""A large file read in parts gives what it gives in one piece, however many processes read it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from timeline.errors import Problem
from timeline.index import Index, workers
from timeline.index.reading import parts as parts_of_files
from timeline.index.reading import read_into
from timeline.readers import parts
from timeline.readers.files import chosen_files

HEAD = """\
title: A chronology
actors:
  anna: {name: Anna, member_of: union}
  union: {name: Union}
tags:
  peace: {description: Without war}
events:
"""
MANY = 120


def event(number: int, **more: str) -> str:
    given = {"actors": "[anna, Bea]", "tags": "[peace, war]", "places": "[Riga]", **more}
    lines = [f"  - title: Event {number % 50}", f"    date: {1990 + number % 7}-03-01"]
    lines += [f"    {key}: {value}" for key, value in given.items()]
    return "\n".join(lines) + "\n"


def text_of(**other: str) -> str:
    """Return a file of many events, with another text in place of the event `e60`, say."""
    return HEAD + "".join(other.get(f"e{at}", event(at)) for at in range(MANY))


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_of_files, "LEAST_IN_PARTS", 1000)
    monkeypatch.setattr(parts_of_files, "LEAST_WITH_WORKERS", 1000)
    monkeypatch.setattr(parts, "PART_SIZE", 1500)


def read_by(
    count: int | None, path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Index, list[Problem]]:
    """Read a file in parts, with so many workers; in one piece if that is None."""
    with monkeypatch.context() as patch:
        patch.setattr(workers, "number_of_workers", lambda: count)
        if count is None:
            patch.setattr(parts_of_files, "LEAST_IN_PARTS", 1 << 40)
        index = Index.in_memory()
        read_into(index, list(chosen_files([str(path)])))
    return index, index.problems([path.name])


def facts(index: Index) -> list[list[tuple[Any, ...]]]:
    """Return what an index holds, without the numbers that it gives to names."""
    tables = "event document actor tag member_of event_follows listing rule_choice exemption"
    queries = [
        f"SELECT * FROM {table}"
        for table in f"{tables} problem layout heading saved_question".split()
    ]
    queries += [
        "SELECT n.kind, n.name, o.day, o.event FROM event_name o JOIN name n ON n.number = o.name",
        "SELECT facet, value, events, bits FROM bitmap",
        "SELECT rowid FROM search WHERE search MATCH 'event'",
    ]
    return [sorted(index.rows(query), key=repr) for query in queries]


FAULTS: dict[str, Callable[[str], str]] = {
    "none": lambda text: text,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Mac line ends": lambda text: text.replace("\n", "\r"),
    "one old Mac line end": lambda text: text.replace("Event 11\n", "Event 11\r"),
    "no line end at the end": lambda text: text.rstrip("\n"),
    "nothing above the events": lambda text: re.sub("(?m)^  ", "", text.removeprefix(HEAD)),
    "registry at the end": lambda text: (
        text.replace("tags:\n  peace: Without war\n", "") + "tags:\n  peace: Without war\n"
    ),
    "title twice, below the events": lambda text: f"{text}title: Another\n",
    "events twice": lambda text: f"{text}events:\n{event(1)}",
    "two documents": lambda text: f"{text}---\n{text}",
    "a mark within": lambda text: text.replace("  - title: Event 33\n", "---\n- title: Event 33\n"),
    "a wrong date": lambda text: text.replace("1994-03-01", "1994-02-30", 1),
    "an unknown key": lambda text: text.replace("places:", "palces:"),
    "a key twice": lambda text: text.replace("Event 41\n", "Event 41\n    title: Twice\n"),
    "an unlisted actor that is near": lambda text: text.replace("Bea", "anno"),
    "a syntax error": lambda text: text.replace("Event 27\n", "Event 27: again\n"),
    "many syntax errors": lambda text: re.sub("(Event .3)\n", r"\1: again\n", text),
    "too many syntax errors": lambda text: (
        text + 90 * "".join(event(at).replace("date: ", "date: : ") for at in range(2))
    ),
    "an open quote": lambda text: text.replace("title: Event 27\n", 'title: "Event 27\n'),
    "a tab": lambda text: text.replace("    date: 1992", "\tdate: 1992", 1),
    "an anchor above": lambda text: text.replace("[anna, Bea]", "&a [anna]", 1).replace(
        "[anna, Bea]", "*a"
    ),
    "an anchor within": lambda text: (
        text.replace("title: Event 30\n", "title: &t Event 30\n") + event(1, summary="*t")
    ),
    "an alias of nothing": lambda text: text.replace("title: Event 44\n", "title: *nothing\n"),
    "a comment that cuts": lambda text: text.replace("Event 35\n", "Event 35 #one\n"),
    "a list in a text": lambda text: text.replace(
        "    places: [Riga]\n", "    summary: |+\n      - one\n\n      - two\n\n"
    ),
    "a quoted text like an event": lambda text: text.replace(
        "title: Event 31\n", 'title: "Event\n  - 31"\n'
    ),
    "an item that is no event": lambda text: text.replace("  - title: Event 22\n", "  - [22]\n"),
    "indented less": lambda text: text.replace("  - title: Event 40\n", " - title: Event 40\n"),
    "a control character": lambda text: text.replace("Event 42\n", "Event \x0142\n"),
    "an id twice": lambda text: text.replace("Event 20\n", "Event 20\n    id: same\n"),
    "what follows": lambda text: text.replace("Event 12\n", "Event 12\n    follows: event-3\n"),
    "what follows nothing": lambda text: text.replace("Event 12\n", "Event 12\n    follows: no\n"),
    "ignored rules": lambda text: text.replace("places:", "ignore: duplicate-event\n    places:"),
    "too many faults": lambda text: HEAD + text.removeprefix(HEAD).replace("[Riga]", "[[]]") * 12,
}


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_in_parts_is_the_file_in_one_piece(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(FAULTS[fault](text_of()).encode())
    whole, problems = read_by(None, path, monkeypatch)
    in_parts, problems_in_parts = read_by(0, path, monkeypatch)
    assert list(map(str, problems_in_parts)) == list(map(str, problems))
    assert facts(in_parts) == facts(whole)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("fault", ["none", "a wrong date", "an anchor within", "a syntax error"])
def test_the_index_is_the_same_byte_for_byte(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(FAULTS[fault](text_of()))
    alone, *others = (read_by(count, path, monkeypatch) for count in (0, 1, 3))
    for index, problems in others:
        assert problems == alone[1]
        assert index.connection.serialize() == alone[0].connection.serialize()


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("tests/errors/*.yaml")))
def test_faulty_files_have_the_same_problems_in_parts(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts_of_files, "LEAST_IN_PARTS", 0)
    monkeypatch.setattr(parts, "PART_SIZE", 40)
    path = tmp_path / name
    path.write_bytes((ROOT / "tests/errors" / name).read_bytes())
    found = [read_by(count, path, monkeypatch) for count in (None, 0)]
    assert found[1][1] == found[0][1]
    assert facts(found[1][0]) == facts(found[0][0])


PIECES = st.sampled_from(
    [
        "- title: A\n  date: 2014\n",
        "- {date: 2014-03, title: B, tags: [a, b]}\n",
        "- title: C\n  date: 2014\n  summary: >\n    - folded\n\n   \n",
        "- date: 2014-02-30\n  title: D\n",
        "- title: 'E\n\n  - F'\n  date: 2015\n",
        '- title: "open\n  date: 2015\n',
        "- &a {date: 2014, title: G}\n",
        "- *a\n",
        "-\n  title: H\n  date: 2001\n  colour: red\n",
        "  - title: I\n",
        "# a comment\n",
        "- title: J #cut\n  date: 2014\n",
        "\n\n",
        "...\n",
        "actors: {a: {name: A}}\n",
        "- title: \x07\n  date: 2014\n",
        "- title: K\r  date: 2014\r\n",
    ]
)


@settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    pieces=st.lists(PIECES, min_size=3, max_size=14),
    size=st.integers(20, 120),
    under_key=st.booleans(),
)
def test_random_files_are_the_same_in_parts(
    pieces: list[str],
    size: int,
    under_key: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts_of_files, "LEAST_IN_PARTS", 0)
    monkeypatch.setattr(parts, "PART_SIZE", size)
    path = tmp_path / "events.yaml"
    path.write_bytes(("events:\n" * under_key + "".join(pieces)).encode())
    found = [read_by(count, path, monkeypatch) for count in (None, 0)]
    assert found[1][1] == found[0][1]
    assert facts(found[1][0]) == facts(found[0][0])

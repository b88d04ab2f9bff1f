"""Programs in Python change chronologies as the commands do."""

import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.conftest import refused
from tests.editing.random_files import DATES, WORDS, RandomFile, files
from timeline import DataError, EditError, EventDate, FileError, FollowedError, Source
from timeline.editing import Document, place_in_order
from timeline.editing.yaml import extents_of
from timeline.model import Event
from timeline.text import slug

START = """\
title: Berlin   # the city
events:
  # the first
  - date: 1961-08-13
    title: The wall is built

  # the last
  - id: fall
    date: 1989-11-09
    title: The wall falls   # at last
    follows: [the-wall-is-built]
"""


@pytest.fixture
def wall(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(START, encoding="utf-8")
    return path


def test_events_are_added_edited_and_removed_and_then_saved(wall: Path) -> None:
    chronology = timeline.open(wall)
    added = chronology.add(
        date=datetime.date(1987, 6, 12),
        title="Reagan speaks",
        places="Berlin",
        follows=["the-wall-is-built"],
        sources=["https://example.org/a", {"title": "Speech", "date": "1987"}, Source("Notes")],
    )
    assert added == Event(
        "reagan-speaks",
        EventDate.parse("1987-06-12"),
        "Reagan speaks",
        places=("Berlin",),
        follows=("the-wall-is-built",),
        sources=(
            Source(url="https://example.org/a"),
            Source("Speech", date="1987"),
            Source("Notes"),
        ),
    )
    # What is not saved can be changed further, but is not found.
    edited = chronology.edit("reagan-speaks", id="speech", sources=[], places=["Berlin", "West"])
    assert edited == msgspec.structs.replace(
        added, id="speech", sources=(), places=("Berlin", "West")
    )
    assert [event.id for event in chronology.select()] == ["the-wall-is-built", "fall"]
    chronology.edit("wall is built", title="The wall goes up")
    chronology.remove("fall")
    assert wall.read_text(encoding="utf-8") == START
    text = """\
title: Berlin   # the city
events:
  # the first
  - id: the-wall-is-built
    date: 1961-08-13
    title: The wall goes up

  - id: speech
    date: 1987-06-12
    title: Reagan speaks
    places: [Berlin, West]
    follows: [the-wall-is-built]
"""
    changed = [line for line in chronology.diff() if line[:1] in "+-"]
    assert changed[2:] == [
        "-  - date: 1961-08-13\n",
        "-    title: The wall is built\n",
        "+  - id: the-wall-is-built\n",
        "+    date: 1961-08-13\n",
        "+    title: The wall goes up\n",
        "-  # the last\n",
        "-  - id: fall\n",
        "-    date: 1989-11-09\n",
        "-    title: The wall falls   # at last\n",
        "+  - id: speech\n",
        "+    date: 1987-06-12\n",
        "+    title: Reagan speaks\n",
        "+    places: [Berlin, West]\n",
    ]
    assert chronology.save() == [str(wall)]
    assert wall.read_text(encoding="utf-8") == text
    assert [event.id for event in chronology.select()] == ["the-wall-is-built", "speech"]
    assert chronology.event("speech") == edited
    assert chronology.save() == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param(
            {"date": "2014-02-30"},
            "date '2014-02-30' does not exist: February 2014 has 28 days",
            id="no such day",
        ),
        pytest.param({"title": "  "}, "the event's title is empty: write one", id="no title"),
        pytest.param(
            {"title": "a\x1b"},
            "the text contains the control character U+001B: delete it",
            id="control character",
        ),
        pytest.param(
            {"sources": [{"url": "www.example.org"}]},
            "'www.example.org' is not a web address: write it in full, with https://",
            id="no address",
        ),
        pytest.param({"id": "fall"}, "another event has the id 'fall'", id="id in use"),
    ],
)
def test_a_value_that_cannot_be_written_is_refused(
    wall: Path, fields: dict[str, object], message: str
) -> None:
    chronology = timeline.open(wall)
    with refused(EditError, message):
        chronology.add(**{"date": "1990", "title": "x", **fields})  # type: ignore[arg-type]
    with refused(EditError, message):
        chronology.edit("the-wall-is-built", **fields)  # type: ignore[arg-type]
    assert chronology.save() == []


def test_an_event_that_others_follow_stays(wall: Path) -> None:
    chronology = timeline.open(wall)
    with refused(FollowedError, "fall follows the-wall-is-built: change its 'follows' first"):
        chronology.remove("the-wall-is-built")
    chronology.edit("fall", follows=())
    chronology.remove("the-wall-is-built")
    with pytest.raises(timeline.NoSuchName):
        chronology.edit("the-wall-goes", title="x")
    with refused(EditError, "there is no event with the id 'the-wall-is-built'"):
        chronology.edit("the-wall-is-built", title="x")
    chronology.save()
    assert [event.id for event in chronology.select()] == ["fall"]


def test_a_file_changed_meanwhile_is_not_replaced_and_neither_is_another(
    wall: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("- date: 1990\n  title: One\n", encoding="utf-8")
    chronology = timeline.open(other, wall)
    with refused(EditError, "several files are open: name one of them as 'file'"):
        chronology.add(date="1991", title="Two")
    chronology.add(file=str(other), date="1991", title="Two")
    chronology.edit("fall", summary="Some text")
    wall.write_text(f"{START}# new\n", encoding="utf-8")
    with refused(
        FileError,
        f"{wall} was changed by another program in the meantime, and was not replaced: try again",
    ):
        chronology.save()
    assert other.read_text(encoding="utf-8") == "- date: 1990\n  title: One\n"
    wall.write_text(START, encoding="utf-8")
    assert chronology.save() == [str(other), str(wall)]
    assert other.read_text(encoding="utf-8").endswith("- date: 1991\n  title: Two\n")
    assert chronology.event("fall").summary == "Some text"


@pytest.mark.parametrize("name", ["fall", "the-wall-is-built"])
def test_a_file_that_changed_before_the_first_edit_is_not_edited(wall: Path, name: str) -> None:
    chronology = timeline.open(wall)
    changed = START.replace("events:\n", "events:\n  - {date: 1948, title: Blockade}\n")
    wall.write_text(changed, encoding="utf-8")
    with refused(EditError, f"{wall} has changed meanwhile: try again"):
        chronology.remove(name, force=True)
    assert chronology.save() == []
    chronology.remove(name, force=True)
    assert "".join(chronology.diff()).count("\n-") > 2


def test_other_files_with_errors_that_appear_meanwhile_are_told(wall: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("- date: 1990\n  title: One\n", encoding="utf-8")
    chronology = timeline.open(other, wall)
    chronology.edit("fall", tags="x")
    other.write_text("- date: 1990\n", encoding="utf-8")
    with pytest.raises(DataError, match="the event has no title"):
        chronology.save()
    assert "tags: [x]" in wall.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("edits")


CHANGES = st.lists(st.sampled_from(["add", "edit", "edit", "remove"]), min_size=1, max_size=5)
TEXTS = st.sampled_from(WORDS)
NAMES = st.lists(TEXTS, max_size=3, unique=True).map(tuple)


def lines_of_others(document: Document, touched: set[str]) -> dict[str, str]:
    """Return by title the lines that belong to the events of the file that were not touched.

    Those of a list without a key are without their comments, which can come to its top.
    """
    assert document.contents is not None
    structure = document.structure
    extents = (
        extents_of(document.text, structure)
        if "events:" in document.text
        else (
            [structure.item(document.text, number).span for number in range(len(structure.bounds))]
        )
    )
    return {
        event.title: span.of(document.text).rstrip("\r\n")
        for event, span in zip(document.contents.events, extents, strict=True)
        if event.title not in touched and not event.title.startswith("new")
    }


def named(event: Event) -> Event:
    """Return an event with its id, which is that of its title if it has no other."""
    return event if event.id else msgspec.structs.replace(event, id=slug(event.title))


@given(file=files(), changes=CHANGES, data=st.data())
def test_the_text_of_edits_is_read_as_the_edited_chronology(
    folder: Path, file: RandomFile, changes: list[str], data: st.DataObject
) -> None:
    path = folder / "a.yaml"
    path.write_bytes(file.data)
    before = Document(str(path), "a.yaml")
    chronology = timeline.open(path)
    assert before.contents is not None
    expected = list(before.contents.events)
    touched = set()
    for count, change in enumerate(changes):
        number = data.draw(st.integers(0, len(expected) - 1))
        old = expected[number]
        name = old.id or slug(old.title)
        try:
            if change == "add":
                fields: dict[str, object] = {"title": f"new {count}", "actors": data.draw(NAMES)}
                date = data.draw(st.sampled_from(DATES)).strip('"')
                event = chronology.add(date=date, **fields)  # type: ignore[arg-type]
                at = place_in_order([one.date.sort_key for one in expected], event.date)
                expected.insert(at, event)
            elif change == "remove" and len(expected) > 1:
                chronology.remove(name)
                touched.add(old.title)
                del expected[number]
            else:
                fields = {"summary": data.draw(TEXTS), "tags": data.draw(NAMES)}
                edited = chronology.edit(name, **fields)  # type: ignore[arg-type]
                touched.add(old.title)
                expected[number] = edited
        except EditError:
            # An alias refers to what would be changed; then nothing is.
            if "*" not in file.text:
                raise
    chronology.save()
    after = Document(str(path), "a.yaml")
    assert after.contents is not None
    assert after.contents == before.contents._replace(events=after.contents.events)
    assert [named(event) for event in after.contents.events] == [named(one) for one in expected]
    assert lines_of_others(after, touched) == lines_of_others(before, touched)

"""Answers and files that change: the place is kept, errors are told, nothing ends the screen."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import timeline
from tests.conftest import OpenText
from tests.explorer.driver import Driver, after, drive
from tests.explorer.test_keys import TEXT, A, B, C
from timeline import Timeline
from timeline.errors import DamagedIndexError
from timeline.explorer.state import Panel


def chosen(driver: Driver) -> str | None:
    event = driver.state.event
    return event.title if event else None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


# The question, the title of the new event, and what is chosen and shown then.
ADDED = {
    "in the question": ("", "omega", "Omega", "3 of 6  added omega"),
    "the last of all ids": ("", "zz-last", "Omega", "3 of 6  added zz-last"),
    "the first of all ids": ("", "a-first", "Omega", "3 of 6  added a-first"),
    "not in the question": (
        "tag:war",
        "omega",
        A,
        "1 of 2  added omega, which is not in this question; x shows all events",
    ),
}


@pytest.mark.parametrize(("question", "name", "title", "shown"), ADDED.values(), ids=ADDED)
def test_an_event_that_was_added(
    path: Path, question: str, name: str, title: str, shown: str
) -> None:
    async def walk(driver: Driver) -> None:
        driver.app.before_adding = driver.state.found.timeline
        # What is read first does not have it yet.
        await rewritten(driver, path, TEXT)
        await rewritten(driver, path, f"{TEXT}  - {{id: {name}, date: 1993, title: Omega}}\n")
        assert chosen(driver) == title
        assert shown in driver.text()
        # It is gone to once.
        await driver.press("home")
        await rewritten(driver, path, TEXT)
        assert chosen(driver) == A

    drive(timeline.open(path), walk, question=question, reopen=lambda: timeline.open(path))


async def rewritten(driver: Driver, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    driver.app.watcher.read()
    await driver.settle()


def test_when_the_chosen_event_is_deleted_the_next_one_is_chosen(path: Path) -> None:
    without = "\n".join(line for line in TEXT.splitlines() if "id: b," not in line)

    async def walk(driver: Driver) -> None:
        await driver.press("j")
        assert chosen(driver) == B
        await rewritten(driver, path, without)
        assert chosen(driver) == C
        await rewritten(driver, path, TEXT)
        assert chosen(driver) == B

    drive(timeline.open(path), walk, reopen=lambda: timeline.open(path))


def test_a_file_that_is_half_written_does_not_lose_the_place(path: Path) -> None:
    async def walk(driver: Driver) -> None:
        await driver.press("j", "j")
        await rewritten(driver, path, "title: Treaties\nevents: []\n")
        assert chosen(driver) is None
        await rewritten(driver, path, TEXT)
        assert chosen(driver) == C

    drive(timeline.open(path), walk, reopen=lambda: timeline.open(path))


def test_a_question_that_is_being_typed_outlives_a_change_of_the_file(path: Path) -> None:
    async def walk(driver: Driver) -> None:
        await driver.press("slash", *"tag:war")
        await rewritten(driver, path, TEXT.replace("Alpha", "Omega"))
        assert driver.state.question == driver.app.line.value == "tag:war"
        assert chosen(driver) == "Omega begins"

    drive(timeline.open(path), walk, reopen=lambda: timeline.open(path))


def test_what_cannot_be_read_again_is_told_and_what_was_read_stays(path: Path) -> None:
    def fails() -> Timeline:
        raise sqlite3.OperationalError("disk I/O error")

    async def walk(driver: Driver) -> None:
        driver.app.watcher.read()
        await driver.settle()
        assert "disk I/O error" in driver.text()
        assert chosen(driver) == A

    drive(timeline.open(path), walk, reopen=fails)


def test_a_damaged_index_is_built_again(path: Path) -> None:
    errors = [DamagedIndexError("the cached index was damaged")]

    def reopened() -> Timeline:
        if errors:
            raise errors.pop()
        return timeline.open(path)

    async def walk(driver: Driver) -> None:
        driver.app.watcher.read()
        await driver.settle()
        await driver.settle()
        assert not errors
        assert "index was damaged" not in driver.text()

    drive(timeline.open(path), walk, reopen=reopened)


def test_a_mark_on_an_event_that_is_gone(path: Path) -> None:
    without = "\n".join(line for line in TEXT.splitlines() if "id: b," not in line)

    async def walk(driver: Driver) -> None:
        await driver.press("j", "m", "x", "g")
        await rewritten(driver, path, without)
        await driver.press("apostrophe", "x")
        assert "this event is no longer in the chronology" in driver.text()
        assert driver.state.question == ""

    drive(timeline.open(path), walk, reopen=lambda: timeline.open(path))


@pytest.mark.parametrize("identifier", ['a"b', "--help", "-x", "a b", "a,b"])
def test_any_id_can_be_copied(open_text: OpenText, identifier: str) -> None:
    driver = after(open_text(f"- {{id: '{identifier}', date: 2014, title: Here}}"), ["y"])
    assert driver.app.clipboard.count("Here") == 1


def test_the_line_shows_no_character_that_a_terminal_acts_on(open_text: OpenText) -> None:
    text = '- {date: 2014, title: x, places: ["a\\u202Eb"]}'
    driver = after(open_text(text), ["f", "f", "f", "enter"])
    assert driver.state.question
    assert not {"\u202e", "\x1b"} & {*"".join(driver.shown)}


def test_going_back_returns_to_the_question_before(open_text: OpenText) -> None:
    driver = after(open_text(TEXT), ["j", "slash", *"tag:war", "enter", "u"])
    assert (driver.state.question, chosen(driver)) == ("", B)


def test_escape_restores_the_question_before(open_text: OpenText) -> None:
    driver = after(open_text(TEXT), ["slash", *"tag:war", "enter", "slash", *" omega", "escape"])
    assert (driver.state.question, driver.shown[0]) == ("tag:war", "tag:war")


def test_a_far_move_can_be_undone(open_text: OpenText) -> None:
    driver = after(open_text(TEXT), ["j", "s", "u"], size=(140, 17))
    assert chosen(driver) == B


def test_zooming_out_from_the_palette_does_not_exclude_a_value(open_text: OpenText) -> None:
    driver = after(open_text(TEXT), ["plus", "f", "ctrl+p", *"zoom out", "enter"])
    assert (driver.state.question, driver.state.window) == ("", None)


def test_the_axis_follows_the_chosen_event(open_text: OpenText) -> None:
    driver = after(open_text(TEXT), ["plus", "plus", "end"])
    window = driver.state.window
    event = driver.state.event
    assert window is not None
    assert event is not None
    assert event.date.earliest is not None
    assert window.first <= event.date.earliest.ordinal <= window.last


def test_a_new_file_in_a_folder_appears(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {date: 2014, title: First}", encoding="utf-8")

    async def walk(driver: Driver) -> None:
        driver.app.watcher.look()
        await driver.settle()
        assert "1 event" in driver.text()
        (tmp_path / "b.yaml").write_text("- {date: 2015, title: Second}", encoding="utf-8")
        driver.app.watcher.look()
        await driver.settle()
        assert "Second" in driver.text()

    drive(timeline.open(tmp_path), walk, reopen=lambda: timeline.open(tmp_path))


def test_after_midnight_the_day_is_another(open_text: OpenText) -> None:
    text = "- {date: 2026-06-01, title: Early}\n- {date: 2026-06-30, title: Late}"
    days = [date(2026, 6, 30), date(2026, 7, 15)]

    async def walk(driver: Driver) -> None:
        assert "2 events" in driver.text()
        del days[0]
        driver.app._look()
        await driver.settle()
        assert "1 of 2 events" in driver.text()
        assert "15 days ago" in driver.text()

    drive(open_text(text), walk, question='since:"last 1 month"', today=lambda: days[0])


def test_on_this_day_is_the_present_one(open_text: OpenText) -> None:
    driver = after(open_text(TEXT), ["T", "down", "enter"], today=lambda: date(2026, 2, 1))
    assert chosen(driver) == C


def test_keys_wait_for_what_is_computed_and_come_in_order(path: Path) -> None:
    async def walk(driver: Driver) -> None:
        started: list[Callable[[], None]] = []
        thread = driver.app.asker._thread
        driver.app.asker._thread = thread._replace(start=started.append)
        for key in ("f", "down", "enter"):
            driver.app.press(key, None)
        assert (driver.state.panel, driver.state.question) == (Panel.LIST, "")
        driver.app.asker._thread = thread
        thread.start(started[0])
        await driver.settle()
        await driver.settle()
        assert (driver.state.panel, driver.state.question) == (Panel.FACETS, "actor:bob")

    drive(timeline.open(path), walk)


def test_a_question_comes_before_what_the_keys_wait_for(path: Path) -> None:
    async def walk(driver: Driver) -> None:
        started: list[Callable[[], None]] = []
        thread = driver.app.asker._thread
        driver.app.asker._thread = thread._replace(start=started.append)
        driver.app.press("f", "f")
        driver.app.asker.ask("tag:war")
        driver.app.press("j", "j")
        driver.app.asker._thread = thread
        thread.start(started[0])
        await driver.settle()
        await driver.settle()
        state = driver.state
        assert (state.question, state.panel, state.value) == ("tag:war", Panel.FACETS, 1)

    drive(timeline.open(path), walk)


def test_events_left_out_for_want_of_a_dated_source_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = """
- {date: 2001, title: A, sources: {title: S, date: 2001}}
- {date: 2002, title: B}
- {date: 2003, title: C}
"""
    (tmp_path / "events.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    driver = after(timeline.open("events.yaml"), [], question="known-by:2002")
    facts = "· 1 of 3 events (2 left out without a dated source) · 2001"
    assert any(facts in line for line in driver.shown)

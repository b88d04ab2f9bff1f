"""Where findings stand: in the file as it is now, also after only some of it was read again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from tests.conftest import Run
from timeline import Timeline
from timeline.errors import Problem

HEAD = "title: A chronology\nevents:\n"
EVENTS = [f"  - id: e{n}\n    date: {1990 + n}\n    title: Event {n}\n" for n in range(30)]
NEW = "  - id: new\n    title: x\n    date: 2000\n"
OLD = 1_000_000_000


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Timeline]:
    """Write a file whose index is kept from one time to the next, and open it."""
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "cache"))
    times = iter(range(OLD, OLD + 1000, 10))

    def opened_again(text: str) -> Timeline:
        path = tmp_path / "events.yaml"
        path.write_text(text, encoding="utf-8")
        time = next(times)
        os.utime(path, (time, time))
        return timeline.open(path)

    return opened_again


def is_updated(chronology: Timeline) -> bool:
    return bool(chronology.index.value("SELECT length(numbers) FROM layout"))


def findings(chronology: Timeline) -> list[Problem]:
    return chronology.check(["no-source", "summary-missing"])


@pytest.mark.parametrize(
    "events",
    [
        pytest.param([*EVENTS[:3], "  # new\n\n", *EVENTS[3:]], id="lines above most events"),
        pytest.param([*EVENTS[:3], f"  # x\n{EVENTS[3]}", *EVENTS[4:]], id="in one"),
        pytest.param([*EVENTS[:3], *EVENTS[5:]], id="events are removed"),
        pytest.param(
            [*EVENTS[:3], NEW, *EVENTS[3:]],
            id="an event is added",
        ),
    ],
)
def test_findings_stand_where_events_are_now(
    kept: Callable[[str], Timeline], monkeypatch: pytest.MonkeyPatch, events: list[str]
) -> None:
    kept(HEAD + "".join(EVENTS))
    updated = kept(HEAD + "".join(events))
    assert is_updated(updated)
    found = findings(updated)
    monkeypatch.setenv("TIMELINE_CACHE", "off")
    whole = timeline.open(*updated.paths)
    assert found == findings(whole)
    assert len(found) == 2 * whole.index.event_count()
    assert all(problem.excerpt for problem in found)


def test_a_file_that_changes_meanwhile_has_findings_without_a_line(
    kept: Callable[[str], Timeline], tmp_path: Path
) -> None:
    kept(HEAD + "".join(EVENTS))
    updated = kept(HEAD + "".join(EVENTS[1:]))
    assert is_updated(updated)
    (tmp_path / "events.yaml").write_text("- {date: 2014, title: Another}\n", encoding="utf-8")
    places = {(one.line, one.column, one.excerpt) for one in findings(updated)}
    assert places == {(0, 0, None)}


def test_files_and_events_in_order(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(
        "- {date: 2014, title: It ends.}\n- {date: 2013, title: It was so.}\n"
    )
    (tmp_path / "a.md").write_text("---\ndate: 2012\n---\n# It began.\n")
    ran = run("check", "-f", "b.yaml", "-f", "a.md", "--select", "title-style")
    assert ran == (
        1,
        "b.yaml:1:23: warning: the title ends with a full stop: delete it [title-style]\n"
        " 1 | - {date: 2014, title: It ends.}\n"
        "   |                       ^^^^^^^^\n"
        "b.yaml:2:23: warning: the title ends with a full stop: delete it [title-style]\n"
        " 2 | - {date: 2013, title: It was so.}\n"
        "   |                       ^^^^^^^^^^\n"
        "a.md:4:3: warning: the title ends with a full stop: delete it [title-style]\n"
        " 4 | # It began.\n"
        "   |   ^^^^^^^^^\n",
        "3 warnings in 2 files\n",
    )


def test_standard_input_has_places_without_the_line(run: Run) -> None:
    ran = run(
        "check", "-f", "-", "--select", "title-style", stdin="- {date: 2014, title: It ends.}\n"
    )
    assert ran.out == (
        "standard input:1:23: warning: the title ends with a full stop: delete it [title-style]\n"
    )


def test_at_most_ten_thousand_findings_are_shown(kept: Callable[[str], Timeline]) -> None:
    text = "".join(f"- {{date: 2014, title: x{n}}}\n" for n in range(10_002))
    found = kept(text).check(["no-source"])
    assert len(found) == 10_001
    assert found[0].message == "more than 10,000 problems: the rest are not shown"

"""`timeline merge-driver`, called by git in real repositories."""

import re
import sys
from pathlib import Path
from random import Random

import pytest

from tests.conftest import ROOT, Run
from tests.repositories import Repo
from timeline.editing.contents import contents_to_compare
from timeline.model import Event
from timeline.readers import ChosenFile

TEXT = """\
title: Talks   # the title
events:
  # The beginning
  - id: talks-open
    date: 2001
    title: 'Talks open'
    tags: [talks]

  - id: talks-end
    date: 2005
    title: Talks end
"""
ADDED = """
  - id: {id}
    date: {date}
    title: {title}
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "repository")
    program = f"PYTHONPATH='{ROOT}' '{sys.executable}' -m timeline merge-driver %O %A %B %L %P"
    repo.git("config", "merge.timeline.driver", program)
    repo.write("*.yaml merge=timeline\n*.json merge=timeline\n", ".gitattributes")
    repo.commit(TEXT, "First version", "the talks.yaml")
    return repo


def text_of(repo: Repo) -> str:
    return (repo.folder / "the talks.yaml").read_text()


def merged(repo: Repo, ours: str, theirs: str, code: int = 0) -> str:
    """Commit two texts on two branches, merge them, and return the text."""
    repo.git("checkout", "--quiet", "-b", "draft")
    repo.commit(theirs, "Theirs", "the talks.yaml")
    repo.git("checkout", "--quiet", "main")
    repo.commit(ours, "Ours", "the talks.yaml")
    repo.git("merge", "--quiet", "--no-edit", "draft", code=code)
    return text_of(repo)


def test_two_people_add_at_the_same_place(repo: Repo) -> None:
    one = ADDED.format(id="later", date=2007, title="Later")
    other = ADDED.format(id="soon", date=2006, title="Soon")
    assert merged(repo, TEXT + one, TEXT + other) == TEXT + other + one
    assert repo.git("status", "--porcelain") == ""


def test_a_conflict_is_marked_at_the_event(repo: Repo, run: Run) -> None:
    ours, theirs = TEXT.replace("2005", "2006"), TEXT.replace("2005", "2007")
    text = merged(repo, ours, theirs.replace("2001", "2001-05"), code=1)
    end = "  - id: talks-end\n    date: {}\n    title: Talks end\n"
    assert text == (
        TEXT.replace("2001", "2001-05").replace(
            end.format(2005),
            f"<<<<<<< ours\n{end.format(2006)}=======\n{end.format(2007)}>>>>>>> theirs\n",
        )
    )
    assert repo.git("status", "--porcelain") == 'UU "the talks.yaml"\n'
    files = ["base.yaml", "ours.yaml", "theirs.yaml"]
    for name, version in zip(files, (TEXT, ours, theirs), strict=True):
        repo.write(version, name)
    ran = run("merge-driver", *files, "9", "a/b.yaml", cwd=repo.folder)
    assert ran == (1, "", "a/b.yaml: conflict in talks-end\n")
    assert "\n<<<<<<<<< ours\n" in (repo.folder / "ours.yaml").read_text()


def test_a_rebase_and_a_cherry_pick_merge_by_event_too(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "draft")
    repo.commit(TEXT + ADDED.format(id="a", date=2006, title="A"), "A", "the talks.yaml")
    repo.git("checkout", "--quiet", "main")
    repo.commit(TEXT + ADDED.format(id="b", date=2007, title="B"), "B", "the talks.yaml")
    repo.git("rebase", "--quiet", "draft")
    repo.git("checkout", "--quiet", "-b", "other", "HEAD~2")
    repo.commit(TEXT + ADDED.format(id="c", date=2008, title="C"), "C", "the talks.yaml")
    repo.git("cherry-pick", "main")
    assert [event.id for event in events(text_of(repo))] == ["talks-open", "talks-end", "b", "c"]
    repo.git("checkout", "--quiet", "main")
    assert [event.id for event in events(text_of(repo))] == ["talks-open", "talks-end", "a", "b"]


def test_what_cannot_be_merged_by_event_is_merged_by_line(repo: Repo, run: Run) -> None:
    faulty = TEXT.replace("date: 2005", "date: 2005-13")
    assert merged(repo, faulty, TEXT.replace("2001", "2002")) == faulty.replace("2001", "2002")
    for name, text in (("o.json", "a\n"), ("a.json", "b\n"), ("b.json", "c\n")):
        repo.write(text, name)
    ran = run("merge-driver", "o.json", "a.json", "b.json", "7", "x.json", cwd=repo.folder)
    assert ran == (1, "", "x.json cannot be merged by event, and is merged line by line\n")
    assert (repo.folder / "a.json").read_text() == ("<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n")


def test_what_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("merge-driver", "none.yaml", "b", "c") == (
        2,
        "",
        "timeline: error: cannot read none.yaml: no such file\n",
    )
    for name in "abc":
        (tmp_path / name).write_text(f"{name}\n")
    ran = run("merge-driver", "a", "b", "c", env={"PATH": str(tmp_path)})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(
        "timeline: error: git merge-file cannot merge the file line by line: merge it by hand\n"
    )


def events(text: str) -> tuple[Event, ...]:
    return contents_to_compare(text.encode(), ChosenFile("events.yaml", "events.yaml")).events


@pytest.mark.parametrize("seed", range(3))
def test_a_random_history_of_several_people_loses_nothing(repo: Repo, seed: int) -> None:
    random = Random(seed)
    people = ["ann", "ben", "cho", "dee"]
    for name in people:
        repo.git("branch", name)
    dates: dict[str, str] = {"talks-open": "2001", "talks-end": "2005"}
    summaries: dict[str, str] = {}
    for number in range(24):
        name = people[number % len(people)]
        repo.git("checkout", "--quiet", name)
        text = text_of(repo)
        free = [event.id for event in events(text) if event.id not in summaries]
        if not free or random.random() < 0.7:
            identifier = f"{name}-{number}"
            dates[identifier] = str(random.randrange(1990, 2020))
            places = [found.start() for found in re.finditer(r"(?m)^  - ", text)]
            at = random.choice([*places, len(text)])
            lines = ADDED.format(id=identifier, date=dates[identifier], title=f"Event {number}")
            text = text[:at] + (lines if at == len(text) else f"{lines[1:]}\n") + text[at:]
        else:
            # Each event is changed by one person only, and in one field.
            identifier = random.choice(free)
            summaries[identifier] = f"By {name}, {number}."
            text = text.replace(
                f"  - id: {identifier}\n",
                f"  - id: {identifier}\n    summary: {summaries[identifier]} # {number}\n",
            )
        repo.commit(text, f"{name}, {number}", "the talks.yaml")
        if random.random() < 0.5:
            repo.git("merge", "--quiet", "--no-edit", random.choice(people))
    repo.git("checkout", "--quiet", "main")
    for name in people:
        repo.git("merge", "--quiet", "--no-edit", name)
    text = text_of(repo)
    assert {event.id: event.date.text for event in events(text)} == dates
    assert {event.id: event.summary for event in events(text) if event.summary} == summaries
    assert len(events(text)) == len(dates)
    assert text.startswith("title: Talks   # the title\nevents:\n")
    for line in ("  # The beginning\n", "    title: 'Talks open'\n", "    tags: [talks]\n"):
        assert text.count(line) == 1

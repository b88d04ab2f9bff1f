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
NAME = "the talks.yaml"
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
    repo.commit(TEXT, "First version", NAME)
    return repo


def text_of(repo: Repo) -> str:
    return (repo.folder / NAME).read_text()


def merged(repo: Repo, ours: str, theirs: str, code: int = 0) -> str:
    """Commit two texts on two branches, merge them, and return the text."""
    repo.git("checkout", "--quiet", "-b", "draft")
    repo.commit(theirs, "Theirs", NAME)
    repo.git("checkout", "--quiet", "main")
    repo.commit(ours, "Ours", NAME)
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
    repo.commit(TEXT + ADDED.format(id="a", date=2006, title="A"), "A", NAME)
    repo.git("checkout", "--quiet", "main")
    repo.commit(TEXT + ADDED.format(id="b", date=2007, title="B"), "B", NAME)
    repo.git("rebase", "--quiet", "draft")
    repo.git("checkout", "--quiet", "-b", "other", "HEAD~2")
    repo.commit(TEXT + ADDED.format(id="c", date=2008, title="C"), "C", NAME)
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


class People:
    """People who edit one chronology, each on a branch, and what it must say in the end.

    Each field of an event is changed by one person at most, but several may add tags to it. Events
    whose id ends in `gone` are only added and removed.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self.wanted: dict[str, dict[str, object]] = {
            "talks-open": {"date": "2001", "title": "Talks open", "summary": "", "tags": {"talks"}},
            "talks-end": {"date": "2005", "title": "Talks end", "summary": "", "tags": set()},
        }
        self.changed: set[tuple[str, str]] = set()
        self.actors: set[str] = set()

    def edited(self, text: str, name: str, number: int) -> str:
        """Return a text with one edit of a person."""
        edit = self.random.choice(
            [self._add, self._add, self._set, self._set, self._tag, self._act]
        )
        return edit(text, name, number)

    def _add(self, text: str, name: str, number: int) -> str:
        identifier = f"{name}-{number}{self.random.choice(['', '', '-gone'])}"
        date, title = str(self.random.randrange(1990, 2020)), f"Event {number} of {name}"
        self.wanted[identifier] = {"date": date, "title": title, "summary": "", "tags": set()}
        places = [found.start() for found in re.finditer(r"(?m)^  - ", text)]
        at = self.random.choice([*places, len(text)])
        lines = ADDED.format(id=identifier, date=date, title=title)
        return text[:at] + (lines if at == len(text) else f"{lines[1:]}\n") + text[at:]

    def _set(self, text: str, name: str, number: int) -> str:
        field = self.random.choice(["title", "summary", "date"])
        free = [one.id for one in events(text) if (one.id, field) not in self.changed]
        if not free:
            return self._add(text, name, number)
        identifier = self.random.choice(free)
        self.changed.add((identifier, field))
        if identifier.endswith("gone"):
            self.wanted.pop(identifier, None)
            return re.sub(rf"  - id: {identifier}\n(    .*\n)+\n?", "", text)
        value = "2021" if field == "date" else f"{field} {number} by {name}"
        self.wanted[identifier][field] = value
        start = rf"(  - id: {identifier}\n(?:    .*\n)*?)"
        if field == "summary":
            return re.sub(start, rf"\1    summary: {value} # {number}\n", text, count=1)
        return re.sub(rf"{start}    {field}: .*\n", rf"\1    {field}: {value}\n", text, count=1)

    def _tag(self, text: str, name: str, number: int) -> str:
        kept = [event.id for event in events(text) if not event.id.endswith("gone")]
        identifier = self.random.choice(kept)
        tags = self.wanted[identifier]["tags"]
        assert isinstance(tags, set)
        tags.add(f"tag-{number}")
        event = re.search(rf"  - id: {identifier}\n(?:    .*\n)+", text)
        assert event is not None
        if "    tags: [" in event[0]:
            new = event[0].replace("    tags: [", f"    tags: [tag-{number}, ")
        else:
            new = f"{event[0]}    tags: [tag-{number}]\n"
        return text.replace(event[0], new)

    def _act(self, text: str, name: str, number: int) -> str:
        self.actors.add(f"actor-{number}")
        return text.replace("actors:\n", f"actors:\n  actor-{number}: {{name: By {name}}}\n")


@pytest.mark.parametrize(("count", "commits", "seed"), [(3, 30, 1), (4, 30, 2), (10, 200, 3)])
def test_a_random_history_of_several_people_loses_nothing(
    repo: Repo, count: int, commits: int, seed: int
) -> None:
    random = Random(seed)
    people = People(random)
    names = [f"person{number}" for number in range(count)]
    repo.commit(TEXT.replace("events:", "actors:\n  un: {name: UN}\nevents:"), "Actors", NAME)
    for name in names:
        repo.git("branch", name)
    for number in range(commits):
        name = random.choice(names)
        repo.git("checkout", "--quiet", name)
        repo.commit(people.edited(text_of(repo), name, number), f"{name}, {number}", NAME)
        if random.random() < 0.3:
            repo.git("merge", "--quiet", "--no-edit", random.choice(names))
    repo.git("checkout", "--quiet", "main")
    for name in names:
        repo.git("merge", "--quiet", "--no-edit", name)
    text = text_of(repo)
    found = events(text)
    assert len(found) == len(people.wanted)
    assert {
        event.id: {
            "date": event.date.text,
            "title": event.title,
            "summary": event.summary,
            "tags": set(event.tags),
        }
        for event in found
    } == people.wanted
    assert people.actors | {"un"} == set(re.findall(r"(?m)^  ([a-z0-9-]+): \{name: ", text))
    assert len(re.findall(r"(?m) # \d+$", text)) == sum(bool(event.summary) for event in found)
    assert text.startswith("title: Talks   # the title\nactors:\n")
    assert text.count("  # The beginning\n") == 1

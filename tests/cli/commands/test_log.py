"""`timeline log`, in real repositories."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.commands.test_diff import NEW, OLD
from tests.conftest import Run
from tests.repositories import Repo

RENAMED = NEW.replace("id: talks-open", "id: opening")
BEN = {"GIT_AUTHOR_NAME": "Ben", "GIT_AUTHOR_DATE": "2026-03-04T23:30:00-0800"}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A chronology whose file and whose event get other names, and whose event is removed."""
    repo = Repo(tmp_path / "repository")
    repo.commit(OLD, "First version")
    repo.commit(NEW, "The day of the talks", env=BEN)
    repo.git("mv", "events.yaml", "talks.yaml")
    repo.commit(RENAMED, "Other names", "talks.yaml")
    repo.commit(RENAMED.replace("- {id: o", "# A comment\n  - {id: o"), "Comment", "talks.yaml")
    repo.commit(RENAMED.replace("Talks end", "Talks fail"), "The end", "talks.yaml")
    return repo


def without_hashes(text: str) -> str:
    return re.sub(r"^[0-9a-f]{10}(?= )", "HASH", text, flags=re.MULTILINE)


OF_OPENING = """\
HASH 1 March 2026, Ann: Other names
~ 2 May 2001: Talks open (opening)
    id: talks-open → opening

HASH 4 March 2026, Ben: The day of the talks
~ 2 May 2001: Talks open (talks-open)
    date: 2001 → 2 May 2001 (more precise)

HASH 1 March 2026, Ann: First version
+ 2001: Talks open (talks-open)
"""


@pytest.mark.parametrize(
    "words", [["opening"], ["talks-open"], ["open"]], ids=["its id", "its id then", "a start"]
)
def test_an_event_is_followed_through_other_ids_and_names(
    run: Run, repo: Repo, words: list[str]
) -> None:
    (repo.folder / "inner").mkdir()
    ran = run("log", *words, "-f", "../talks.yaml", cwd=repo.folder / "inner")
    assert (ran.code, without_hashes(ran.out), ran.err) == (0, OF_OPENING, "")


def test_all_events(run: Run, repo: Repo) -> None:
    ran = run("log", "-f", "talks.yaml", cwd=repo.folder)
    assert (ran.code, ran.err) == (0, "")
    assert without_hashes(ran.out).startswith(
        "HASH 1 March 2026, Ann: The end\n~ 2002: Talks fail (talks-end)\n"
        "    title: Talks end → Talks fail\n\nHASH 1 March 2026, Ann: Other names\n"
    )
    assert without_hashes(ran.out).endswith(
        "\n\nEvents\n+ 2001: Talks open (talks-open)\n+ 2002: Talks end (talks-end)\n"
    )


def test_json(run: Run, repo: Repo) -> None:
    ran = run("log", "opening", "--json", "-f", "talks.yaml", cwd=repo.folder)
    revisions = json.loads(ran.out)
    assert [revision["commit"]["subject"] for revision in revisions] == [
        "Other names",
        "The day of the talks",
        "First version",
    ]
    assert revisions[1]["commit"]["hash"] == repo.git("rev-parse", "HEAD~3").strip()
    assert (revisions[1]["commit"]["author"], revisions[1]["commit"]["date"]) == (
        "Ben",
        "2026-03-04T23:30:00-08:00",
    )
    assert [list(event["fields"]) for event in revisions[1]["events"]] == [["date"]]


def test_an_event_that_was_removed(run: Run, repo: Repo) -> None:
    repo.commit(re.sub(r"  - \{id: opening.*\n", "", RENAMED), "Removed", "talks.yaml")
    ran = run("log", "opening", "-f", "talks.yaml", cwd=repo.folder)
    assert without_hashes(ran.out) == (
        f"HASH 1 March 2026, Ann: Removed\n- 2 May 2001: Talks open (opening)\n\n{OF_OPENING}"
    )


def test_a_version_with_an_error_is_skipped_with_a_note(run: Run, repo: Repo) -> None:
    repo.commit(RENAMED.replace("2002", "2002-13"), "A mistake", "talks.yaml")
    repo.commit(RENAMED.replace("2002", "2002-12"), "Mended", "talks.yaml")
    ran = run("log", "talks-end", "-f", "talks.yaml", cwd=repo.folder)
    mistake = repo.git("rev-parse", "HEAD^")[:10]
    assert ran.err == f"{mistake} is skipped: its talks.yaml has an error\n"
    assert without_hashes(ran.out).startswith(
        "HASH 1 March 2026, Ann: Mended\n~ December 2002: Talks end (talks-end)\n"
        "    date: 2002 → December 2002 (more precise)\n"
        "    title: Talks fail → Talks end\n\nHASH 1 March 2026, Ann: The end\n"
    )


def test_a_merge_is_shown_for_what_it_changed_itself(run: Run, repo: Repo) -> None:
    text = (repo.folder / "talks.yaml").read_text()
    repo.git("checkout", "--quiet", "-b", "draft")
    repo.commit(text.replace("2001-05-02", "2001-05-03"), "Draft", "talks.yaml")
    repo.git("checkout", "--quiet", "main")
    other = text + "  - {id: third, date: 2003, title: Third}\n"
    repo.commit(other, "Third", "talks.yaml")
    repo.git("merge", "--quiet", "--no-commit", "draft")
    merged = other.replace("2001-05-02", "2001-05-03").replace(
        "{id: third, date: 2003", "{id: third, date: 2004"
    )
    repo.commit(merged, "Merge", "talks.yaml")
    ran = run("log", "-f", "talks.yaml", cwd=repo.folder)
    assert without_hashes(ran.out).startswith(
        "HASH 1 March 2026, Ann: Merge\n~ 2004: Third (third)\n    date: 2003 → 2004\n\n"
    )


def test_a_merge_that_git_lists_although_it_changed_nothing(run: Run, repo: Repo) -> None:
    for name in ("one", "two"):
        repo.git("checkout", "--quiet", "-b", name, "main")
        repo.commit(f"- {{date: 2003, title: {name}}}\n", name, f"{name}.yaml")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "-m", "Octopus", "one", "two")
    ran = run("log", "-f", "one.yaml", cwd=repo.folder)
    assert (ran.code, without_hashes(ran.out)) == (
        0,
        "HASH 1 March 2026, Ann: one\n+ 2003: one (one)\n",
    )


def test_hard_commits_and_settings_of_git(run: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repository")
    repo.commit("- {date: 2001, title: First}\n", "A \x01 in the subject")
    repo.git("config", "i18n.logOutputEncoding", "latin1")
    repo.git("config", "log.showRoot", "false")
    repo.git("config", "log.showSignature", "true")
    repo.git("config", "color.ui", "always")
    jose = {"GIT_AUTHOR_NAME": "José"}
    repo.commit("- {date: 2001-02, title: First}\n", "Élan", env=jose)
    assert without_hashes(run("log", cwd=repo.folder).out) == (
        "HASH 1 March 2026, José: Élan\n~ February 2001: First (first)\n"
        "    date: 2001 → February 2001 (more precise)\n\n"
        "HASH 1 March 2026, Ann: A <U+0001> in the subject\n+ 2001: First (first)\n"
    )


def test_a_shallow_clone(run: Run, repo: Repo) -> None:
    repo.git("clone", "--quiet", "--depth=1", repo.folder.as_uri(), "../clone")
    ran = run("log", "-f", "talks.yaml", cwd=repo.folder.parent / "clone")
    assert ran.code == 0
    assert ran.err == (
        "the history is not complete: this clone is shallow, and git fetch --unshallow gets the "
        "earlier commits\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["new", "-f", "talks.yaml"],
            "new has no history: it is in no commit yet",
            id="a new event",
        ),
        pytest.param(
            ["none", "-f", "talks.yaml"],
            "no event has 'none' in its id or title\n'timeline list --oneline' lists the ids",
            id="no event",
        ),
        pytest.param(
            ["talks.yaml"],
            "talks.yaml is a file: to read it, put -f before it",
            id="a file for an event",
        ),
        pytest.param(["-f", "none.yaml"], "no commit has a file none.yaml", id="no file"),
        pytest.param(
            [],
            "there is no events.yaml here: name the file, as in timeline log -f FILE",
            id="bundled",
        ),
    ],
)
def test_what_is_refused(run: Run, repo: Repo, arguments: list[str], message: str) -> None:
    with (repo.folder / "talks.yaml").open("a") as file:
        file.write("  - {id: new, date: 2004, title: Later}\n")
    assert run("log", *arguments, cwd=repo.folder) == (2, "", f"timeline: error: {message}\n")

"""`timeline diff`, on files and in real repositories."""

import json
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.repositories import Repo

OLD = """\
title: Talks
actors:
  un: {name: United Nations}
events:
  - {id: talks-open, date: 2001, title: Talks open, actors: un}
  - {id: talks-end, date: 2002, title: Talks end}
"""
NEW = OLD.replace("2001", "2001-05-02")
DIFFERENCE = """\
~ 2 May 2001: Talks open (talks-open)
    date: 2001 → 2 May 2001 (more precise)
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "repository")
    repo.commit(OLD, "First version")
    return repo


def test_two_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)
    ran = run("diff", "old.yaml", "new.yaml")
    assert ran == (1, DIFFERENCE, "1 event changed from old.yaml to new.yaml\n")
    assert run("diff", "new.yaml", "-", stdin=NEW) == (0, "", "")


def test_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)
    ran = run("diff", "old.yaml", "new.yaml", "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    (event,) = found.pop("events")
    assert found == {"headings": {}, "actors": [], "tags": []}
    assert (event["before"]["date"], event["after"]["latest"]) == ("2001", "2001-05-02")
    assert event["change"] == "changed"
    assert event["fields"] == {
        "date": {"before": "2001", "after": "2001-05-02", "note": "more precise"}
    }


WITH_DATES = OLD.replace(
    "un: {name: United Nations}",
    "envoy: {name: Ann, role: Envoy, member_of: [eu, {id: un, since: 2004}]}\n  un: {name: UN}",
)


def test_memberships_and_roles_with_dates(run: Run, tmp_path: Path) -> None:
    new = WITH_DATES.replace(
        "role: Envoy", "role: [{title: Envoy, until: 2010}, {title: Head, since: 2010-05}]"
    ).replace("since: 2004", "since: 2004-03, until: 2010")
    (tmp_path / "old.yaml").write_text(WITH_DATES)
    (tmp_path / "new.yaml").write_text(new)
    assert (
        run("diff", "old.yaml", "new.yaml").out
        == """\
Actors
~ Ann (envoy)
    role:
      - Envoy
      + Envoy (until 2010)
      + Head (since May 2010)
    member of:
      - UN (un), since 2004
      + UN (un), March 2004 to 2010
"""
    )
    assert (
        run("diff", "old.yaml", "new.yaml", "--format", "markdown").out
        == """\
# Corrections: Talks

## About the chronology

- Actor changed: Ann
  - Role added: Envoy (until 2010); Head (since May 2010), removed: Envoy
  - Member of added: UN (March 2004 to 2010), removed: UN (since 2004)
"""
    )
    fields = json.loads(run("diff", "old.yaml", "new.yaml", "--format", "json").out)["actors"][0]
    assert fields["fields"] == {
        "role": {
            "removed": ["Envoy"],
            "added": [
                {"title": "Envoy", "until": "2010"},
                {"title": "Head", "since": "2010-05"},
            ],
        },
        "member_of": {
            "removed": [{"id": "un", "since": "2004"}],
            "added": [{"id": "un", "since": "2004-03", "until": "2010"}],
        },
    }
    assert fields["before"]["member_of"] == ["eu", {"id": "un", "since": "2004"}]
    assert fields["before"]["role"] == "Envoy"


def test_markdown_of_hard_texts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(
        "title: A*B\nevents:\n- {id: a, date: 2014, title: '*A*', summary: Was, tags: [b, c]}\n"
        "- {id: c, date: 2015, title: Gone}\n"
    )
    (tmp_path / "new.yaml").write_text(
        "title: A*B\nactors: {un: {name: '[UN]'}}\nevents:\n"
        "- {id: a, date: 2014, title: <b>, tags: [c, b], actors: un, "
        "sources: {title: '[x]', url: 'https://example.org/(a)'}}\n"
    )
    ran = run("diff", "old.yaml", "new.yaml", "--format", "markdown")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "# Corrections: A\\*B\n\n## Corrected\n\n"
        "- **2014:** \\<b>\n"
        "  - Title: “\\<b>” instead of “\\*A\\*”\n"
        "  - Summary: none instead of “Was”\n"
        "  - Actors added: \\[UN\\]\n"
        "  - Tags in another order\n"
        "  - Sources added: [\\[x\\]](<https://example.org/(a)>)\n"
        "\n## Removed\n\n- **2015:** Gone\n"
        "\n## About the chronology\n\n- Actor added: \\[UN\\]\n"
    )


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        pytest.param([], ".", id="the file that is there"),
        pytest.param(["HEAD"], ".", id="a revision"),
        pytest.param(["HEAD", "--", "../events.yaml"], "inner", id="from a folder inside"),
        pytest.param(["../events.yaml"], "inner", id="only the file"),
        pytest.param(["-f", ".."], "inner", id="the folder above"),
        pytest.param(["repository/events.yaml"], "..", id="from outside"),
    ],
)
def test_the_working_tree(run: Run, repo: Repo, arguments: list[str], folder: str) -> None:
    repo.write(NEW)
    (repo.folder / "inner").mkdir()
    ran = run("diff", *arguments, cwd=repo.folder / folder)
    assert ran == (1, DIFFERENCE, "1 event changed from HEAD to the working tree\n")


@pytest.mark.parametrize(
    ("revisions", "names"),
    [
        ("HEAD^..HEAD", "from HEAD^ to HEAD"),
        ("HEAD^..", "from HEAD^ to HEAD"),
        ("main^...main", "from main^ to main"),
        ("HEAD^ HEAD", "from HEAD^ to HEAD"),
        ("HEAD^ HEAD events.yaml", "from HEAD^ to HEAD"),
    ],
)
def test_two_revisions(run: Run, repo: Repo, revisions: str, names: str) -> None:
    repo.commit(NEW, "Second version")
    repo.write("not: [a chronology")
    ran = run("diff", *revisions.split(), cwd=repo.folder)
    assert ran == (1, DIFFERENCE, f"1 event changed {names}\n")


@pytest.mark.parametrize("is_committed", [True, False])
def test_a_renamed_file(run: Run, repo: Repo, is_committed: bool) -> None:
    repo.git("mv", "events.yaml", "näme [1].yaml")
    repo.write(NEW, "näme [1].yaml")
    if is_committed:
        repo.git("commit", "--quiet", "--all", "-m", "Renamed")
        repo.commit(NEW + "\n", "More", "näme [1].yaml")
    revision = "HEAD~2" if is_committed else "HEAD"
    ran = run("diff", revision, "näme [1].yaml", cwd=repo.folder)
    assert ran == (1, DIFFERENCE, f"1 event changed from {revision} to the working tree\n")


def test_a_file_that_was_renamed_after_both_revisions(run: Run, repo: Repo) -> None:
    repo.commit(NEW, "Second version")
    repo.git("mv", "events.yaml", "talks.yaml")
    repo.git("commit", "--quiet", "-m", "Renamed")
    ran = run("diff", "HEAD~2..HEAD~1", "talks.yaml", cwd=repo.folder)
    assert ran == (1, DIFFERENCE, "1 event changed from HEAD~2 to HEAD~1\n")


def test_a_deleted_file(run: Run, repo: Repo) -> None:
    (repo.folder / "events.yaml").unlink()
    ran = run("diff", "HEAD", "events.yaml", "--format", "markdown", cwd=repo.folder)
    assert (ran.code, ran.err) == (1, "")
    assert "## Removed\n\n- **2001:** Talks open\n- **2002:** Talks end\n" in ran.out


def test_an_event_that_moved_to_another_file_of_the_folder(run: Run, repo: Repo) -> None:
    *start, last = OLD.splitlines(keepends=True)
    repo.write("".join(start))
    repo.write(f"events:\n{last}", "more.yaml")
    assert run("diff", "HEAD", ".", cwd=repo.folder) == (0, "", "")


def test_what_is_not_in_the_repository_does_not_count_in_a_folder(run: Run, repo: Repo) -> None:
    repo.write("- uses: nothing\n", ".github/workflow.yaml")
    repo.write("drafts\n", ".gitignore")
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "-m", "Hidden files")
    Repo(repo.folder / "other").commit("- {date: 2003, title: Other}\n", "Other")
    repo.write("- {date: 2004, title: Draft}\n", "drafts/draft.yaml")
    repo.write("- {date: 2005, title: New}\n", "new.yaml")
    ran = run("diff", "HEAD", ".", cwd=repo.folder)
    assert ran == (1, "+ 2005: New (new)\n", "1 event added from HEAD to the working tree\n")


def test_in_a_hook_of_git_in_another_working_tree(repo: Repo) -> None:
    repo.commit(OLD, "In a folder", "years/talks.yaml")
    repo.git("worktree", "add", "--quiet", "../tree")
    tree = Repo(repo.folder.parent / "tree", is_new=False)
    program = f"PYTHONPATH='{ROOT}' '{sys.executable}' -m timeline"
    script = f"#!/bin/sh\ncd years\n{program} diff talks.yaml > ../shown\n"
    hook = repo.write(script, ".git/hooks/pre-commit")
    hook.chmod(0o755)
    tree.write(NEW, "years/talks.yaml")
    tree.git("commit", "--all", "--quiet", "-m", "No commit", code=1)
    assert (tree.folder / "shown").read_text() == DIFFERENCE


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        pytest.param(["v7"], "v7", id="neither file nor revision"),
        pytest.param(["v7..HEAD"], "v7", id="no revision"),
        pytest.param(["HEAD", "none.yaml"], "none.yaml", id="no file"),
        pytest.param(["v7", "events.yaml"], "v7", id="no revision before a file"),
        pytest.param(["../none.yaml"], "../none.yaml", id="no file in the folder above"),
    ],
)
def test_what_is_refused(run: Run, repo: Repo, arguments: list[str], word: str) -> None:
    (repo.folder / "inner").mkdir()
    folder = repo.folder / "inner" if word.startswith("..") else repo.folder
    assert run("diff", *arguments, cwd=folder) == (
        2,
        "",
        f"timeline: error: '{word}' is neither a file nor a revision: see git log for revisions\n",
    )


def test_an_empty_word(run: Run, repo: Repo) -> None:
    assert run("diff", "", cwd=repo.folder).err == (
        "timeline: error: the name of the file is empty: write one after -f\n"
    )


def test_a_revision_that_a_shallow_clone_does_not_have(run: Run, repo: Repo) -> None:
    repo.commit(NEW, "Second version")
    repo.git("clone", "--quiet", "--depth=1", repo.folder.as_uri(), "../clone")
    assert run("diff", "HEAD^", cwd=repo.folder.parent / "clone") == (
        2,
        "",
        "timeline: error: 'HEAD^' is neither a file nor a revision: this clone is shallow, and git "
        "fetch --unshallow gets the earlier commits\n",
    )


def test_an_earlier_version_with_an_error_is_refused_with_its_place(run: Run, repo: Repo) -> None:
    repo.commit(OLD.replace("2002", "2002-13"), "A mistake")
    repo.write(OLD)
    ran = run("diff", cwd=repo.folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("HEAD:events.yaml:6:27: error: date '2002-13' does not exist")


def test_no_repository_no_commit_no_file_and_no_git(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(OLD)
    ran = run("diff")
    assert ran == (
        2,
        "",
        "timeline: error: events.yaml is not in the working tree of a git repository, which holds "
        "the earlier versions: two files can be compared without git: timeline diff OLD NEW\n",
    )
    assert run("diff", "none.yaml", "events.yaml").err == (
        "timeline: error: cannot read none.yaml: no such file\n"
    )
    empty = Repo(tmp_path / "empty")
    assert run("diff", cwd=empty.folder).err == (
        "timeline: error: there is no events.yaml here: name the file, as in timeline diff FILE\n"
    )
    empty.write(OLD)
    assert run("diff", cwd=empty.folder).err == (
        "timeline: error: this git repository has no commits: commit the file first\n"
    )
    assert run("diff", env={"PATH": str(tmp_path)}).err == (
        "timeline: error: earlier versions are read with git, which is not installed: two files "
        "can be compared without git: timeline diff OLD NEW\n"
    )


def external(repo: Repo) -> None:
    program = f"'{sys.executable}' -m timeline diff"
    repo.git("config", "diff.timeline.command", f"PYTHONPATH='{ROOT}' {program}")
    repo.write("*.yaml diff=timeline\n", ".gitattributes")


def test_an_external_diff_of_git(repo: Repo) -> None:
    external(repo)
    repo.commit(OLD, "Attributes")
    assert repo.git("diff") == ""
    repo.write(NEW)
    assert repo.git("diff") == f"events.yaml:\n{DIFFERENCE}"
    repo.git("mv", "events.yaml", "talks.yaml")
    repo.commit(NEW + "\n", "Renamed", "talks.yaml")
    shown = repo.git("show", "--ext-diff", "--format=%s")
    assert shown == f"Renamed\n\nevents.yaml, now talks.yaml:\n{DIFFERENCE}"
    shown = repo.git("log", "-p", "--ext-diff", "--format=%s", "--reverse")
    assert "First version\n\nevents.yaml:\nChronology\n    title:\n      + Talks\n" in shown
    repo.git("rm", "--quiet", "talks.yaml")
    assert "- 2002: Talks end (talks-end)\n" in repo.git("diff", "--cached")


def test_git_goes_on_after_a_file_that_cannot_be_compared(repo: Repo) -> None:
    external(repo)
    repo.commit(OLD, "Attributes", "other.yaml")
    repo.write(OLD.replace("2002", "2002-13"))
    repo.write(NEW, "other.yaml")
    shown = repo.git("diff")
    assert shown.startswith("events.yaml: it cannot be compared by event\n")
    assert "date '2002-13' does not exist" in shown
    assert shown.endswith(f"other.yaml:\n{DIFFERENCE}")

"""Completion: what shells are told when somebody presses Tab."""

import subprocess
from pathlib import Path

import pytest

from tests.benchmarks.synthetic import write_events
from tests.conftest import Ran, Run

NAMES = """
tags: {war: {description: "War: it's all"}, sanctions: {}, two words: {}}
actors:
  lavrov: {name: Sergei Lavrov}
  laptev: {name: Ivan Laptev}
  evil: {name: "x\\\\", role: ") ; touch pwned ; ("}
events:
  - id: first
    date: 2001
    title: "First [red]thing[/]"
    actors: [lavrov, laptev, evil]
    tags: [war, sanctions, two words]
    places: [New York, "It's", "$(touch pwned)"]
    sources: {publisher: "The `touch pwned`"}
  - {id: second, date: 2002, title: Second}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path) -> Path:
    (tmp_path / "events.yaml").write_text(NAMES)
    return tmp_path


def ask_fish(run: Run, line: str, action: str = "get-args", **env: str) -> Ran:
    told = {
        "_TIMELINE_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": action,
        "_TYPER_COMPLETE_ARGS": line,
    }
    return run(env=told | env)


def offered(run: Run, line: str, **env: str) -> list[str]:
    ran = ask_fish(run, line, **env)
    assert (ran.code, ran.err) == (0, "")
    return [line.partition("\t")[0] for line in ran.out.splitlines()]


FIELDS = [
    "year:",
    "since:",
    "until:",
    "during:",
    "near:",
    "between:",
    "actor:",
    "tag:",
    "place:",
    "source:",
    "known-by:",
    "id:",
]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        pytest.param("timeline li", ["list"], id="command"),
        pytest.param("timeline --v", ["--version"], id="option of the program"),
        pytest.param("timeline -f events.yaml li", ["list"], id="command after a file"),
        pytest.param("timeline -f events.yaml show f", ["first"], id="id after a file"),
        pytest.param("timeline open s", ["second"], id="id to open"),
        pytest.param("timeline nonsense l", [], id="no command"),
        pytest.param("timeline list --su", ["--summaries"], id="option"),
        pytest.param("timeline show --y", [], id="option of another command"),
        pytest.param("timeline list --group-by m", ["month"], id="choice"),
        pytest.param("timeline list --color=a", ["--color=auto", "--color=always"], id="after ="),
        pytest.param("timeline count --by l", ["lag"], id="facet"),
        pytest.param("timeline count --by=year,p", ["--by=year,place", "--by=year,publisher"]),
        pytest.param("timeline count --by tag,t", [], id="facet given already"),
        pytest.param("timeline count --by tag,year,", [], id="no third facet"),
        pytest.param("timeline actors --on 2014 lav", ["lavrov"], id="actor on a day"),
        pytest.param("timeline export --format j", ["json", "jsonl"], id="format"),
        pytest.param("timeline list --limit ", [], id="number"),
        pytest.param("timeline help d", ["dates", "diff"], id="topic"),
        pytest.param(
            "timeline help exp", ["exploring", "explore", "export"], id="topic that is a command"
        ),
        pytest.param("timeline show f", ["first"], id="id"),
        pytest.param("timeline show first s", ["second"], id="second id"),
        pytest.param("timeline chain f", ["first"], id="id of a chain"),
        pytest.param("timeline chain first f", [], id="no second id of a chain"),
        pytest.param("timeline on today actor:lav", ["actor:lavrov"], id="word after a day"),
        pytest.param("timeline list --id ", ["first", "second"], id="--id"),
        pytest.param("timeline list --actor la", ["laptev", "lavrov"], id="--actor"),
        pytest.param("timeline list --actor=la", ["--actor=laptev", "--actor=lavrov"], id="="),
        pytest.param("timeline list --year 2", ["2001", "2002"], id="--year"),
        pytest.param("timeline list --since @f", ["@first"], id="date of an event"),
        pytest.param("timeline list --place 'New", ["New York"], id="place in a quote"),
        pytest.param("timeline list --place New\\ ", ["New York"], id="place with a backslash"),
        pytest.param("timeline list --source the", ["the `touch pwned`"], id="--source"),
        pytest.param("timeline list --known-by 2", ["2001", "2002"], id="--known-by"),
        pytest.param("timeline list -kno", ["-known-by:2001", "-known-by:2002"]),
        pytest.param("timeline list known-by:@f", ["known-by:@first"], id="known-by:@"),
        pytest.param("timeline list ", FIELDS, id="word"),
        pytest.param("timeline actors 2001 s", ["since:", "source:"], id="fields"),
        pytest.param("timeline list ac", [f"actor:{n}" for n in ("evil", "laptev", "lavrov")]),
        pytest.param(
            "timeline list --beside actor:laptev actor:lav", ["actor:lavrov"], id="--beside, second"
        ),
        pytest.param("timeline list --beside tag:sa", ["tag:sanctions"], id="--beside"),
        pytest.param("timeline list is:", ["is:certain"], id="is:"),
        pytest.param("timeline list actor:la", ["actor:laptev", "actor:lavrov"], id="actor:"),
        pytest.param("timeline list actor:=lav", ["actor:=lavrov"], id="actor alone"),
        pytest.param("timeline list ACTOR:lav", ["ACTOR:lavrov"], id="capital field"),
        pytest.param("timeline list tag:war,sa", ["tag:war,sanctions"], id="list"),
        pytest.param(
            "timeline list tag:war,", ["tag:war,sanctions", "tag:war,two words"], id="next of list"
        ),
        pytest.param("timeline list --tag war,sa", ["war,sanctions"], id="list in an option"),
        pytest.param("timeline list -tag:sa", ["-tag:sanctions"], id="minus"),
        pytest.param("timeline list -ta", [f"-tag:{n}" for n in ("sanctions", "two words", "war")]),
        pytest.param("timeline list not:tag:sa", ["not:tag:sanctions"], id="not:"),
        pytest.param("timeline list -2", ["-2001", "-2002"], id="year with a minus"),
        pytest.param("timeline list 200", ["2001", "2002"], id="bare year"),
        pytest.param("timeline list -tag:war --oneline ac=", [], id="odd word"),
        pytest.param("timeline list treaty", [], id="word to search for"),
        pytest.param("timeline check x", [], id="command without words"),
        pytest.param("timeline list -- actor:lav", ["actor:lavrov"], id="after --"),
        pytest.param("timeline", [], id="nothing"),
    ],
)
def test_what_is_offered(run: Run, line: str, values: list[str]) -> None:
    assert offered(run, line) == values


@pytest.mark.parametrize(
    ("line", "is_file"),
    [
        pytest.param("timeline list -f ", True, id="-f"),
        pytest.param("timeline list --file=a", True, id="--file="),
        pytest.param("timeline diff HEAD ev", True, id="files to compare"),
        pytest.param("timeline sort ev", True, id="file to sort"),
        pytest.param("timeline export --into ", True, id="--into"),
        pytest.param("timeline list ", False, id="word"),
        pytest.param("timeline list nothing-like-it", False, id="no offer"),
    ],
)
def test_files_are_left_to_the_shell(run: Run, line: str, is_file: bool) -> None:
    assert ask_fish(run, line, "is-args") == (int(is_file), "", "")
    zsh = run(env={"_TIMELINE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line})
    assert (zsh.out == "_files\n") is is_file


def test_the_file_on_the_line_is_asked(run: Run, here: Path) -> None:
    (here / "other.yaml").write_text("- {id: other, date: 1900, title: O}\n")
    assert offered(run, "timeline show ", TIMELINE_FILE="other.yaml") == ["other"]
    assert offered(run, "timeline show -f other.yaml ") == ["other"]
    assert offered(run, "timeline show --file=other.yaml ") == ["other"]
    assert offered(run, "timeline show -fother.yaml ") == ["other"]
    assert offered(run, "timeline show -f ~/other.yaml ", HOME=str(here)) == ["other"]
    assert offered(run, "timeline show -f other.yaml -f events.yaml ") == [
        "first",
        "other",
        "second",
    ]


@pytest.mark.parametrize(
    "prepare",
    [
        pytest.param("rm events.yaml; ln -s nowhere events.yaml", id="missing"),
        pytest.param("rm events.yaml; mkdir events.yaml", id="a folder"),
        pytest.param("echo '- {date: 2001-13, title: x}' > events.yaml", id="broken"),
        pytest.param("printf 'a: [' > events.yaml", id="no YAML"),
    ],
)
@pytest.mark.parametrize("line", ["timeline show ", "timeline list actor:", "timeline list -f x "])
def test_without_a_chronology_nothing_is_said(
    run: Run, here: Path, prepare: str, line: str
) -> None:
    subprocess.run(prepare, shell=True, cwd=here, check=True)
    known = [] if line != "timeline list -f x " else FIELDS
    assert offered(run, line) == known


def test_standard_input_is_left_alone(run: Run) -> None:
    assert offered(run, "timeline show -f - ") == []


def test_a_large_file_is_asked_where_its_index_is_fresh(run: Run, here: Path) -> None:
    write_events(here / "events.yaml", 2000)
    assert offered(run, "timeline show event-17") == []
    run("list", "2001")
    assert "event-1799" in offered(run, "timeline show event-17")


@pytest.mark.parametrize("asked", ["", "complete_powershell", "nonsense"])
def test_an_unknown_shell_is_told_nothing(run: Run, asked: str) -> None:
    assert run("list", env={"_TIMELINE_COMPLETE": asked}) == (0, "", "")


@pytest.mark.parametrize("line", ["timeline show f", "timeline list --sum"])
def test_fish_is_told_what_it_is(run: Run, line: str) -> None:
    told = {
        "timeline show f": "first\t2001, First [red]thing[/]\n",
        "timeline list --sum": "--summaries\tInclude the summaries.\n",
    }
    assert ask_fish(run, line).out == told[line]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("timeline list actor:lav", r"'actor\:lavrov:Sergei Lavrov'", id="help"),
        pytest.param("timeline list --tag wa", r"'war:War: it'\''s all'", id="quote"),
        pytest.param("timeline list --actor e", r"'evil:x\, ) ; touch pwned ; ('", id="backslash"),
        pytest.param("timeline list --place \\$", "'$(touch pwned)'", id="code"),
    ],
)
def test_zsh_is_given_code_that_is_safe(run: Run, line: str, told: str) -> None:
    ran = run(env={"_TIMELINE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line})
    assert ran == (0, f"local -a offers; offers=({told}); _describe value offers\n", "")


@pytest.mark.parametrize(
    ("pieces", "values"),
    [
        pytest.param(["list", "actor", ":", "lav"], ["lavrov"], id="field"),
        pytest.param(["list", "actor", ":"], ["evil", "laptev", "lavrov"], id="field alone"),
        pytest.param(["list", "actor", ":=", "lav"], ["lavrov"], id="alone"),
        pytest.param(["list", "tag", ":", "war,sa"], ["war,sanctions"], id="list"),
        pytest.param(["list", "-tag", ":", "sa"], ["sanctions"], id="minus"),
        pytest.param(["list", "not", ":", "tag", ":", "sa"], ["sanctions"], id="not"),
        pytest.param(["list", "--actor", "=", "lav"], ["lavrov"], id="option"),
        pytest.param(["list", "actor:lav"], ["actor:lavrov"], id="colons break no words"),
        pytest.param(["list", "--since", "@", "f"], ["@first"], id="event"),
        pytest.param(["list", "since", ":@", "f"], ["@first"], id="event in a word"),
        pytest.param(["list", "--tag", "two"], [r"two\ words"], id="space"),
        pytest.param(["list", "--tag", '"two'], ["two words"], id="space in quotes"),
        pytest.param(["list", "--place", "It"], [r"It\'s"], id="quote"),
        pytest.param(["list", "--place", "'It"], [r"It'\''s"], id="quote in a quote"),
        pytest.param(["list", "--place", r"\$"], [r"\$\(touch\ pwned\)"], id="code"),
        pytest.param(
            ["list", "--place", '"'], ["It's", "New York", r"\$(touch pwned)"], id="code in quotes"
        ),
        pytest.param(["list", "-f", "events.yaml", "--id", "f"], ["first"], id="file"),
        pytest.param(["list", "actor", ":", "lav", "2001", "--id", "f"], ["first"], id="later"),
    ],
)
def test_bash_completes_the_last_piece(run: Run, pieces: list[str], values: list[str]) -> None:
    ran = run(
        env={
            "_TIMELINE_COMPLETE": "complete_bash",
            "COMP_WORDS": "\n".join(["timeline", *pieces, *([] if pieces[-1] else [""])]),
            "COMP_CWORD": str(len(pieces)),
        }
    )
    assert (ran.code, ran.out.splitlines(), ran.err) == (0, values, "")

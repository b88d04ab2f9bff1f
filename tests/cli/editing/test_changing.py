"""The commands that change a file, from an empty folder to a chronology."""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.cli.pseudoterminal import run_in_terminal
from tests.conftest import ROOT, Ran, Run

START = """\
title: Berlin   # the city
actors:
  east-germany: {name: East Germany}

events:
  # the first
  - date: 1961-08-13
    title: The wall is built
    actors: [east-germany]
    tags: [wall]

  - id: fall
    date: 1989-11-09
    title: The wall falls
    follows: [the-wall-is-built]
    sources:
      - https://example.org/fall
"""


@pytest.fixture
def wall(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(START, encoding="utf-8")
    return path


def changed(ran: Ran, path: Path) -> tuple[int, str, list[str]]:
    """Return the exit code, what was said, and the lines that are new or no longer there."""
    old, new = START.splitlines(), path.read_text(encoding="utf-8").splitlines()
    lines = list(unified_diff(old, new, n=0, lineterm=""))[2:]
    return ran.code, ran.err, [line for line in lines if line[1:] and not line.startswith("@@")]


@pytest.mark.parametrize(
    ("arguments", "said", "lines"),
    [
        pytest.param(
            ["set", "fall", "date=10 November 1989"],
            "changed fall in events.yaml\n",
            ["-    date: 1989-11-09", "+    date: 1989-11-10"],
            id="set a date in words",
        ),
        pytest.param(
            ["set", "fall", "tags=wall,borders", "places+=Washington, D.C."],
            "changed fall in events.yaml\n",
            ['+    places: ["Washington, D.C."]', "+    tags: [wall, borders]"],
            id="set lists",
        ),
        pytest.param(
            ["set", "wall is built", "title=The wall goes up"],
            "changed the-wall-is-built in events.yaml\n",
            [
                "-  - date: 1961-08-13",
                "-    title: The wall is built",
                "+  - id: the-wall-is-built",
                "+    date: 1961-08-13",
                "+    title: The wall goes up",
            ],
            id="an id that was made from the title stays",
        ),
        pytest.param(
            ["set", "fall", "sources-=https://example.org/fall", "follows="],
            "changed fall in events.yaml\n",
            [
                "-    follows: [the-wall-is-built]",
                "-    sources:",
                "-      - https://example.org/fall",
            ],
            id="remove fields",
        ),
        pytest.param(
            ["set", "fall", "date=1989-11-09"],
            "fall already has these values: nothing was changed\n",
            [],
            id="set what is there",
        ),
        pytest.param(
            ["remove", "fall"],
            "removed fall from events.yaml\n",
            [f"-{line}" for line in START.splitlines()[11:]],
            id="remove",
        ),
        pytest.param(
            ["add", "12", "June", "1987", "Reagan", "speaks", "--tag", "wall", "--place", "Berlin"],
            "1987-06-12 is 12 June 1987\nadded reagan-speaks to events.yaml\n",
            [
                "+  - id: reagan-speaks",
                "+    date: 1987-06-12",
                "+    title: Reagan speaks",
                "+    places: [Berlin]",
                "+    tags: [wall]",
            ],
            id="add",
        ),
        pytest.param(
            ["add", "--date", "1990", "--title", "x: y", "--actor", "East Germany", "--id", "a"],
            "added a to events.yaml\n",
            [
                "+  - id: a",
                "+    date: 1990",
                '+    title: "x: y"',
                "+    actors: [east-germany]",
            ],
            id="add with an id and an actor by name",
        ),
        pytest.param(
            ["add", "44 BC", "Caesar dies"],
            "-0043 is 44 BCE\nadded caesar-dies to events.yaml\n",
            ["+  - id: caesar-dies", '+    date: "-0043"', "+    title: Caesar dies"],
            id="add a year before the Common Era",
        ),
        pytest.param(
            ["rename", "actor", "East Germany", "ddr"],
            "renamed east-germany to ddr in events.yaml\n",
            [
                "-  east-germany: {name: East Germany}",
                "+  ddr: {name: East Germany}",
                "-    actors: [east-germany]",
                "+    actors: [ddr]",
            ],
            id="rename an actor",
        ),
        pytest.param(
            ["rename", "event", "the-wall-is-built", "building"],
            "renamed the-wall-is-built to building in events.yaml\n",
            [
                "-  - date: 1961-08-13",
                "+  - id: building",
                "+    date: 1961-08-13",
                "-    follows: [the-wall-is-built]",
                "+    follows: [building]",
            ],
            id="rename an event",
        ),
        pytest.param(
            ["add", "1948", "Blockade"],
            "added blockade to events.yaml\n",
            ["+  - id: blockade", "+    date: 1948", "+    title: Blockade"],
            id="add above the comment of the first",
        ),
    ],
)
def test_a_change(run: Run, wall: Path, arguments: list[str], said: str, lines: list[str]) -> None:
    assert changed(run(*arguments), wall) == (0, said, lines)
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ["set", "fall", "date=3/4/1989"],
            "date '3/4/1989' can be read in more than one way: write 1989-04-03 for 3 April 1989 "
            "or 1989-03-04 for 4 March 1989",
            id="ambiguous date",
        ),
        pytest.param(
            ["set", "fall", "color=red"],
            "there is no field 'color': the fields are id, date, title, summary, actors, places, "
            "tags, follows and sources\nsee 'timeline set --help'",
            id="unknown field",
        ),
        pytest.param(
            ["set", "fall", "tag=x"],
            "there is no field 'tag': did you mean 'tags'?\nsee 'timeline set --help'",
            id="field misspelt",
        ),
        pytest.param(
            ["set", "fall", "date=1989-02-30"],
            "date '1989-02-30' does not exist: February 1989 has 28 days",
            id="no such day",
        ),
        pytest.param(
            ["set", "the-wall-is-built", "id=wall"],
            "other events follow this one by its id: use 'timeline rename event the-wall-is-built "
            "NEW', which changes them too",
            id="id of an event that another follows",
        ),
        pytest.param(
            ["set", "fall", "follows=fall"], "fall cannot follow itself", id="follows itself"
        ),
        pytest.param(
            ["set", "fall", "title="], "an event needs a title: write title=VALUE", id="no title"
        ),
        pytest.param(
            ["set", "fall", "title=a\x1b[31m"],
            "title contains the control character U+001B: leave it out",
            id="control character",
        ),
        pytest.param(
            ["set", "fall", "id=the-wall-is-built"],
            "another event has the id 'the-wall-is-built'",
            id="id in use",
        ),
        pytest.param(
            ["set", "fall", "tags-=x"], "'x' is not among the tags: there are none", id="no tag"
        ),
        pytest.param(
            ["set", "fall", "sources+=www.example.org"],
            "'www.example.org' is not a web address: write it with https://",
            id="no address",
        ),
        pytest.param(
            ["remove", "the-wall-is-built"],
            "fall follows the-wall-is-built: change its 'follows' first, or add --force",
            id="an event that another follows",
        ),
        pytest.param(["add", "--title", "x"], "an event needs a date: add --date", id="no date"),
        pytest.param(
            ["add", "Reagan", "speaks"],
            "'Reagan speaks' does not begin with a date: write it first, as in 2014-03-18, or add "
            "--date",
            id="words without a date",
        ),
        pytest.param(
            ["add", "9 November 1989", "Wall falls"],
            "there is a similar event: fall, 9 November 1989: The wall falls\nto add this one "
            "anyway, use --force",
            id="an event like it",
        ),
        pytest.param(
            ["rename", "event", "fall", "the-wall-is-built"],
            "another event has the id 'the-wall-is-built'",
            id="rename to an id in use",
        ),
        pytest.param(["init"], "events.yaml already exists: name another file", id="init again"),
    ],
)
def test_a_change_that_is_refused(run: Run, wall: Path, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (2, f"timeline: error: {said}\n")
    assert wall.read_text(encoding="utf-8") == START


@pytest.mark.parametrize(
    ("text", "arguments", "after"),
    [
        pytest.param(
            "# about the file\n- date: 2014\n  title: A\n- date: 2015\n  title: B\n",
            ["remove", "a"],
            "# about the file\n- date: 2015\n  title: B\n",
            id="a comment at the top stays",
        ),
        pytest.param(
            "events:\n# about A\n- date: 2014\n  title: A\n\n# of B\n- date: 2015\n  title: B\n",
            ["remove", "a"],
            "events:\n# of B\n- date: 2015\n  title: B\n",
            id="a comment above an event goes with it",
        ),
        pytest.param(
            "- date: 2014\n  title: A\n\n# of B\n- date: 2015\n  title: B\n",
            ["add", "2014", "C"],
            "- date: 2014\n  title: A\n\n- date: 2014\n  title: C\n\n# of B\n- date: 2015\n"
            "  title: B\n",
            id="a comment above an event stays there",
        ),
        pytest.param(
            "- date: 2014\n  title: A\n\n# apart\n\n# of B\n- date: 2015\n  title: B\n\n# end\n",
            ["remove", "b"],
            "- date: 2014\n  title: A\n\n# apart\n\n# end\n",
            id="comments apart stay",
        ),
        pytest.param(
            "- date: 2014\n  title: A\n  tags: [a, b, c]\n",
            ["set", "a", "tags=c"],
            "- date: 2014\n  title: A\n  tags: [c]\n",
            id="remove the first names in brackets",
        ),
        pytest.param(
            "events:\n- {id: a, date: 2014, title: A, actors: [Jo Bo]}\n"
            "actors: {jo: {name: Jo Bo}}\n",
            ["set", "a", "tags=x"],
            "events:\n- {id: a, date: 2014, title: A, actors: [Jo Bo], tags: [x]}\n"
            "actors: {jo: {name: Jo Bo}}\n",
            id="an actor by name",
        ),
        pytest.param(
            "events:\n- {id: a, date: 2014, title: A, actors: [Jo Bo, us]}\n"
            "actors: {jo: {name: Jo Bo}}\n",
            ["set", "a", "actors+=jo", "actors-=us"],
            "events:\n- {id: a, date: 2014, title: A, actors: [Jo Bo]}\n"
            "actors: {jo: {name: Jo Bo}}\n",
            id="an actor who is there by name is not added",
        ),
        pytest.param(
            "events:\n- {id: a, date: 2014, title: A, actors: [Jo Bo, us]}\n"
            "actors: {jo: {name: Jo Bo}}\n",
            ["set", "a", "actors-=jo"],
            "events:\n- {id: a, date: 2014, title: A, actors: [us]}\nactors: {jo: {name: Jo Bo}}\n",
            id="an actor who is there by name is removed",
        ),
        pytest.param(
            "- {id: a, date: 2014, title: A, tags: [b, Geneva], places: [Geneva, geneva]}\n",
            ["set", "a", "tags-=b"],
            "- {id: a, date: 2014, title: A, tags: [Geneva], places: [Geneva, geneva]}\n",
            id="a place in two spellings",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_how_a_file_is_written_remains(
    run: Run, tmp_path: Path, text: str, arguments: list[str], after: str, end: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.replace("\n", end).encode())
    assert run(*arguments, "-f", "a.yaml").code == 0
    assert path.read_bytes() == after.replace("\n", end).encode()


def test_the_lines_of_an_edited_event_end_as_they_did(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"- date: 2014\r\n  title: A\r\n- date: 2015\r\n  title: B\r\n")
    assert run("edit", "a", "-f", "a.yaml", env={"EDITOR": "sed -i s/2014/2013/"}).code == 0
    assert path.read_bytes() == b"- date: 2013\r\n  title: A\r\n- date: 2015\r\n  title: B\r\n"


def test_a_file_that_is_not_yaml_can_be_put_right_in_the_editor(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("- date: 2014\n  title: 'A\n")
    ran = run("edit", "-f", "a.yaml", env={"EDITOR": """sed -i "s/'A/A/" """})
    assert ran == Ran(0, "", "a.yaml has no errors\n")


def test_a_dry_run_prints_a_diff_and_changes_nothing(run: Run, wall: Path) -> None:
    ran = run("set", "fall", "date=1989", "--dry-run")
    assert ran == Ran(
        0,
        """\
--- events.yaml
+++ events.yaml
@@ -10,7 +10,7 @@
     tags: [wall]
\x20
   - id: fall
-    date: 1989-11-09
+    date: 1989
     title: The wall falls
     follows: [the-wall-is-built]
     sources:
""",
        "",
    )
    assert wall.read_text(encoding="utf-8") == START


def test_from_nothing_to_a_chronology(run: Run, tmp_path: Path) -> None:
    assert run("init").code == 0
    assert run("check").code == 0
    assert run("add", "2014-03-18", "Putin signs").code == 0
    assert run("add", "2013", "Before").code == 0
    assert run("list", "--oneline").out == (
        "2013\tbefore\tBefore\n2014-03-18\tputin-signs\tPutin signs\n"
    )
    assert (
        (tmp_path / "events.yaml")
        .read_text(encoding="utf-8")
        .endswith(
            """\
events:
  - id: before
    date: 2013
    title: Before
  - id: putin-signs
    date: 2014-03-18
    title: Putin signs
"""
        )
    )


def test_what_is_missing_is_asked_and_names_are_completed(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(
        "- date: 2014\n  title: A\n  actors: [us]\n  places: [Geneva, Moscow]\n  tags: [talks]\n"
    )
    answers = [
        "18 March 2015",
        "Second",
        "",
        "u\t",
        "Mos\t, Gen\t",
        "ta\t",
        "https://example.org/a",
    ]
    env = {"PYTHONPATH": str(ROOT)}
    typed = "".join(f"{answer}\n" for answer in answers)
    shown = run_in_terminal(["add"], env, typed=typed, folder=tmp_path)
    assert (shown.code, shown.screen.splitlines()[-1]) == (0, "added second to events.yaml")
    assert path.read_text().partition("tags: [talks]\n")[2] == (
        "- date: 2015-03-18\n  title: Second\n  actors: [us]\n  places: [Moscow, Geneva]\n"
        "  tags: [talks]\n  sources:\n    - url: https://example.org/a\n"
    )


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("title: x\nevents:\n", "events:\n  - id: a\n", id="a key alone"),
        pytest.param("events: []\ntags: {}\n", "    title: A\ntags: {}\n", id="an empty list"),
        pytest.param("---\n- date: 2013\n  title: B\n", "- date: 2014\n  title: A\n", id="dashes"),
        pytest.param(
            "- date: 2013\n  title: B\n  # about B\n",
            "  title: B\n  # about B\n- date: 2014\n  title: A\n",
            id="a comment that belongs to an event",
        ),
    ],
)
def test_the_place_of_an_event_that_is_added(run: Run, tmp_path: Path, text: str, end: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    assert run("add", "2014", "A", "-f", "a.yaml").code == 0
    assert end in path.read_text()
    assert run("check", "-f", "a.yaml").code == 0


def test_a_list_of_events_below_a_comment_is_changed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("# A list\n- date: 2014\n  title: First\n")
    assert run("list", "--oneline").code == 0
    assert run("set", "first", "date=2014-05") == (0, "", "changed first in events.yaml\n")
    assert path.read_text() == "# A list\n- date: 2014-05\n  title: First\n"


def test_a_chronology_begins_with_another_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Date,Event\n2014,A\n", encoding="utf-8")
    assert run("init", "b.yaml", "--from", "a.csv").code == 0
    assert (tmp_path / "b.yaml").read_text(encoding="utf-8") == (
        "events:\n  - id: a\n    date: 2014\n    title: A\n"
    )


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(
            [],
            "the bundled chronology cannot be changed: start your own with timeline init, or name "
            "a file with -f",
            id="bundled",
        ),
        pytest.param(
            ["-f", "a.csv"],
            "a.csv is not a YAML file, and only these can be changed: make one with timeline "
            "export -f FILE -o events.yaml",
            id="table",
        ),
    ],
)
def test_a_file_that_cannot_be_changed(
    run: Run, tmp_path: Path, files: list[str], said: str
) -> None:
    (tmp_path / "a.csv").write_text("Date,Event\n2014,A\n", encoding="utf-8")
    ran = run("add", "2015", "B", *files)
    assert (ran.code, ran.err) == (2, f"timeline: error: {said}\n")


def test_a_file_changed_meanwhile_is_left_as_it_is(run: Run, wall: Path) -> None:
    editor = "sh -c 'sed -i s/Berlin/Bonn/ events.yaml; sed -i s/falls/fell/ $0'"
    ran = run("edit", "fall", env={"EDITOR": editor})
    assert (ran.code, ran.err) == (
        2,
        "timeline: error: events.yaml was changed by another program in the meantime, and was not "
        "replaced: try again\n",
    )
    assert wall.read_text(encoding="utf-8") == START.replace("Berlin", "Bonn")


def test_an_event_is_edited(run: Run, wall: Path) -> None:
    ran = run("edit", "fall", env={"EDITOR": "sed -i s/falls/fell/"})
    assert changed(ran, wall) == (
        0,
        "changed fall in events.yaml\n",
        ["-    title: The wall falls", "+    title: The wall fell"],
    )
    assert run("edit", "fall", env={"EDITOR": "true"}).err == "fall is unchanged\n"


def test_an_error_opens_the_editor_again(run: Run, wall: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text(
        'if grep -q "^# timeline" "$1"; then cat "$1"; sed -i s/1989-13/1989-12/ "$1"\n'
        'else sed -i s/1989-11-09/1989-13/ "$1"; fi\n'
    )
    ran = run("edit", "fall", env={"EDITOR": f"sh {script}"})
    assert ran.out.splitlines()[0] == (
        "# timeline: line 2: date '1989-13' does not exist: there is no month 13"
    )
    assert changed(ran, wall) == (
        0,
        "changed fall in events.yaml\n",
        ["-    date: 1989-11-09", "+    date: 1989-12"],
    )


def test_a_text_with_errors_that_is_given_up_is_kept(run: Run, wall: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text('grep -q "^# timeline" "$1" || sed -i s/1989-11-09/1989-13/ "$1"\n')
    ran = run("edit", "fall", env={"EDITOR": f"sh {script}", "TMPDIR": str(tmp_path)})
    message, _, path = ran.err.rpartition(" is in ")
    assert message == "timeline: error: events.yaml is left as it is; the text with errors"
    assert "date: 1989-13" in Path(path.strip()).read_text()
    assert wall.read_text(encoding="utf-8") == START


def test_the_shipped_chronology_comes_back_after_renaming_there_and_back(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "events.yaml"
    before = (ROOT / "events.yaml").read_bytes()
    path.write_bytes(before)
    for kind, name in (
        ("actor", "united-states"),
        ("tag", "arms-control"),
        ("place", "Geneva"),
        ("event", "crimea-annexation"),
    ):
        assert run("rename", kind, name, "something-else").code == 0
        assert path.read_bytes() != before
        assert run("rename", kind, "something-else", name).code == 0
        assert path.read_bytes() == before


QUESTIONS = """\
questions:
  walls: -tag:wall,borders  # all but
  quoted: 'tag:wall "wall" actor:wall'
  around: "near:@fall~2w or since:@fall-6m"
events:
  - {id: fall, date: 1989-11-09, title: The wall falls, tags: [wall, borders], actors: wall}
"""


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        pytest.param(
            ["tag", "wall", "the-wall"],
            [
                '  walls: "-tag:the-wall,borders"  # all but',
                "  quoted: 'tag:the-wall \"wall\" actor:wall'",
            ],
            id="tag",
        ),
        pytest.param(
            ["event", "fall", "end"],
            ['  around: "near:@end~2w or since:@end-6m"'],
            id="event",
        ),
    ],
)
def test_renaming_changes_saved_questions(
    run: Run, tmp_path: Path, arguments: list[str], lines: list[str]
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(QUESTIONS)
    assert run("rename", *arguments).code == 0
    new = path.read_text().splitlines()
    assert [line for line in new[1:4] if line not in QUESTIONS] == lines
    assert run("check").code == 0

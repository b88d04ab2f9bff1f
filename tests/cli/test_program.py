"""The program as a whole: help, files, colours, exit codes, closed pipes."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.synthetic import write_events
from tests.cli.pseudoterminal import run_in_terminal
from tests.conftest import ROOT, Run, environment
from timeline.cli import COMMANDS
from timeline.readers import ENDINGS
from timeline.text import listed

TWO = "- date: 2014-03-18\n  title: First\n- date: 2015\n  title: Second\n"
ESCAPE = "\x1b["


def test_alone_it_prints_short_help_with_examples(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    assert ran.err == ""
    assert "timeline list 2022 actor:lavrov -tag:war" in ran.out
    assert ran == run("--help")


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(run: Run, option: str) -> None:
    assert run(option) == (0, "timeline 0.1.0\n", "")


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(["-f", "a.yaml", "-f", "b.yaml"], id="short"),
        pytest.param(["--file", "a.yaml", "--file=b.yaml"], id="long"),
        pytest.param(["-fa.yaml", "-fb.yaml"], id="joined"),
    ],
)
def test_files_may_come_before_the_command(run: Run, tmp_path: Path, before: list[str]) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.yaml").write_text(f"- {{date: 2001, title: {name}}}\n")
    assert run(*before, "list", "--oneline").out == "2001\ta\ta\n2001\tb\tb\n"
    ran = run(*before, "list", "--oneline", "-f", "c.yaml")
    assert ran.out == "2001\ta\ta\n2001\tb\tb\n2001\tc\tc\n"


def test_help_may_follow_a_file(run: Run) -> None:
    assert run("-f", "a.yaml", "help") == run("help")
    assert run("-f", "a.yaml", "help", "list") == run("list", "--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_two_examples(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert len(re.findall(rf"^ timeline {command}", ran.out, flags=re.MULTILINE)) == 2


@pytest.mark.parametrize(
    ("arguments", "message", "advised"),
    [
        pytest.param(["lsit"], "No such command 'lsit'", "timeline", id="command"),
        pytest.param(
            ["-f", "a.yaml", "lsit"], "No such command 'lsit'.", "timeline", id="command after -f"
        ),
        pytest.param(["-f"], "Option '-f' requires an argument.", "timeline", id="no file"),
        pytest.param(
            ["--nonsense", "list"], "No such option: --nonsense", "timeline", id="early option"
        ),
        pytest.param(
            ["list", "--yaer", "2022"], "No such option: --yaer", "timeline list", id="option"
        ),
        pytest.param(
            ["list", "--limit", "-1"],
            "Invalid value for '--limit' / '-n': -1 is not in the range x>=0",
            "timeline list",
            id="number",
        ),
        pytest.param(
            ["check", "a.yaml"],
            "unexpected argument (a.yaml)\nto read a file, put -f before it: -f a.yaml\n",
            "timeline check",
            id="file without -f",
        ),
        pytest.param(
            ["check", "--column", "title=Headline", "-f", "a.yaml"],
            "--column is for files in CSV, and there are none\nsee",
            "timeline check",
            id="--column without a table",
        ),
        pytest.param(
            ["export", "--dates", "human", "-f", "a.ics"],
            "--dates is for files in CSV and GEDCOM, and there are none\nsee",
            "timeline export",
            id="--dates for a calendar",
        ),
        pytest.param(
            ["merge-driver", "a.yaml", "b.yaml"],
            "Missing argument 'THEIRS'.\nsee ",
            "timeline merge-driver",
            id="files that need no -f",
        ),
        pytest.param(
            ["check", "--dates", "human", "a.yaml"],
            "unexpected argument (a.yaml)\nto read a file, put -f before it: -f a.yaml\n",
            "timeline check",
            id="file without -f after another option",
        ),
        pytest.param(
            ["export", "--into", "a.md", "-o", "a.csv", "--file=a.yaml"],
            "use either --into or --output\nsee",
            "timeline export",
            id="files of other options",
        ),
        pytest.param(["show"], "Missing argument 'EVENT...'", "timeline show", id="argument"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], message: str, advised: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"timeline: error: {message}")
    assert ran.err.endswith(f"see '{advised} --help'\n")


def test_the_file_where_one_stands_comes_before_the_bundled_one(run: Run, tmp_path: Path) -> None:
    assert "events.yaml (bundled) · 133 events" in run("list").out
    (tmp_path / "events.yaml").write_text(TWO)
    assert run("list", "--oneline").out == "2014-03-18\tfirst\tFirst\n2015\tsecond\tSecond\n"
    assert run("list").out.splitlines()[0] == "events.yaml · 2 events · 18 March 2014 to 2015"


def test_the_environment_names_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("- {date: 2000, title: Not this}\n")
    (tmp_path / "other.yaml").write_text(TWO)
    env = {"TIMELINE_FILE": "other.yaml"}
    assert run("list", "--oneline", "first", env=env).out == "2014-03-18\tfirst\tFirst\n"


def test_an_option_comes_before_the_environment(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(TWO)
    ran = run("list", "--oneline", "-f", "other.yaml", env={"TIMELINE_FILE": "missing.yaml"})
    assert ran.out == "2014-03-18\tfirst\tFirst\n2015\tsecond\tSecond\n"


def test_files_and_folders_are_merged(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "years"
    folder.mkdir()
    (folder / "b.yaml").write_text("title: Later\nevents: [{date: 2002, title: B}]\n")
    (folder / "a.yml").write_text("events: [{date: 2003, title: A}]\n")
    (folder / "notes.txt").write_text("no chronology\n")
    (tmp_path / "one.yaml").write_text("- {date: 2001, title: One}\n")
    ran = run("list", "--group-by", "none", "-f", "years", "-f", "one.yaml")
    assert ran.out == (
        "Later\nyears/a.yml, years/b.yaml, one.yaml · 3 events · 2001 to 2003\n"
        "  2001  One\n  2002  B\n  2003  A\n"
    )


def test_a_registry_may_stand_in_a_later_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- {date: 2001, title: First, tags: [war, wart], actors: nobody}\n"
    )
    (tmp_path / "b.yaml").write_text(
        "tags: {war: {}}\nevents: [{date: 2001, title: Second, tags: [wat]}]\n"
    )
    ran = run("check", "-f", "a.yaml", "-f", "b.yaml")
    assert [line for line in ran.out.splitlines() if "warning" in line] == [
        "a.yaml:1:42: warning: tag 'wart' is not listed under the top-level key 'tags': "
        "did you mean 'war'?",
        "b.yaml:2:45: warning: tag 'wat' is not listed under the top-level key 'tags': "
        "add it there",
    ]


def test_an_id_may_stand_once_in_all_files(run: Run, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("- {id: x, date: 2001, title: One}\n")
    ran = run("check", "-f", "a.yaml", "-f", "b.yaml")
    assert ran == (
        1,
        "b.yaml:1:8: error: id 'x' is used twice, first on line 1 of a.yaml: choose another\n"
        " 1 | - {id: x, date: 2001, title: One}\n"
        "   |        ^\n",
        "1 error in 1 of 2 files\n",
    )


def test_standard_input(run: Run) -> None:
    ran = run("list", "-f", "-", stdin=TWO)
    assert ran.out == (
        "standard input · 2 events · 18 March 2014 to 2015\n\n"
        "2014 (1)\n  18 March  First\n\n2015 (1)\n  2015  Second\n"
    )


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        pytest.param("", "cannot read x.yaml: no such file", id="missing"),
        pytest.param("ln -s nowhere x.yaml", "cannot read x.yaml: it is a broken link", id="link"),
        pytest.param(
            "mkdir x.yaml",
            f"no files to read in the folder x.yaml: their names end in {listed(ENDINGS)}",
            id="folder",
        ),
    ],
)
def test_what_cannot_be_read(run: Run, tmp_path: Path, prepare: str, said: str) -> None:
    subprocess.run(prepare, shell=True, cwd=tmp_path, check=True)
    assert run("list", "-f", "x.yaml") == (2, "", f"timeline: error: {said}\n")


def test_a_broken_link_here_is_not_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").symlink_to("nowhere")
    ran = run("list")
    assert ran == (2, "", "timeline: error: cannot read events.yaml: it is a broken link\n")


def test_nothing_found_is_no_error(run: Run) -> None:
    ran = run("list", "1066")
    assert ran == (0, "", "no events match 1066 (133 searched)\n")


def test_warnings_are_counted_in_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(TWO + "  plase: Berlin\n  follows: [nothing]\n")
    ran = run("list", "--oneline", "2015")
    assert ran.out == "2015\tsecond\tSecond\n"
    assert ran.err == "events.yaml: 2 warnings, see timeline check\n"


def test_warnings_of_many_files_are_counted_together(run: Run, tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for number in range(11):
        event = f"{{date: 2014, title: A{number}, x: 1, y: 1}}\n"
        (tmp_path / "many" / f"{number}.yaml").write_text(event)
    ran = run("list", "-f", "many", "--limit", "0")
    assert ran.err == "22 warnings in 11 files, see timeline check\n"


def test_a_file_with_errors_is_refused_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(TWO + "- date: 2016-13\n  title: Third\n")
    ran = run("list")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "events.yaml:5:9: error: date '2016-13' does not exist: there is no month 13\n"
        " 5 | - date: 2016-13\n"
        "   |         ^^^^^^^\n"
    )


def test_check_is_silent_on_the_shipped_file(run: Run) -> None:
    assert run("check", "-f", str(ROOT / "events.yaml")) == (0, "", "")


def test_a_clean_check_says_so_on_a_terminal() -> None:
    assert run_in_terminal(["check"]) == (0, "no errors or warnings in events.yaml\n")


@pytest.mark.parametrize("columns", [40, 80])
def test_check_on_a_terminal(expect: Callable[[str, str], None], columns: int) -> None:
    shown = run_in_terminal(["check", "-f", "tests/errors/several-errors.yaml"], columns=columns)
    assert shown.code == 1
    expect(f"commands/check-{columns}.txt", shown.screen)


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        pytest.param([], {}, False, id="a pipe"),
        pytest.param(["--color", "always"], {}, True, id="always"),
        pytest.param(["--color", "always"], {"NO_COLOR": "1"}, True, id="always over NO_COLOR"),
        pytest.param([], {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR"),
        pytest.param([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR over FORCE"),
        pytest.param([], {"FORCE_COLOR": ""}, False, id="an empty FORCE_COLOR"),
        pytest.param([], {"FORCE_COLOR": "1", "TERM": "dumb"}, True, id="FORCE_COLOR over dumb"),
        pytest.param(["--color", "always"], {"TERM": "dumb"}, True, id="always over dumb"),
        pytest.param(["--color", "never"], {"FORCE_COLOR": "1"}, False, id="never"),
    ],
)
@pytest.mark.parametrize(
    "command", [["list", "2022"], ["actors", "2022"], ["show", "griner-arrest", "wagner-mutiny"]]
)
def test_colour_off_a_terminal(
    run: Run, command: list[str], arguments: list[str], env: dict[str, str], coloured: bool
) -> None:
    ran = run(*command, *arguments, env=env)
    assert (ESCAPE in ran.out) is coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", ran.out)
    assert plain == run(*command, "--color", "never").out


def in_terminal(arguments: list[str], columns: int, **env: str) -> str:
    """Return what the program shows in a terminal of this width."""
    return run_in_terminal(arguments, env, columns=columns).screen


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_in_a_terminal_no_line_is_wider_than_it(columns: int) -> None:
    shown = in_terminal(["list", "2022", "--summaries"], columns, NO_COLOR="1")
    assert ESCAPE not in shown
    assert max(map(len, shown.splitlines())) == columns


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        pytest.param([], {}, True, id="a terminal"),
        pytest.param([], {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param([], {"NO_COLOR": "0"}, False, id="any NO_COLOR"),
        pytest.param([], {"NO_COLOR": ""}, True, id="an empty NO_COLOR"),
        pytest.param([], {"TERM": "dumb"}, False, id="dumb"),
        pytest.param([], {"TERM": "dumb", "FORCE_COLOR": "1"}, True, id="FORCE_COLOR over dumb"),
        pytest.param(["--color", "never"], {}, False, id="never"),
        pytest.param(["--color", "always"], {"NO_COLOR": "1"}, True, id="always over NO_COLOR"),
        pytest.param(["--color", "always"], {"TERM": "dumb"}, True, id="always over dumb"),
    ],
)
def test_colour_in_a_terminal(arguments: list[str], env: dict[str, str], coloured: bool) -> None:
    assert (ESCAPE in in_terminal(["list", "griner", *arguments], 80, **env)) is coloured


def test_only_the_sixteen_colours_of_the_terminal_are_used() -> None:
    shown = in_terminal(["list", "2022"], 80, COLORTERM="truecolor")
    codes = {code for found in re.findall(r"\x1b\[([0-9;]*)m", shown) for code in found.split(";")}
    allowed = {"0", "1", "2", *map(str, range(30, 38)), *map(str, range(90, 98))}
    assert codes <= allowed


def test_markup_in_data_is_text(run: Run, tmp_path: Path) -> None:
    text = '- {date: 2001, title: "[red]a[/] [/] [link=x]", tags: "[bold]"}\n'
    (tmp_path / "events.yaml").write_text(text)
    ran = run("list", "--color", "always", "--group-by", "none")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", ran.out)
    assert plain == "events.yaml · 1 event · 2001\n  2001  [red]a[/] [/] [link=x]\n    #[bold]\n"


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    ran = subprocess.run(
        f"{sys.executable} -m timeline list --summaries | head -n 1",
        shell=True,
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=True,
    )
    assert ran.stdout.decode() == "United States-Russia relations, 2009-2026\n"
    assert ran.stderr == b""


@pytest.mark.parametrize(
    "command", ["list", "list --oneline", "actors", "export --format json", "show griner-arrest"]
)
def test_a_full_disk_is_an_error_with_a_reason(command: str, tmp_path: Path) -> None:
    ran = subprocess.run(
        f"{sys.executable} -m timeline {command} > /dev/full",
        shell=True,
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.decode() == (
        "timeline: error: cannot write to standard output: No space left on device\n"
    )


def test_interrupting_it_leaves_no_traceback(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "list", "-f", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


def test_an_ascii_terminal_gets_what_it_can_show(run: Run) -> None:
    ran = run("list", "2022", "--limit", "1", env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    assert (
        ran.out.splitlines()[1]
        == "events.yaml (bundled) | 2022 | first 1 of 22 matching events (133 in all) "
        "| 10 January 2022"
    )


def test_reading_for_long_shows_a_bar_on_a_terminal(tmp_path: Path) -> None:
    write_events(tmp_path / "large.yaml", 60_000)
    arguments = ["list", "--limit", "1", "-f", str(tmp_path / "large.yaml")]
    assert "Reading" in in_terminal(arguments, 80, TIMELINE_CACHE="off")


def test_reading_for_a_moment_shows_none() -> None:
    assert "Reading" not in in_terminal(["list", "--limit", "1"], 80, TIMELINE_CACHE="off")


def test_reading_for_long_shows_no_bar_off_a_terminal(run: Run, tmp_path: Path) -> None:
    write_events(tmp_path / "large.yaml", 12_000)
    ran = run("list", "--limit", "1", "-f", "large.yaml", env={"TIMELINE_CACHE": "off"})
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ["list", "a.yaml"],
            "timeline: error: a.yaml is a file: to read it, put -f before it\n",
            id="a file for a word",
        ),
        pytest.param(
            ["list", "-0508"],
            "timeline: error: this could be a year before the Common Era, or a year to exclude\n"
            "    -0508\n    ~~~~^\nwrite 'year:-0508' or 'not:0508'\n",
            id="a year with a minus",
        ),
        pytest.param(
            ["list", "-0752..-0508"],
            "timeline: error: this could be a year before the Common Era, or a year to exclude\n"
            "    -0752..-0508\n    ~~~~~~~~~~~^\n"
            "write 'year:-0752..-0508' or 'not:0752..-0508'\n",
            id="years with a minus",
        ),
    ],
)
def test_what_can_be_meant_in_two_ways_is_not_guessed(
    run: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "a.yaml").write_text(TWO)
    assert run(*arguments) == (2, "", said)


def test_years_before_our_era_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {date: -0508, title: A}\n- {date: 1789, title: B}\n")
    for words in (["..-0043"], ["year:-0752..-0500"], ["-1789"], ["--year", "-0508"]):
        assert run("list", "--oneline", "-f", "a.yaml", *words).out == "-0508\ta\tA\n"


def test_a_file_that_is_named_twice_is_read_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TWO)
    ran = run("list", "--oneline", "-f", ".", "-f", "a.yaml", "-f", str(tmp_path / "a.yaml"))
    assert ran.out == "2014-03-18\tfirst\tFirst\n2015\tsecond\tSecond\n"


def test_words_of_one_style_stand_together(run: Run) -> None:
    ran = run("list", "id:griner-arrest", "--color", "always")
    assert "Brittney Griner detained at a Moscow airport" in ran.out


def shell(command: str, tmp_path: Path, **env: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        command.replace("timeline", f"{sys.executable} -m timeline", 1),
        shell=True,
        executable="/bin/bash",
        cwd=tmp_path,
        env=environment() | env,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("command", ["timeline --help", "timeline --version", "timeline list -h"])
def test_help_into_a_full_disk(command: str, tmp_path: Path) -> None:
    ran = shell(f"{command} > /dev/full", tmp_path)
    said = "timeline: error: cannot write to standard output: No space left on device\n"
    assert (ran.returncode, ran.stderr.decode()) == (2, said)


def test_help_into_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    ran = shell("timeline --help | true; exit ${PIPESTATUS[0]}", tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_with_standard_output_closed(tmp_path: Path) -> None:
    ran = shell("timeline list >&-", tmp_path)
    said = "timeline: error: cannot write to standard output: it is closed\n"
    assert (ran.returncode, ran.stderr.decode()) == (2, said)


def test_with_standard_error_closed_messages_go_nowhere(tmp_path: Path) -> None:
    ran = shell("timeline list 1066 2>&-", tmp_path)
    assert (ran.returncode, ran.stdout) == (0, b"")


@pytest.mark.parametrize("env", [{"TERMINAL_WIDTH": "x"}, {"COLUMNS": "99999999999"}])
def test_wrong_usage_is_a_plain_line(tmp_path: Path, env: dict[str, str]) -> None:
    ran = shell("timeline list --zzz", tmp_path, **env)
    said = "timeline: error: No such option: --zzz\nsee 'timeline list --help'\n"
    assert (ran.returncode, ran.stderr.decode()) == (2, said)


def test_a_terminal_of_no_width(tmp_path: Path) -> None:
    assert "Griner" in in_terminal(["list", "griner"], 0, NO_COLOR="1")


def test_a_heading_that_is_left_out_is_told(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(
            f"title: {name}\nevents: [{{date: 2001, title: Of {name}}}]\n"
        )
    ran = run("check", "-f", "a.yaml", "-f", "b.yaml")
    said = "b.yaml: warning: the title is ignored because another file has a different one\n"
    assert ran == (1, said, "1 warning in 1 of 2 files\n")


def test_a_folder_called_events_yaml(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").mkdir()
    said = "cannot read events.yaml: it is a folder; to read its files, use -f events.yaml"
    assert run("list") == (2, "", f"timeline: error: {said}\n")


def test_a_file_that_fails_while_it_is_read(run: Run) -> None:
    ran = run("list", "-f", "/proc/self/mem")
    assert ran == (2, "", "timeline: error: cannot read /proc/self/mem: Input/output error\n")

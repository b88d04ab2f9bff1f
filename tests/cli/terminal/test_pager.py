"""The pager: what is longer than the screen goes through it, whole and at once."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import timeline
from tests.benchmarks.synthetic import write_events
from tests.cli.pseudoterminal import run_in_terminal
from tests.conftest import ROOT, Run, environment

LONG = ["list", "2022", "--summaries"]
SHORT = ["list", "griner", "--oneline"]


def script(tmp_path: Path, *lines: str) -> str:
    """Make a pager of shell commands; `$1` and so on are its arguments."""
    path = tmp_path / "pager"
    path.write_text("\n".join(["#!/bin/sh", f"cd '{tmp_path}'", *lines, ""]))
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def recorder(tmp_path: Path) -> str:
    """A pager that shows nothing and records what it got."""
    return script(
        tmp_path,
        "cat > text",
        'printf "%s " "$@" > arguments',
        'echo "$LESS $LV $LESSCHARSET" > environment',
    )


def plain(*arguments: str) -> str:
    return run_in_terminal([*arguments, "--no-pager"]).screen


@pytest.mark.parametrize(
    "arguments",
    [
        LONG,
        ["list", "--oneline"],
        ["actors"],
        ["tags", "--color", "never"],
        ["show", "griner-arrest", "wagner-mutiny", "crimea-annexation"],
        ["chain", "crimea-annexation"],
        ["gaps"],
        ["chart"],
        ["on", "02-05"],
    ],
    ids=" ".join,
)
def test_what_is_longer_than_the_screen_is_paged(
    tmp_path: Path, recorder: str, arguments: list[str]
) -> None:
    ran = run_in_terminal(arguments, {"PAGER": recorder}, lines=5)
    assert ran == (0, "")
    assert (tmp_path / "text").read_text() == plain(*arguments)


@pytest.mark.parametrize(
    ("lines", "paged"), [pytest.param(3, True, id="3"), pytest.param(4, False, id="4")]
)
def test_what_fits_with_the_prompt_is_not_paged(
    tmp_path: Path, recorder: str, lines: int, paged: bool
) -> None:
    ran = run_in_terminal(SHORT, {"PAGER": recorder}, columns=100, lines=lines)
    assert ran == (0, "" if paged else plain(*SHORT))
    assert (tmp_path / "text").exists() is paged


def test_a_line_that_the_terminal_wraps_counts_as_several(tmp_path: Path, recorder: str) -> None:
    run_in_terminal(SHORT, {"PAGER": recorder}, columns=30, lines=6)
    assert (tmp_path / "text").exists()


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        pytest.param(["--no-pager"], {}, id="--no-pager"),
        pytest.param([], {"TERM": "dumb"}, id="a dumb terminal"),
        pytest.param([], {"PAGER": ""}, id="an empty PAGER"),
        pytest.param([], {"PAGER": "cat"}, id="cat"),
    ],
)
def test_what_goes_without_a_pager(
    tmp_path: Path, recorder: str, arguments: list[str], env: dict[str, str]
) -> None:
    ran = run_in_terminal([*LONG, "--color", "always", *arguments], {"PAGER": recorder} | env)
    assert ran == (0, plain(*LONG))
    assert not (tmp_path / "text").exists()


def test_off_a_terminal_nothing_is_paged(run: Run, tmp_path: Path, recorder: str) -> None:
    assert run(*LONG, env={"PAGER": recorder, "LINES": "5"}).out == run(*LONG).out
    assert not (tmp_path / "text").exists()


@pytest.mark.parametrize("command", [["export"], ["--help"]], ids=" ".join)
def test_what_is_no_view_is_not_paged(tmp_path: Path, recorder: str, command: list[str]) -> None:
    assert run_in_terminal(command, {"PAGER": recorder}, lines=5).screen
    assert not (tmp_path / "text").exists()


def test_the_pager_may_have_arguments(tmp_path: Path, recorder: str) -> None:
    run_in_terminal(LONG, {"PAGER": f"{recorder} -S 'two words'"})
    assert (tmp_path / "arguments").read_text() == "-S two words "


@pytest.mark.parametrize(
    ("env", "told"),
    [
        pytest.param({}, "FIRX -c utf-8\n", id="nothing set"),
        pytest.param({"LESS": "-iM", "LV": "", "LESSCHARSET": "x"}, "-iM  x\n", id="set"),
    ],
)
def test_what_less_is_told(tmp_path: Path, recorder: str, env: dict[str, str], told: str) -> None:
    run_in_terminal(LONG, {"PAGER": recorder} | env)
    assert (tmp_path / "environment").read_text() == told


def test_without_a_named_pager_it_is_less(tmp_path: Path, recorder: str) -> None:
    (tmp_path / "less").symlink_to(recorder)
    env = environment() | {"TERM": "xterm", "COLUMNS": "80", "LINES": "10"}
    path = f"{tmp_path}{os.pathsep}{env['PATH']}"
    leader, follower = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "timeline", *LONG],
        stdout=follower,
        cwd=ROOT,
        env=env | {"PATH": path},
        check=True,
    )
    os.close(follower)
    os.close(leader)
    assert (tmp_path / "text").read_text() == plain(*LONG)
    assert (tmp_path / "arguments").read_text() == "-R "


@pytest.mark.parametrize(
    ("pager", "said"),
    [
        pytest.param("false", "", id="fails at once"),
        pytest.param("sh -c 'cat > /dev/null; exit 3'", "", id="fails at the end"),
        pytest.param("sh -c 'kill -SEGV $$'", "", id="crashes"),
        pytest.param(
            "no-such-pager -x",
            "cannot run the pager 'no-such-pager': No such file or directory\n",
            id="missing",
        ),
        pytest.param(
            "less '",
            "cannot run $PAGER, 'less '': a quote is not closed\n",
            id="an open quote",
        ),
    ],
)
def test_with_a_pager_that_fails_nothing_is_lost(pager: str, said: str) -> None:
    assert run_in_terminal(LONG, {"PAGER": pager}) == (0, said + plain(*LONG))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.yaml"
    write_events(path, 5000)
    timeline.open(path)
    return path


def test_a_pager_that_fails_before_it_has_read_all(large: Path) -> None:
    arguments = ["list", "-f", str(large)]
    ran = run_in_terminal(arguments, {"PAGER": "sh -c 'sleep 1; exit 1'"})
    assert ran == (0, plain(*arguments))


def test_leaving_the_pager_ends_the_work(tmp_path: Path, large: Path) -> None:
    pager = script(tmp_path, "head -n 2 > text")
    ran = run_in_terminal(["list", "--oneline", "-f", str(large)], {"PAGER": pager})
    assert ran == (0, "")
    assert len((tmp_path / "text").read_text().splitlines()) == 2


def test_the_pager_gets_the_first_screen_at_once(tmp_path: Path, large: Path) -> None:
    pager = script(tmp_path, "read first; echo $first; read second; echo $second; sleep 1")
    arguments = ["list", "--oneline", "-f", str(large)]
    shown = run_in_terminal(arguments, {"PAGER": pager}, lines=4)
    assert shown.code == 0
    assert len(shown.screen.splitlines()) == 2


@pytest.mark.parametrize(
    ("pager", "code"),
    [
        pytest.param(["trap '' INT", "echo up > /dev/tty", "sleep 2"], 0, id="it goes on"),
        pytest.param(["echo up > /dev/tty", "exec sleep 30"], 130, id="it ends"),
    ],
)
def test_an_interrupt_is_for_the_pager(tmp_path: Path, pager: list[str], code: int) -> None:
    process, leader = pty.fork()
    if process == 0:
        size = {"TERM": "xterm", "COLUMNS": "80", "LINES": "10"}
        env = environment() | size | {"PAGER": script(tmp_path, *pager)}
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, "-m", "timeline", *LONG], env)
    seen = b""
    while b"up" not in seen:
        seen += os.read(leader, 1024)
    time.sleep(0.2)
    os.write(leader, b"\x03")
    _, status = os.waitpid(process, 0)
    os.close(leader)
    assert os.waitstatus_to_exitcode(status) == code


def test_an_interrupt_before_the_screen_is_full_ends_it(tmp_path: Path, recorder: str) -> None:
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "list", "-f", "-"],
        stdin=subprocess.PIPE,
        stdout=follower,
        stderr=subprocess.PIPE,
        env=environment() | {"TERM": "xterm", "PAGER": recorder},
    )
    os.close(follower)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    os.close(leader)
    assert (process.returncode, err) == (130, b"")
    assert not (tmp_path / "text").exists()

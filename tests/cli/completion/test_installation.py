"""Installing completion: what it changes, how to undo it, and when it changes nothing."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.completion.shells import in_shell, in_terminal
from tests.conftest import ROOT, environment

EVENTS = """
actors: {lavrov: {name: Sergei Lavrov}}
events: [{date: 2001, title: First, actors: lavrov, tags: [war, two words]}]
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path) -> Path:
    (tmp_path / "events.yaml").write_text(EVENTS)
    return tmp_path


@pytest.fixture
def program(tmp_path: Path) -> dict[str, str]:
    """The environment in which `timeline` is this program, and home an empty folder."""
    folder = tmp_path / "home" / "bin"
    folder.mkdir(parents=True)
    (folder / "timeline").write_text(f'#!/bin/sh\nexec {sys.executable} -m timeline "$@"\n')
    (folder / "timeline").chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    home = {"HOME": str(folder.parent), "PATH": path, "PYTHONPATH": str(ROOT)}
    return environment() | home


def test_bash_itself(here: Path, program: dict[str, str]) -> None:
    code = (
        'timeline --install-completion && . "$HOME/.bashrc"\n'
        "COMP_WORDS=(timeline list --tag war tag : two); COMP_CWORD=6\n"
        "_timeline_completion timeline; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    home = program["HOME"]
    assert in_shell("bash", code, here, program).splitlines() == [
        "bash completion is installed: start a new shell to use it",
        "wrote ~/.bash_completions/timeline.sh",
        "added to ~/.bashrc:",
        f"    source '{home}/.bash_completions/timeline.sh'",
        "to undo this, delete ~/.bash_completions/timeline.sh and what was added to ~/.bashrc",
        r"two\ words",
    ]


def test_bash_a_second_time(here: Path, program: dict[str, str]) -> None:
    (Path(program["HOME"]) / ".bashrc").write_text("PS1=mine\n")
    code = "timeline --install-completion > first; timeline --install-completion"
    assert in_shell("bash", code, here, program).splitlines() == [
        "bash completion is installed: start a new shell to use it",
        "wrote ~/.bash_completions/timeline.sh",
        "~/.bashrc already loads it",
        "to undo this, delete ~/.bash_completions/timeline.sh and the lines that load it from "
        "~/.bashrc",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param("--install-completion --help", id="help after"),
        pytest.param("--help --install-completion", id="help before"),
        pytest.param("-h --install-completion", id="short help"),
        pytest.param("--install-completion list --help", id="help of a command"),
        pytest.param("--install-completion list", id="a command"),
        pytest.param("--install-completion --nonsense", id="wrong usage"),
    ],
)
def test_what_installs_nothing(here: Path, program: dict[str, str], arguments: str) -> None:
    in_shell("bash", f"timeline {arguments}", here, program)
    assert sorted(path.name for path in Path(program["HOME"]).iterdir()) == ["bin"]


@pytest.mark.parametrize(
    ("answer", "installed"),
    [("\n", True), ("y\n", True), ("n\n", False), ("\x04", False)],
    ids=["enter", "yes", "no", "end of input"],
)
def test_on_a_terminal_it_asks(program: dict[str, str], answer: str, installed: bool) -> None:
    bash = shutil.which("bash")
    assert bash is not None
    shown = in_terminal([bash, "-c", "timeline --install-completion; true"], program, answer)
    assert (
        "This writes ~/.bash_completions/timeline.sh and adds to ~/.bashrc. Continue? [Y/n]"
        in shown
    )
    assert ("nothing was changed" in shown) is not installed
    assert (Path(program["HOME"]) / ".bashrc").exists() is installed


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_take_the_script(here: Path, program: dict[str, str], shell: str) -> None:
    check = {"zsh": "zsh -n script", "fish": "fish --no-execute script"}[shell]
    shown = in_shell(
        shell, f"timeline --show-completion > script && {check} && cat script", here, program
    )
    assert f"_TIMELINE_COMPLETE=complete_{shell}" in shown


def test_fish_itself(here: Path, program: dict[str, str]) -> None:
    code = "timeline --show-completion | source; complete -C 'timeline list actor:lav'"
    assert in_shell("fish", code, here, program) == "actor:lavrov\tSergei Lavrov\n"


def test_a_home_that_cannot_be_written(here: Path, program: dict[str, str]) -> None:
    (here / "file").write_text("")
    code = "timeline --install-completion 2>&1"
    said = in_shell("bash", code, here, program | {"HOME": str(here / "file")})
    assert said.startswith("timeline: error: cannot install completion: ")


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_a_shell_that_cannot(here: Path, program: dict[str, str], option: str) -> None:
    said = in_shell("sh", f"timeline {option} 2>&1; echo $?", here, program)
    assert said == (
        "timeline: error: this shell is not supported: run this in bash, zsh or fish\n2\n"
    )

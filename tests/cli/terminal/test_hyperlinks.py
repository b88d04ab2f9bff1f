"""Hyperlinks stand on terminals that have them, and nowhere else."""

import pytest

from tests.cli.pseudoterminal import run_in_terminal
from tests.conftest import Run
from timeline.cli.terminal.hyperlinks import has_hyperlinks

LINK = "\x1b]8;"
SHOW = ["show", "tracy-sig"]
ADDRESS = "https://www.nasdaq.com/articles/us-was-not-involved-in-russian-mutiny"


@pytest.mark.parametrize(
    ("environment", "has"),
    [
        pytest.param({}, False, id="unknown"),
        pytest.param({"VTE_VERSION": "6800"}, True, id="VTE"),
        pytest.param({"VTE_VERSION": "5001"}, True, id="first VTE"),
        pytest.param({"VTE_VERSION": "5000"}, False, id="VTE that crashes"),
        pytest.param({"VTE_VERSION": "4205"}, False, id="old VTE"),
        pytest.param({"VTE_VERSION": "x"}, False, id="odd VTE"),
        pytest.param({"TERM_PROGRAM": "iTerm.app"}, True, id="iTerm"),
        pytest.param({"TERM_PROGRAM": "WezTerm"}, True, id="WezTerm"),
        pytest.param({"TERM_PROGRAM": "vscode"}, True, id="vscode"),
        pytest.param({"TERM_PROGRAM": "ghostty"}, True, id="ghostty"),
        pytest.param({"TERM_PROGRAM": "Hyper"}, True, id="Hyper"),
        pytest.param({"TERM_PROGRAM": "Apple_Terminal"}, False, id="Apple"),
        pytest.param({"KITTY_WINDOW_ID": "1"}, True, id="kitty"),
        pytest.param({"WT_SESSION": "a"}, True, id="Windows Terminal"),
        pytest.param({"KONSOLE_VERSION": "220400"}, True, id="Konsole"),
        pytest.param({"DOMTERM": "x"}, True, id="DomTerm"),
        pytest.param({"TMUX": "/tmp/t", "VTE_VERSION": "6800"}, False, id="tmux"),
        pytest.param({"TERM": "tmux-256color", "WT_SESSION": "a"}, False, id="TERM of tmux"),
        pytest.param({"TERM": "screen", "KITTY_WINDOW_ID": "1"}, False, id="screen"),
        pytest.param({"TMUX": "/tmp/t", "FORCE_HYPERLINK": "1"}, True, id="forced in tmux"),
        pytest.param({"FORCE_HYPERLINK": "1"}, True, id="forced"),
        pytest.param({"FORCE_HYPERLINK": "true"}, True, id="forced by a word"),
        pytest.param({"FORCE_HYPERLINK": ""}, False, id="empty"),
        pytest.param({"FORCE_HYPERLINK": "0", "WT_SESSION": "a"}, False, id="forced off"),
        pytest.param({"TERM": "dumb", "FORCE_HYPERLINK": "1"}, False, id="dumb"),
        pytest.param({"TERM": "", "FORCE_HYPERLINK": "1"}, False, id="no TERM"),
    ],
)
def test_which_terminals_have_them(environment: dict[str, str], has: bool) -> None:
    assert has_hyperlinks({"TERM": "xterm-256color"} | environment) is has


def test_on_a_terminal_that_has_them() -> None:
    _, screen = run_in_terminal(SHOW, {"FORCE_HYPERLINK": "1"}, columns=200)
    (line,) = [line for line in screen.splitlines() if ADDRESS in line]
    assert f"{LINK}id=timeline;{ADDRESS}" in line
    assert "US was not involved in mutiny, Lavrov cites envoy as saying" in line


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        pytest.param([], {"FORCE_HYPERLINK": "0"}, id="none"),
        pytest.param([], {"FORCE_HYPERLINK": "1", "TERM": "dumb"}, id="dumb"),
        pytest.param([], {"FORCE_HYPERLINK": "1", "NO_COLOR": "1"}, id="NO_COLOR"),
        pytest.param(["--color", "never"], {"FORCE_HYPERLINK": "1"}, id="never"),
    ],
)
def test_on_a_terminal_without(arguments: list[str], env: dict[str, str]) -> None:
    _, screen = run_in_terminal([*SHOW, *arguments], env, columns=200)
    assert LINK not in screen
    assert ADDRESS in screen


def test_in_a_pipe_there_are_none(run: Run) -> None:
    ran = run(*SHOW, "--color", "always", env={"FORCE_HYPERLINK": "1", "TERM": "xterm"})
    assert LINK not in ran.out
    assert ADDRESS in ran.out

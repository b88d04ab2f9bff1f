"""The full screen in a real terminal: tmux. Keys, sizes, signals, commands, and what is left."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import environment
from tests.explorer.test_keys import TEXT

TMUX = shutil.which("tmux")
pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")

PATIENCE = 30.0
"""How long to wait for the screen, in seconds; a loaded machine may need it."""


class Terminal:
    """A terminal with a shell, in a folder with a chronology."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self._socket = str(folder / "tmux")
        self.folder = folder
        self._tmux(
            *("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "30"),
            *("env", *(f"{name}={value}" for name, value in env.items()), "sh"),
        )
        self._tmux("set-option", "-g", "default-terminal", "xterm-256color")
        self.type("PS1='$ '", "Enter")

    def _tmux(self, *arguments: str) -> str:
        command = [str(TMUX), "-S", self._socket, *arguments]
        env = environment() | {"LC_ALL": "C.UTF-8"}
        return subprocess.run(
            command, check=True, capture_output=True, text=True, cwd=self.folder, env=env
        ).stdout

    def type(self, *keys: str) -> None:
        """Type keys, by their names in tmux."""
        self._tmux("send-keys", *keys)

    def run(self, line: str) -> None:
        """Run a line of the shell."""
        self._tmux("send-keys", "-l", line)
        self.type("Enter")

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def screen(self) -> str:
        """Return what the terminal shows."""
        return self._tmux("capture-pane", "-p")

    def shows(self, *texts: str) -> str:
        """Wait until the terminal shows all these texts; return all that it shows."""
        end = time.monotonic() + PATIENCE
        while not all(text in (screen := self.screen()) for text in texts):
            assert time.monotonic() < end, f"{texts} never appeared:\n{screen}"
            time.sleep(0.05)
        return screen

    def child(self) -> int:
        """Return the number of the process that the shell has started."""
        shell = self._tmux("display-message", "-p", "#{pane_pid}").strip()
        children = Path(f"/proc/{shell}/task/{shell}/children").read_text(encoding="utf-8")
        return int(children.split()[0])

    def in_front(self) -> str:
        """Return the name of the program in front, and whether the alternate screen is on."""
        return self._tmux("display-message", "-p", "#{alternate_on} #{cursor_flag}").strip()

    def end(self) -> None:
        """End the terminal."""
        subprocess.run([str(TMUX), "-S", self._socket, "kill-server"], check=False)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "events.yaml").write_text(TEXT, encoding="utf-8")
    env = environment() | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    one = Terminal(tmp_path, env)
    yield one
    one.end()


def explore(terminal: Terminal, words: str = "") -> None:
    terminal.run(f"{sys.executable} -P -m timeline explore {words}; echo left $?")
    terminal.shows("Alpha begins", "? help")


RESTORED = "0 1"
"""What a terminal has when nothing is in front: the usual screen, and a cursor."""


def test_keys_sizes_and_quitting(terminal: Terminal) -> None:
    explore(terminal)
    terminal.type("j")
    terminal.shows("2 of 5")
    terminal.resize(60, 20)
    terminal.shows("2 of 5", "Beta follows")
    terminal.resize(150, 40)
    terminal.shows("2 of 5", "Just before")
    terminal.type("/")
    terminal.run("tag:war")
    terminal.shows("2 of 5 events", "2 of 2")
    terminal.type("q")
    terminal.shows("left 0")
    assert terminal.in_front() == RESTORED


def test_a_question_on_the_command_line(terminal: Terminal) -> None:
    explore(terminal, "1990 actor:ann")
    terminal.shows("1990 actor:ann", "2 of 5 events")
    terminal.type("C-c")
    terminal.shows("left 0")


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("?j", "Next year"),
        ("cj", "Esc goes back"),
        ("tj", "Esc goes back"),
        (":19", "Esc goes back"),
    ],
)
def test_keys_that_come_at_once(terminal: Terminal, keys: str, shown: str) -> None:
    explore(terminal)
    terminal.type("-l", keys)
    terminal.shows(shown)
    terminal.type("Escape")
    terminal.shows("1 of 5")
    terminal.type("q")
    terminal.shows("left 0")


def test_suspending_and_coming_back(terminal: Terminal) -> None:
    explore(terminal)
    terminal.type("j")
    terminal.shows("2 of 5")
    terminal.type("C-z")
    terminal.shows("$ ")
    assert terminal.in_front() == RESTORED
    terminal.run("fg")
    terminal.shows("2 of 5", "? help")
    terminal.type("j")
    terminal.shows("3 of 5")
    terminal.type("q")
    terminal.shows("left")


def test_a_file_that_changes_appears_and_an_error_keeps_what_was_there(terminal: Terminal) -> None:
    explore(terminal)
    terminal.type("j")
    terminal.shows("2 of 5")
    path = terminal.folder / "events.yaml"
    path.write_text(TEXT.replace("Beta follows", "Beta has another name"), encoding="utf-8")
    terminal.shows("2 of 5", "Beta has another name")
    path.write_text(TEXT.replace("date: 1990-05", "date: 1990-55"), encoding="utf-8")
    terminal.shows("events.yaml:", "1990-55", "Beta has another name")
    path.write_text(TEXT, encoding="utf-8")
    terminal.shows("2 of 5", "Beta follows")
    terminal.type("q")
    terminal.shows("left 0")


def test_editing_the_chosen_event(terminal: Terminal) -> None:
    editor = terminal.folder / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/Beta follows/Beta was edited/' \"$1\"\n")
    editor.chmod(0o755)
    terminal.run(f"export VISUAL={editor}")
    explore(terminal)
    terminal.type("j")
    terminal.shows("2 of 5")
    terminal.type("e")
    terminal.shows("2 of 5", "Beta was edited")
    assert "Beta was edited" in (terminal.folder / "events.yaml").read_text(encoding="utf-8")
    terminal.type("q")
    terminal.shows("left 0")


def test_adding_left_and_exporting(terminal: Terminal) -> None:
    explore(terminal)
    terminal.type("w")
    terminal.shows("Export to a file")
    terminal.run("found.json")
    terminal.shows("wrote 5 events to found.json")
    terminal.type("n")
    terminal.shows("Date")
    terminal.type("C-c")
    terminal.shows("Enter returns to the chronology")
    terminal.type("Enter")
    terminal.shows("1 of 5")
    terminal.type("q")
    terminal.shows("left 0")


def add(terminal: Terminal, date: str, title: str) -> None:
    terminal.type("n")
    terminal.shows("Date")
    for answer in (date, title, "", "", "", "", ""):
        terminal.run(answer)


def test_the_screen_goes_to_an_event_that_was_added(terminal: Terminal) -> None:
    explore(terminal)
    add(terminal, "1992-03-04", "Zeta was added")
    terminal.shows("3 of 6  added zeta-was-added", "Zeta was added")
    terminal.type("u")
    terminal.shows("1 of 6")
    terminal.type("/")
    terminal.run("tag:war")
    terminal.shows("1 of 2")
    add(terminal, "1993-03-04", "Eta is not at war")
    terminal.shows("1 of 2  added eta-is-not-at-war, which is not in this question; x shows all")
    terminal.type("q")
    terminal.shows("left 0")


def test_what_an_export_loses_is_shown_whole(terminal: Terminal) -> None:
    explore(terminal)
    terminal.resize(60, 24)
    terminal.type("w")
    terminal.shows("Export to a file", ".timeline.json", ".csl.json")
    terminal.run("found.ics")
    screen = terminal.shows("Message  (Esc goes back)")
    shown = " ".join(screen.split())
    assert "wrote 5 events to found.ics not included in ics: " in shown
    assert "that 1 date is approximate (c. 2000)" in shown
    assert "--strict" not in shown
    terminal.type("x")
    terminal.type("Escape")
    terminal.shows("1 of 5")
    terminal.type("q")
    terminal.shows("left 0")


def test_a_name_that_cannot_be_exported_to_is_kept(terminal: Terminal) -> None:
    explore(terminal)
    terminal.type("w")
    terminal.shows("Export to a file")
    terminal.run("found.zip")
    terminal.shows("found.zip\n", "'found.zip' has no known extension: use one of these")
    terminal.type("BSpace", "BSpace", "BSpace")
    terminal.run("md")
    terminal.shows("wrote 5 events to found.md")
    terminal.type("w")
    terminal.shows("Export to a file")
    terminal.run("none/found.md")
    terminal.shows("none/found.md\n", "cannot write none/found.md: the folder none does not exist")
    terminal.type("Escape")
    terminal.shows("1 of 5")
    terminal.type("q")
    terminal.shows("left 0")


def test_opening_a_source(terminal: Terminal) -> None:
    browser = terminal.folder / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {terminal.folder}/opened\n')
    browser.chmod(0o755)
    terminal.run(f"export BROWSER={browser}")
    explore(terminal)
    terminal.type("o")
    terminal.shows("opened https://example.org/a")
    terminal.type("q")
    terminal.shows("left 0")
    assert (terminal.folder / "opened").read_text().strip() == "https://example.org/a"


def test_what_changed_since_the_last_commit(terminal: Terminal) -> None:
    git = "git -c user.name=a -c user.email=a@example.org"
    terminal.run(f"git init -q . && git add events.yaml && {git} commit -q -m first; echo re''ady")
    terminal.shows("ready")
    path = terminal.folder / "events.yaml"
    path.write_text(TEXT.replace("Beta follows", "Beta differs"), encoding="utf-8")
    explore(terminal)
    terminal.type("d")
    terminal.shows("Beta differs", "Enter returns to the chronology")
    terminal.type("Enter")
    terminal.shows("1 of 5")
    terminal.type("q")
    terminal.shows("left 0")


def test_an_error_in_the_program_leaves_the_terminal_as_it_was(terminal: Terminal) -> None:
    broken = terminal.folder / "broken.py"
    broken.write_text(
        "import sys\n"
        "from timeline.cli import run\n"
        "from timeline.explorer.screen import actions\n"
        "def fails(app): raise ValueError('broken on purpose')\n"
        "actions.ACTIONS['clear'] = fails\n"
        "sys.exit(run(['explore']))\n"
    )
    terminal.run(f"{sys.executable} broken.py; echo left $?")
    terminal.shows("Alpha begins")
    terminal.type("x")
    screen = terminal.shows("left 2")
    assert "internal error: ValueError: broken on purpose" in " ".join(screen.split())
    assert "Traceback" not in screen
    assert terminal.in_front() == RESTORED


def test_without_a_terminal_it_says_so(terminal: Terminal) -> None:
    terminal.run(f"{sys.executable} -m timeline explore | cat; echo left")
    terminal.shows("explore needs a terminal; to print events, run 'timeline list'", "left")
    terminal.run("clear")
    terminal.run(f"{sys.executable} -m timeline explore -f -; echo ended $?")
    terminal.shows("explore cannot read standard input: it reads the keyboard", "ended 2")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_ending_the_process_leaves_the_terminal_as_it_was(terminal: Terminal, name: str) -> None:
    explore(terminal)
    os.kill(terminal.child(), getattr(signal, name))
    terminal.shows(f"left {128 + getattr(signal, name)}")
    assert terminal.in_front() == RESTORED


def test_no_module_of_the_folder_is_run(terminal: Terminal) -> None:
    (terminal.folder / "timeline.py").write_text("open('was-run', 'w')\n")
    explore(terminal)
    terminal.type("w")
    terminal.shows("Export to a file")
    terminal.run("found.md")
    terminal.shows("wrote 5 events to found.md")
    assert not (terminal.folder / "was-run").exists()
    terminal.type("q")
    terminal.shows("left 0")

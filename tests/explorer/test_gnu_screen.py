"""The full screen in GNU screen: keys, colours, and what is left."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, environment
from tests.explorer.test_keys import TEXT

SCREEN = shutil.which("screen")
pytestmark = pytest.mark.skipif(SCREEN is None, reason="GNU screen is not installed")

PATIENCE = 30.0
"""How long to wait for the screen, in seconds; a loaded machine may need it."""


class Session:
    """A session with a shell, in a folder with a chronology."""

    def __init__(self, folder: Path, sockets: Path) -> None:
        self._folder = folder
        self._env = environment() | {
            "SCREENDIR": str(sockets),
            "SYSSCREENRC": "/dev/null",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "TIMELINE_HISTORY": "off",
            "PS1": "$ ",
        }
        settings = sockets / "screenrc"
        settings.write_text("altscreen on\n")
        self._screen("-U", "-c", str(settings), "-d", "-m", "sh")

    def _screen(self, *arguments: str) -> None:
        subprocess.run(
            [str(SCREEN), "-S", "explored", *arguments],
            check=True,
            cwd=self._folder,
            env=self._env,
            timeout=PATIENCE,
            capture_output=True,
        )

    def type(self, text: str) -> None:
        """Type a text."""
        self._screen("-p", "0", "-X", "stuff", text)

    def shows(self, *texts: str) -> str:
        """Wait until the session shows all these texts; return all that it shows."""
        copy = self._folder / "copy"
        end = time.monotonic() + PATIENCE
        while True:
            copy.unlink(missing_ok=True)
            self._screen("-p", "0", "-X", "hardcopy", str(copy))
            shown = copy.read_text(encoding="utf-8", errors="replace") if copy.exists() else ""
            if all(text in shown for text in texts):
                return shown
            assert time.monotonic() < end, f"{texts} never appeared:\n{shown}"
            time.sleep(0.1)

    def end(self) -> None:
        """End the session."""
        self._screen("-X", "quit")


@pytest.fixture
def session(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    (tmp_path / "events.yaml").write_text(TEXT, encoding="utf-8")
    # GNU screen refuses a folder that others can read.
    sockets = tmp_path_factory.mktemp("s")
    sockets.chmod(0o700)
    one = Session(tmp_path, sockets)
    yield one
    one.end()


def test_keys_and_quitting(session: Session) -> None:
    session.type(f"{sys.executable} -P -m timeline explore; echo left $?\r")
    session.shows("Alpha begins", "? help")
    session.type("j")
    session.shows("2 of 5")
    session.type("/tag:war\r")
    session.shows("2 of 5 events", "2 of 2")
    session.type("t")
    session.shows("On 1 February", "Esc goes back")
    session.type("q")
    session.shows("2 of 2")
    session.type("q")
    assert "Alpha begins" not in session.shows("left 0")

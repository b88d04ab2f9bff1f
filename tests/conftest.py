"""What tests share: chronologies made of text, and the program run as a user runs it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import Phase, settings

import timeline
from timeline import Timeline

# A loaded machine may take long for an example.
settings.register_profile("timeline", deadline=None)
# Now and then, for longer: `pytest --hypothesis-profile many --hypothesis-seed 1 FILE`.
settings.register_profile("many", deadline=None, max_examples=2_000, phases=[Phase.generate])
settings.load_profile("timeline")

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)


class Ran(NamedTuple):
    """What a run of the program left: its exit code, and what it wrote where."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
OpenText = Callable[[str], Timeline]
Expect = Callable[[str, str], None]


def refused(error: type[Exception], message: str) -> AbstractContextManager[object]:
    """Expect an error that says this and no more."""
    return pytest.raises(error, match=rf"\A{re.escape(message)}\Z")


def dated(dates: Iterable[object]) -> str:
    """Return a chronology with an event on each of these dates: e0, e1 and so on."""
    return "\n".join(f'- {{id: e{n}, date: "{date}", title: x}}' for n, date in enumerate(dates))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep indexes in a folder of the tests' own, also those of the processes they start."""
    os.environ["TIMELINE_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def open_text(tmp_path: Path) -> OpenText:
    """Open a chronology from the text of its file."""

    def opened(text: str) -> Timeline:
        path = tmp_path / "events.yaml"
        path.write_text(text, encoding="utf-8")
        return timeline.open(path)

    return opened


@pytest.fixture(scope="session")
def shipped() -> Timeline:
    """The chronology that comes with the program."""
    return timeline.open(ROOT / "events.yaml")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `timeline` as a process of its own, in an empty folder, without a terminal."""

    def ran(
        *arguments: str,
        stdin: str | bytes = b"",
        cwd: Path = tmp_path,
        env: dict[str, str] | None = None,
    ) -> Ran:
        process = subprocess.run(
            [sys.executable, "-W", "error", "-m", "timeline", *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd,
            env=environment() | (env or {}),
            timeout=60,
            check=False,
        )
        return Ran(process.returncode, process.stdout.decode(), process.stderr.decode())

    return ran


def environment() -> dict[str, str]:
    """Return the environment without what changes the output."""
    hidden = {"NO_COLOR", "FORCE_COLOR", "TIMELINE_FILE", "COLUMNS", "LINES", "PAGER", "LESS"}
    hidden |= {"FORCE_HYPERLINK", "VTE_VERSION", "TERM_PROGRAM", "KITTY_WINDOW_ID", "WT_SESSION"}
    return {key: value for key, value in os.environ.items() if key not in hidden}


@pytest.fixture
def fixed_today(monkeypatch: pytest.MonkeyPatch) -> date:
    """Let the present day of commands be one day, where they run in this process."""
    monkeypatch.setattr("timeline.cli.opening.today", lambda: TODAY)
    return TODAY


@pytest.fixture
def expect() -> Expect:
    """Compare a text with the file of `tests/golden` that has this name.

    With UPDATE_GOLDEN in the environment the file is written instead, to be read and committed.
    """

    def compared(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return compared

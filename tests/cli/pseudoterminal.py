"""The program run in a terminal of its own."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT, environment


class Shown(NamedTuple):
    """What a run in a terminal left: its exit code, and what stands on the screen."""

    code: int
    screen: str


def run_in_terminal(
    arguments: list[str],
    env: dict[str, str] | None = None,
    *,
    columns: int = 80,
    lines: int = 40,
    typed: str = "",
    folder: Path = ROOT,
) -> Shown:
    """Run the program in a terminal, without a pager unless the environment names one."""
    command = [sys.executable, "-m", "timeline", *arguments]
    env = {"PAGER": ""} | (env or {})
    return shown_by(command, folder, env, columns=columns, lines=lines, typed=typed)


def shown_by(
    command: list[str],
    folder: Path,
    env: dict[str, str],
    *,
    columns: int,
    lines: int,
    typed: str = "",
) -> Shown:
    """Run any command in a terminal of this size, in which this is typed."""
    size = {"COLUMNS": str(columns), "LINES": str(lines)}
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        cwd=folder,
        env=environment() | {"TERM": "xterm"} | size | env,
    ) as process:
        os.close(follower)
        os.write(leader, typed.encode())
        shown = b""
        while data := _read(leader):
            shown += data
    os.close(leader)
    return Shown(process.returncode, shown.decode().replace("\r\n", "\n"))


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 1 << 16)
    except OSError:
        # The last one who had the terminal open is gone.
        return b""

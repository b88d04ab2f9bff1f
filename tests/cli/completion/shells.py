"""Running shells, in which `timeline` is this program."""

import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest


def in_shell(shell: str, code: str, here: Path, env: dict[str, str]) -> str:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"there is no {shell}")
    ran = subprocess.run(
        [found, "-c", f"{code}\ntrue"], cwd=here, env=env, capture_output=True, check=True
    )
    return ran.stdout.decode()


def in_terminal(command: list[str], env: dict[str, str], answer: str) -> str:
    """Run a command in a terminal, type an answer, and return what is on the screen."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=env
    ) as process:
        os.close(follower)
        os.write(leader, answer.encode())
        shown = b""
        while data := _read(leader):
            shown += data
    os.close(leader)
    assert process.returncode == 0
    return shown.decode()


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 1 << 16)
    except OSError:
        # The last process that had the terminal open is gone.
        return b""

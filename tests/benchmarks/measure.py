"""Whole processes measured from outside: CPU and wall time, and peak memory."""

import fcntl
import os
import platform
import signal
import sqlite3
import statistics
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

ROWS, COLUMNS = 40, 100
"""How large the terminal is that a screen is drawn on."""


class Cost(NamedTuple):
    """What one process took: seconds of CPU and of wall time, and its peak memory in MB."""

    cpu: float
    wall: float
    memory: float


class Task(NamedTuple):
    """A command to measure, its environment, and what is to be done before each run.

    It is measured to its end, or until it has filled the `screen` of a terminal.
    """

    command: Sequence[str]
    env: dict[str, str]
    before: Callable[[], None] | None = None
    screen: bool = False


def run(task: Task) -> Cost:
    """Run a command once, its output into a pipe or a terminal that is read; raise if it fails."""
    if task.before is not None:
        task.before()
    env = os.environ | task.env
    # An installed program has its bytecode, as the libraries have that it is compared with.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    ours, theirs = os.openpty() if task.screen else os.pipe()
    if task.screen:
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    start = time.perf_counter()
    screen = theirs if task.screen else None
    process = subprocess.Popen(
        task.command, stdin=screen, stdout=theirs, stderr=subprocess.DEVNULL, env=env
    )
    os.close(theirs)
    is_full = _read(ours, ROWS if task.screen else None)
    wall = time.perf_counter() - start
    if is_full:
        # Popen.kill would take note of one that has ended by itself, whose cost is then lost.
        os.kill(process.pid, signal.SIGKILL)
    _, status, usage = os.wait4(process.pid, 0)
    os.close(ours)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not is_full:
        raise RuntimeError(f"{' '.join(task.command)} exited with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def _read(source: int, rows: int | None) -> bool:
    """Read to the end, or until there are so many lines; tell whether there were."""
    lines = 0
    while rows is None or lines < rows:
        try:
            text = os.read(source, 1 << 20)
        except OSError:
            # What a terminal says when nobody writes to it any more.
            return False
        if not text:
            return False
        lines += text.count(b"\n")
    return True


def medians(tasks: Sequence[Task], runs: int) -> list[Cost]:
    """Run several commands in turn, so that a change of the machine's speed meets them all.

    One round that does not count comes first. Returns the medians of each command.
    """
    for task in tasks:
        run(task)
    rounds = [[run(task) for task in tasks] for _ in range(runs)]
    return [
        Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))
        for costs in zip(*rounds, strict=True)
    ]


def machine() -> str:
    """Return what it was measured with."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    programs = ", ".join(
        f"{name} {version(name)}" for name in ("typer", "rich", "PyYAML", "msgspec")
    )
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {model}, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {programs}"
    )

"""Whole processes measured from outside: CPU and wall time, and peak memory."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    """What one process took: seconds of CPU and of wall time, and its peak memory in MB."""

    cpu: float
    wall: float
    memory: float


class Task(NamedTuple):
    """A command to measure, its environment, and what is to be done before each run."""

    command: Sequence[str]
    env: dict[str, str]
    before: Callable[[], None] | None = None


def run(task: Task) -> Cost:
    """Run a command once, its output into a pipe that is read; raise if it fails."""
    if task.before is not None:
        task.before()
    env = os.environ | task.env
    # An installed program has its bytecode, as the libraries have that it is compared with.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    process = subprocess.Popen(
        task.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
    )
    assert process.stdout is not None
    while process.stdout.read(1 << 20):
        pass
    _, status, usage = os.wait4(process.pid, 0)
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(task.command)} exited with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


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

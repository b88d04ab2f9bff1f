"""Runs commands in forked processes, kills them at random moments, and says what is left.

`python -m tests.cli.killing FILE SEED [KILLS]` prints a line of JSON for each process. A process
that is forked starts at once, so that a random moment is one of the command and not of Python.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import timeline.editing.editable
import timeline.editing.tidying.formatting
import timeline.editing.tidying.sorting  # noqa: F401
from timeline.cli.program import run
from timeline.readers.yaml import reader  # noqa: F401

COMMANDS = (
    ["add", "2014-03-18", "Something else"],
    ["edit", "e7"],
    ["set", "e7", "date=2012", "tags+=x"],
    ["remove", "e7"],
    ["rename", "tag", "a", "b"],
    ["rename", "event", "e7", "seven"],
    ["sort"],
    ["format"],
)


def started(command: list[str], file: Path) -> int:
    process = os.fork()
    if process:
        return process
    os.setpgid(0, 0)
    with (file.parent.parent / "said").open("a", encoding="utf-8") as said:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
        os._exit(run(["-f", str(file), *command]))


def main(path: str, seed: str, kills: str = "100") -> None:
    file, chance = Path(path), random.Random(int(seed))
    old = file.read_bytes()
    known = []
    for command in COMMANDS:
        file.write_bytes(old)
        start = time.monotonic()
        _, status = os.waitpid(started(command, file), 0)
        known.append((command, time.monotonic() - start, file.read_bytes()))
        print(json.dumps([command, status, file.read_bytes() != old]), flush=True)
    for kill in range(int(kills)):
        command, duration, new = known[kill % len(known)]
        file.write_bytes(old)
        process = started(command, file)
        time.sleep(chance.random() * duration)
        # The editor that a command started goes with it.
        for stop in (os.killpg, os.kill):
            try:
                stop(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
            break
        _, status = os.waitpid(process, 0)
        content = file.read_bytes()
        left = "old" if content == old else "new" if content == new else "neither"
        print(json.dumps([command, status, left]), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

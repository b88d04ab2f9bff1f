"""Of several processes that need the same index, one makes it and the others wait."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import environment

MANY = 12

# Makes an index of a file, and notes in a log when it fills one.
MAKE = """
import sys, time
from timeline.index.reading import files as reading
from timeline.index.cache import store as cache
from timeline.readers.files import ChosenFile

place, path, log, pause = sys.argv[1:]

def fill(index):
    with open(log, "a") as file:
        file.write(f"{__import__('os').getpid()}\\n")
    time.sleep(float(pause))
    return reading.read_into(index, [ChosenFile(path, path)])

from pathlib import Path
index = cache.fresh_index(Path(place), [path])
index = index or cache.renewed_index(Path(place), [path], lambda _: [], fill)
print(index.value("SELECT count(*) FROM event"))
"""


def start(folder: Path, pause: float) -> "subprocess.Popen[str]":
    arguments = [str(folder / "index.sqlite"), str(folder / "events.yaml"), str(folder / "log")]
    return subprocess.Popen(
        [sys.executable, "-c", MAKE, *arguments, str(pause)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )


def filled(folder: Path) -> list[int]:
    log = folder / "log"
    return [int(line) for line in log.read_text().split()] if log.exists() else []


def write(folder: Path) -> None:
    path = folder / "events.yaml"
    path.write_text("- {date: 2001, title: A}\n- {date: 2002, title: B}\n")
    os.utime(path, (10**9, 10**9))


def test_one_process_makes_the_index(tmp_path: Path) -> None:
    write(tmp_path)
    processes = [start(tmp_path, 0.5) for _ in range(MANY)]
    assert [one.communicate()[0] for one in processes] == ["2\n"] * MANY
    assert len(filled(tmp_path)) == 1


def test_a_dead_builder_is_noticed(tmp_path: Path) -> None:
    write(tmp_path)
    first = start(tmp_path, 600)
    while not filled(tmp_path):
        time.sleep(0.02)
    others = [start(tmp_path, 0) for _ in range(3)]
    time.sleep(0.5)
    assert filled(tmp_path) == [first.pid]
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert [one.communicate()[0] for one in others] == ["2\n"] * 3
    assert len(filled(tmp_path)) == 2

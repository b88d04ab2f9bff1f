"""Measure the full screen on a pseudo-terminal: its start, its keys, its answers, its memory.

python -m tests.benchmarks.explorer [--runs 5] [--most 1000000] [--markdown FILE]
"""

import argparse
import fcntl
import os
import pty
import re
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.rows import Row, report
from tests.benchmarks.synthetic import write_events
from tests.conftest import ROOT, environment

COLUMNS, LINES = 140, 40
PATIENCE = 600.0
QUIET = 0.06
"""A screen stands if nothing is written for this long, in seconds."""

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("ready")
Empty(ansi_color=True).run()
"""
KEYS = b"jjjjjjjj kkkkJJJJKK)(jjG kkkkkkkkgjjjjjjj"
WORDS = ("lavrov", "sanctions", "crimea", "treaty")


class Screen:
    """A program on a terminal of its own."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self._started = time.perf_counter()
        self._process, self._leader = pty.fork()
        if not self._process:
            os.environ.update(env)
            os.chdir(ROOT)
            os.execv(command[0], command)
        fcntl.ioctl(self._leader, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))

    def until(self, text: bytes) -> float:
        """Return the seconds from the start until a text was written."""
        written = b""
        while text not in written:
            written += self._read(PATIENCE)
        return time.perf_counter() - self._started

    def press(self, keys: bytes) -> float:
        """Return the seconds from some keys until the last that was written because of them."""
        started = last = time.perf_counter()
        os.write(self._leader, keys)
        while self._read(QUIET if last > started else 1.0):
            last = time.perf_counter()
        return last - started

    def settle(self) -> None:
        """Wait until nothing is written."""
        while self._read(0.5):
            pass

    def end(self) -> float:
        """End the program; return the megabytes that it had at most."""
        status = Path(f"/proc/{self._process}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        os.kill(self._process, 9)
        os.waitpid(self._process, 0)
        os.close(self._leader)
        return int(found[1]) / 1024 if found else 0.0

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._leader], [], [], patience)
        return os.read(self._leader, 1 << 16) if ready else b""


def measured(folder: Path, runs: int, most: int) -> Iterator[Row]:
    """Measure chronologies of 100, 100,000 and `most` events, and yield a line for each figure."""
    env = environment() | {"TERM": "xterm-256color", "TIMELINE_CACHE": str(folder / "cache")}
    small, large, huge = (folder / f"{size}.yaml" for size in (100, 100_000, most))
    for path in (small, large, huge):
        write_events(path, int(path.stem))

    def explore(*arguments: str) -> Screen:
        return Screen([sys.executable, "-m", "timeline", "explore", *arguments], env)

    def first(screen: Screen, text: bytes) -> float:
        elapsed = screen.until(text)
        screen.end()
        return elapsed

    shipped = ("-f", "events.yaml")
    for arguments in (shipped, ("-f", str(small)), ("-f", str(large)), ("-f", str(huge))):
        first(explore(*arguments), b"help")
    pairs = [
        (
            first(Screen([sys.executable, "-c", EMPTY], env), b"ready"),
            first(explore(*shipped), b"help"),
        )
        for _ in range(runs)
    ]
    yield _ratio("first screen of the bundled file", "an empty Textual application", pairs, 1.3)
    pairs = [
        (first(explore("-f", str(small)), b"help"), first(explore("-f", str(large)), b"help"))
        for _ in range(runs)
    ]
    yield _ratio("first screen of 100,000 events, read before", "the same of 100", pairs, 1.2)
    screen = explore("-f", str(large))
    screen.until(b"help")
    screen.settle()
    times = sorted(screen.press(KEYS[at : at + 1]) for _ in range(5) for at in range(len(KEYS)))
    screen.end()
    middle, high = statistics.median(times) * 1e3, times[int(len(times) * 0.99)] * 1e3
    yield Row(
        "a key in the list of 100,000 events; 99th percentile",
        f"{middle:.0f} ms; {high:.0f} ms",
        "",
        f"{middle:.0f} ms; {high:.0f} ms",
        "20 ms; 50 ms",
        middle <= 20 and high <= 50,
    )
    screen = explore("-f", str(huge))
    screen.until(b"help")
    screen.settle()
    letters = []
    for word in WORDS:
        screen.press(b"/")
        letters += [screen.press(letter.encode()) for letter in word]
        screen.press(b"\r")
        screen.press(b"x")
        screen.settle()
    memory = screen.end()
    middle = statistics.median(letters) * 1e3
    yield Row(
        f"a letter of the question until its answer, {most:,} events",
        f"{middle:.0f} ms",
        "",
        f"{middle:.0f} ms",
        "100 ms",
        middle <= 100,
    )
    yield Row(
        f"peak memory of the full screen, {most:,} events",
        f"{memory:.0f} MB",
        "",
        f"{memory:.0f} MB",
        "120 MB",
        memory <= 120,
    )


def _ratio(what: str, other: str, pairs: list[tuple[float, float]], bound: float) -> Row:
    theirs, mine = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for theirs, mine in pairs)
    against, met = f"{other}: {theirs:.2f} s", ratio <= bound
    return Row(what, f"{mine:.2f} s", against, f"{ratio:.2f}", f"{bound}", met)


def main() -> None:
    """Run the benchmarks of the full screen alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--markdown", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report(measured(Path(folder), given.runs, given.most), given.runs, given.markdown)


if __name__ == "__main__":
    main()

"""Measure the program at several sizes; print the table of the manual's page on performance.

python -m tests.benchmarks [--runs 5] [--largest 1000000] [--markdown FILE]
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import exports, page
from tests.benchmarks.measure import Cost, Task, medians, run
from tests.benchmarks.peers import installed
from tests.benchmarks.rows import Row, compared, report, shown
from tests.benchmarks.synthetic import ACTOR, YEAR, write_events

SHIPPED = Path(__file__).parents[2] / "events.yaml"
TIMELINE = [sys.executable, "-m", "timeline"]
QUESTION = [str(YEAR), f"actor:{ACTOR}"]

TO_BEAT = ("hledger", "ledger", "jrnl")

START_UP = [sys.executable, "-c", "import typer, rich.console, sqlite3"]
PARSE = """
import sys, yaml
from yaml.cyaml import CParser
parser = CParser(open(sys.argv[1], encoding="utf-8"))
while parser.check_event():
    parser.get_event()
"""

EDIT = """
import pathlib, sys
path = pathlib.Path(sys.argv[1])
text = path.read_text(encoding="utf-8")
middle = text.index("\\n  - id: ", len(text) // 2)
at = text.index("title: ", middle) + len("title: ")
path.write_text(text[:at] + sys.argv[2] + text[at:], encoding="utf-8")
"""


class Bench:
    """The files of a run, and the measurements on them."""

    def __init__(self, folder: Path, runs: int, sizes: list[int]) -> None:
        self._folder = folder
        self._runs = runs
        self._cache = {"TIMELINE_CACHE": str(folder / "cache")}
        self._files = {size: folder / f"{size}.yaml" for size in sizes}
        for size, path in self._files.items():
            write_events(path, size)

    def rows(self) -> Iterator[Row]:
        """Measure, and yield a line for each thing measured."""
        yield self._ratio(
            "`list --year 2022` on the bundled file",
            self._ask(["list", "--year", "2022"], SHIPPED),
            "starting Python, Typer, Rich and SQLite",
            Task(START_UP, {}),
            1.3,
        )
        if 1_000_000 in self._files:
            yield self._first_read_of_a_million()
        for size, bound in ((100_000, 1.1), (1_000_000, 1.25)):
            if size in self._files:
                yield self._ratio(
                    f"one year and one actor out of {size:,} events",
                    self._ask(["list", "--oneline", *QUESTION], self._files[size]),
                    "the same out of 100",
                    self._ask(["list", "--oneline", *QUESTION], self._files[100]),
                    bound,
                )
        if 100_000 in self._files:
            yield from self._at_100_000()
            small, large = self._files[100], self._files[100_000]
            yield from exports.rows(small, large, 100_000, self._folder, self._runs)
            yield from page.rows(self._folder, self._runs)
        yield from self._peers()

    def _ask(self, arguments: list[str], path: Path) -> Task:
        return Task([*TIMELINE, *arguments, "-f", str(path)], self._cache)

    def _forget(self) -> None:
        shutil.rmtree(self._folder / "cache", ignore_errors=True)

    def _costs(self, *tasks: Task) -> list[Cost]:
        return medians(tasks, self._runs)

    def _ratio(self, what: str, ours: Task, against: str, other: Task, bound: float) -> Row:
        mine, theirs = self._costs(ours, other)
        return compared(what, mine, against, theirs, bound)

    def _at_100_000(self) -> Iterator[Row]:
        path, small = self._files[100_000], self._files[100]
        first = self._ask(["list", "--oneline", *QUESTION], path)._replace(before=self._forget)
        parse = Task([sys.executable, "-c", PARSE, str(path)], {})
        mine, floor = self._costs(first, parse)
        yield compared("first read of 100,000 events", mine, "parsing its YAML", floor, 2.0)
        listing = ["list", "--oneline"]
        large, start = self._costs(self._ask(listing, path), self._ask(listing, small))
        each = (large.cpu - start.cpu) / 100_000 * 1e6
        what = "`list --oneline` of 100,000 events, per event"
        yield Row(what, shown(large), "", f"{each:.1f} µs", "12 µs", each <= 12)
        changed = self._folder / "changed.yaml"
        shutil.copy(path, changed)
        again = self._ask(["list", "--oneline", *QUESTION], changed)
        (edited,) = self._costs(again._replace(before=_Editor(changed).edit))
        yield compared(
            "the same question after one event changed", edited, "first read", mine, 0.35
        )

    def _first_read_of_a_million(self) -> Row:
        path = self._files[1_000_000]
        first = self._ask(["list", "--oneline", *QUESTION], path)._replace(before=self._forget)
        cost = run(first)
        memory = f"{cost.memory:.0f} MB"
        return Row(
            "peak memory, first read of 1,000,000 events",
            shown(cost),
            "",
            memory,
            "150 MB",
            cost.memory <= 150,
        )

    def _peers(self) -> Iterator[Row]:
        for size in (10_000, 100_000):
            if size not in self._files:
                continue
            ours = self._ask(["list", "--oneline", *QUESTION], self._files[size])
            for peer in installed():
                path = self._folder / f"{peer.name}-{size}"
                peer.write(path, size)
                mine, theirs = self._costs(ours, Task(peer.command(path), {}))
                what = f"one year and one actor out of {size:,} events"
                bound = 1 if peer.name in TO_BEAT else None
                against = f"{peer.name} {_version(peer.name)}".strip()
                yield compared(what, mine, against, theirs, bound)


class _Editor:
    """Changes one event of a file, another way each time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._count = 0

    def edit(self) -> None:
        self._count += 1
        # In a process of its own: the peak memory of this one would be that of those it starts.
        edit = [sys.executable, "-c", EDIT, str(self._path), f"Edited {self._count} "]
        subprocess.run(edit, check=True)


def _version(name: str) -> str:
    try:
        return version(name)
    except ModuleNotFoundError:
        return ""


def main() -> None:
    """Run the benchmarks that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--largest", type=int, default=1_000_000)
    parser.add_argument("--markdown", type=Path)
    asked = parser.parse_args()
    sizes = [size for size in (100, 10_000, 100_000, 1_000_000) if size <= asked.largest]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.runs, sizes)
        report(bench.rows(), asked.runs, asked.markdown)


if __name__ == "__main__":
    main()

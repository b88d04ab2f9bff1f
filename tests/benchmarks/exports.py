"""Measure every export, and first reads of what was exported, against those of YAML.

python -m tests.benchmarks.exports [--runs 5] [--size 100000] [--markdown FILE]
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import page
from tests.benchmarks.measure import Task, medians
from tests.benchmarks.rows import Row, compared, report, shown
from tests.benchmarks.synthetic import write_events
from timeline.writers import Format

TIMELINE = [sys.executable, "-m", "timeline"]
ASK = ["list", "--oneline", "--limit", "1"]
READ = ("csv", "jsonl")
MOST_OF_YAML = 0.5
"""The part of the time for YAML that the first read of another format may take."""


class Bound(NamedTuple):
    """The microseconds that each event may take, and the megabytes that all may take."""

    time: float
    memory: float


BOUNDS = {Format.HTML: Bound(60, 200), Format.JSONL: Bound(12, 60)}
USUAL = Bound(25, 60)


def rows(small: Path, large: Path, size: int, folder: Path, runs: int) -> Iterator[Row]:
    """Measure chronologies of 100 and of `size` events, and yield a line for each format."""
    cache = folder / "cache"
    env = {"TIMELINE_CACHE": str(cache)}
    for form in Format:
        arguments = ["export", "--format", form]
        tasks = [Task([*TIMELINE, *arguments, "-f", str(path)], env) for path in (large, small)]
        many, start = medians(tasks, runs)
        each = (many.cpu - start.cpu) / size * 1e6
        memory = many.memory - start.memory
        bound = BOUNDS.get(form, USUAL)
        yield Row(
            f"`export --format {form}` of {size:,} events, per event; memory",
            shown(many),
            "",
            f"{each:.1f} µs; {memory:.0f} MB",
            f"{bound.time:g} µs; {bound.memory:g} MB",
            each <= bound.time and memory <= bound.memory,
        )
    yield from _first_reads(large, size, folder, cache, runs)


def _first_reads(large: Path, size: int, folder: Path, cache: Path, runs: int) -> Iterator[Row]:
    def first_read(path: Path) -> Task:
        def forget() -> None:
            shutil.rmtree(cache, ignore_errors=True)

        env = {"TIMELINE_CACHE": str(cache)}
        return Task([*TIMELINE, *ASK, "-f", str(path)], env, forget)

    paths = [folder / f"exported.{ending}" for ending in READ]
    for path in paths:
        export = [*TIMELINE, "export", "--force", "-o", str(path), "-f", str(large)]
        subprocess.run(export, check=True, stderr=subprocess.DEVNULL)
    yaml, *others = medians([first_read(path) for path in (large, *paths)], runs)
    for ending, cost in zip(READ, others, strict=True):
        what = f"first read of {size:,} events as {ending}"
        yield compared(what, cost, "as YAML", yaml, MOST_OF_YAML)


def main() -> None:
    """Run the benchmarks of exports alone."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.exports")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--markdown", type=Path)
    asked = parser.parse_args()

    def measured() -> Iterator[Row]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            small, large = folder / "100.yaml", folder / "large.yaml"
            write_events(small, 100)
            write_events(large, asked.size)
            yield from rows(small, large, asked.size, folder, asked.runs)
            yield from page.rows(folder, asked.runs)

    report(measured(), asked.runs, asked.markdown)


if __name__ == "__main__":
    main()

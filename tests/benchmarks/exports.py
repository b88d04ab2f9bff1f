"""Measure every export, and the readers of what was exported, against that of YAML.

python -m tests.benchmarks.exports [--runs 5] [--size 100000] [--markdown FILE]
"""

import argparse
import os
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
READ = ("csv", "jsonl")
MOST_OF_YAML = 0.5
"""The part of the time for YAML that the reader of another format may take."""

# Cyclic garbage is not collected while an index is filled either.
READING = """
import gc, sys
from timeline.readers import chosen_files, opened, read
gc.disable()
files = list(chosen_files(sys.argv[1:]))
with opened(files) as (stream,):
    for item in read(stream, files[0], []):
        pass
"""


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
    yield from _readers(large, size, folder, env, runs)


def _readers(large: Path, size: int, folder: Path, env: dict[str, str], runs: int) -> Iterator[Row]:
    paths = [folder / f"exported.{ending}" for ending in READ]
    for path in paths:
        export = [*TIMELINE, "export", "--force", "-o", str(path), "-f", str(large)]
        subprocess.run(export, check=True, stderr=subprocess.DEVNULL, env=os.environ | env)
    tasks = [Task([sys.executable, "-c", READING, str(path)], env) for path in (large, *paths)]
    yaml, *others = medians(tasks, runs)
    for ending, cost in zip(READ, others, strict=True):
        what = f"the reader of {ending}, {size:,} events"
        yield compared(what, cost, "of YAML", yaml, MOST_OF_YAML)


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

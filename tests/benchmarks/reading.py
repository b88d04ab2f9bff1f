"""Measure first reads of large files on all cores, against parsing YAML on one.

python -m tests.benchmarks.reading [--runs 3] [--sizes 100000 1000000] [--markdown FILE]

Elapsed times say something only on a machine that does nothing else. The last row of each size says
what takes the time, in CPU time, and what that gives on 2 and 4 cores of their own.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import Cost, Task, medians
from tests.benchmarks.rows import Row, report, shown
from tests.benchmarks.synthetic import write_events, write_files

READ = ("csv", "jsonl")
MOST_OF_PARSING = 1.6
MOST_OF_YAML = 1 / 3
EACH = 100
"""The number of events in each of many small files."""
ASK = ["list", "--oneline", "--limit", "1"]

PARSE = """
import sys
from yaml.cyaml import CParser
parser = CParser(open(sys.argv[1], encoding="utf-8"))
while parser.check_event():
    parser.get_event()
"""
ALL_CORES = "from timeline.__main__ import main; main()"
ONE_CORE = f"import os; os.sched_setaffinity(0, [min(os.sched_getaffinity(0))]); {ALL_CORES}"

# CPU time of the whole, of reading in this process and in workers, and of storing in between.
STAGES = """
import json, resource, sys
from time import process_time, thread_time
import timeline
from timeline.index.reading import parts as in_parts

reading = parts = 0.0
rows_of, read_parts = in_parts.PartJob.do, in_parts._read_parts

def timed_rows_of(job, part):
    global reading
    start = thread_time()
    rows = rows_of(job, part)
    reading += thread_time() - start
    return rows

def timed_read_parts(*arguments):
    global parts
    start = process_time()
    found = read_parts(*arguments)
    parts += process_time() - start
    return found

in_parts.PartJob.do, in_parts._read_parts = timed_rows_of, timed_read_parts
timeline.open(sys.argv[1])
children = resource.getrusage(resource.RUSAGE_CHILDREN)
workers = children.ru_utime + children.ru_stime
print(json.dumps([process_time() - parts, parts - reading, reading + workers]))
"""


class Stages(NamedTuple):
    """Seconds of CPU: what only one process can do, storing, and reading."""

    alone: float
    storing: float
    reading: float

    def on(self, cores: int) -> float:
        """Return the elapsed time on so many cores: one process stores, all of them read."""
        return self.alone + max(self.storing, (self.storing + self.reading) / cores)


def rows(folder: Path, size: int, runs: int) -> Iterator[Row]:
    """Measure files of so many events."""
    cache = folder / "cache"
    env = {"TIMELINE_CACHE": str(cache)}
    files = {ending: folder / f"{size}.{ending}" for ending in ("yaml", *READ)}
    write_events(files["yaml"], size)
    many = folder / "many"
    write_files(many, size, EACH)
    for ending in READ:
        export = ["export", "--force", "-o", str(files[ending]), "-f", str(files["yaml"])]
        command = [sys.executable, "-c", ALL_CORES, *export]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=os.environ | env)

    def first(path: Path, code: str) -> Task:
        def forget() -> None:
            shutil.rmtree(cache, ignore_errors=True)

        return Task([sys.executable, "-c", code, *ASK, "-f", str(path)], env, forget)

    parse = Task([sys.executable, "-c", PARSE, str(files["yaml"])], {})
    paths = [many, *files.values()]
    tasks = [parse, *(first(path, code) for path in paths for code in (ALL_CORES, ONE_CORE))]
    parsing, in_many, in_many_alone, yaml, yaml_alone, *others = medians(tasks, runs)
    what = f"first read of {size:,} events"
    yield _row(f"{what}, all cores", yaml, "parsing its YAML", parsing, MOST_OF_PARSING)
    yield _row(f"{what}, one core", yaml_alone, "parsing its YAML", parsing, None)
    in_files = f"{what} in {size // EACH:,} files"
    yield _row(f"{in_files}, all cores", in_many, "parsing its YAML", parsing, None)
    yield _row(f"{in_files}, one core", in_many_alone, "parsing its YAML", parsing, None)
    for at, ending in enumerate(READ):
        own, own_alone = others[2 * at : 2 * at + 2]
        yield _row(f"{what} as {ending}, all cores", own, "as YAML", yaml, MOST_OF_YAML)
        yield _row(f"{what} as {ending}, one core", own_alone, "as YAML", yaml_alone, MOST_OF_YAML)
    for ending, path in files.items():
        shutil.rmtree(cache, ignore_errors=True)
        command = [sys.executable, "-c", STAGES, str(path)]
        ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ | env)
        yield _computed(f"{what} as {ending}", Stages(*json.loads(ran.stdout)), parsing)


def _row(what: str, mine: Cost, against: str, theirs: Cost, bound: float | None) -> Row:
    ratio = mine.wall / theirs.wall
    return Row(
        what,
        shown(mine),
        f"{against}: {shown(theirs)}",
        f"{mine.cpu / theirs.cpu:.2f} CPU, {ratio:.2f} time",
        "" if bound is None else f"{bound:.2g} time",
        None if bound is None else ratio <= bound,
    )


def _computed(what: str, stages: Stages, parsing: Cost) -> Row:
    shares = ", ".join(f"{name} {time:.2f} s" for name, time in stages._asdict().items())
    times = "; ".join(
        f"{cores} cores: {stages.on(cores):.2f} s, {stages.on(cores) / parsing.cpu:.2f}"
        for cores in (2, 4)
    )
    return Row(f"{what}, computed", shares, f"parsing: {parsing.cpu:.2f} s CPU", times, "", None)


def main() -> None:
    """Run the benchmarks of first reads alone."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reading")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--markdown", type=Path)
    asked = parser.parse_args()

    def measured() -> Iterator[Row]:
        for size in asked.sizes:
            with tempfile.TemporaryDirectory() as name:
                yield from rows(Path(name), size, asked.runs)

    report(measured(), asked.runs, asked.markdown)


if __name__ == "__main__":
    main()

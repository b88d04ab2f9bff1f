"""Measure archives in Parquet, as they grow tenfold; print the table of the manual.

python -m tests.benchmarks.archives FOLDER [--events 100000] [--runs 3] [--markdown FILE]

FOLDER must have room for some 3 GB. The program reads and exports the events. DuckDB makes an
archive of ten times as many, in which the dates of each are paired with the texts and names of ten
others. The largest archive has ten copies of each file of that one.
"""

import argparse
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.__main__ import TIMELINE
from tests.benchmarks.measure import Cost, Task, medians, run
from tests.benchmarks.rows import Row, report, shown
from tests.benchmarks.synthetic import ACTOR, YEAR, write_events
from timeline import Event, Timeline
from timeline.analysis import Table, crosstab
from timeline.engines import EngineName, open_with_engine
from timeline.engines.archive.layout import COLUMNS, PARTITION
from timeline.model import Facet

QUESTION = [str(YEAR), f"actor:{ACTOR}"]

_TIMES = 10
_OF_QUESTION = ("earliest", "latest", "all_actors")
_DATES = (
    *("date", "earliest", "latest", "approximate", "uncertain", "begins_by", "ends_from", "start"),
    *("finish", "seconds", "ongoing"),
    *("by_decade", "by_year", "by_quarter", "by_month", "by_weekday"),
)
_TEXTS = tuple(name for name in COLUMNS if name not in ("id", "number", PARTITION, *_DATES))
# What stands beside each other in a file should not be the same text twice: that compresses well.
_EXPAND = """
COPY (
    SELECT d.id || '-' || k.k AS id, {columns}, d.number * {copies} + k.k AS number, d.year
    FROM dates d, range({copies}) k(k) JOIN texts t
        ON t.place = (d.place * 7919 + k.k * 104729) % (SELECT count(*) FROM texts)
    WHERE d.year = {year} ORDER BY d.start, d.finish, d.seconds NULLS FIRST, number
) TO '{file}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 50000)
"""


class Scan(NamedTuple):
    """What Spark did for one question: seconds, and bytes that its tasks exchanged."""

    wall: float
    cpu: float
    shuffled: int


def expand(base: Path, target: Path, copies: int) -> None:
    """Make an archive with several times the events of another one."""
    import duckdb

    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copy(base / "_common_metadata", target)
    connection = duckdb.connect(config={"temp_directory": str(target.parent / "spilled")})
    execute = connection.execute
    source = f"read_parquet('{base}/year=*/*.parquet', hive_partitioning = true)"
    place = "row_number() OVER () - 1 AS place"
    columns = ", ".join([*(f"d.{name}" for name in _DATES), *(f"t.{name}" for name in _TEXTS)])
    dates = ", ".join(_DATES)
    execute(f"CREATE TABLE dates AS SELECT id, number, year, {dates}, {place} FROM {source}")
    execute(f"CREATE TABLE texts AS SELECT {', '.join(_TEXTS)}, {place} FROM {source}")
    for (year,) in execute("SELECT DISTINCT year FROM dates ORDER BY 1").fetchall():
        folder = target / f"year={year}"
        folder.mkdir()
        file = folder / "part-0.parquet"
        execute(_EXPAND.format(columns=columns, copies=copies, year=year, file=file))


def repeat(base: Path, target: Path, copies: int) -> None:
    """Make an archive with several copies of each file of another one."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copy(base / "_common_metadata", target)
    for path in base.glob("*/*.parquet"):
        folder = target / path.parent.name
        folder.mkdir()
        for copy in range(copies):
            shutil.copy(path, folder / f"part-{copy}.parquet")


def size(folder: Path) -> str:
    """Return the size of an archive in words."""
    total = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
    return f"{total / 1e9:.2f} GB"


def scanned(folder: Path, columns: tuple[str, ...]) -> float:
    """Return how large columns are in all files of an archive, in MB: what a full scan reads."""
    from pyarrow import parquet

    total = 0
    for path in folder.rglob("*.parquet"):
        metadata = parquet.read_metadata(path)
        for group in map(metadata.row_group, range(metadata.num_row_groups)):
            chunks = map(group.column, range(group.num_columns))
            total += sum(
                one.total_compressed_size
                for one in chunks
                if one.path_in_schema.split(".")[0] in columns
            )
    return total / 1e6


def rows(folder: Path, events: int, runs: int) -> Iterator[Row]:
    """Measure, and yield a line for each thing measured."""
    cache = {"TIMELINE_CACHE": str(folder / "cache")}
    text, base = folder / f"{events}.yaml", folder / "base"
    write_events(text, events)
    run(Task([*TIMELINE, "count", "-f", str(text)], cache))
    export = ["export", "--force", "--partition", "year", "-f", str(text), "-o", str(base)]
    written = run(Task([*TIMELINE, *export], cache))
    each = written.cpu / events * 1e6
    yield _plain(
        f"`export --partition year` of {events:,} events, per event; memory; size",
        written,
        f"{each:.1f} µs; {written.memory:.0f} MB; {size(base)}",
    )
    large, largest = folder / "large", folder / "largest"
    if not large.exists():
        expand(base, large, _TIMES)
    repeat(large, largest, _TIMES)
    archives = [(large, events * _TIMES), (largest, events * _TIMES * _TIMES)]
    for archive, count in archives:
        engine = ["--engine", "duckdb", "-f", str(archive)]
        for name, words, screen in (
            ("one year and one actor", ["list", "--oneline", *QUESTION], False),
            ("`count --by year,tag`", ["count", "--by", "year,tag"], False),
            ("`list`, until the first screen is full", ["list"], True),
        ):
            cost = medians([Task([*TIMELINE, *words, *engine], cache, screen=screen)], runs)[0]
            yield _plain(
                f"DuckDB, {count:,} events ({size(archive)}): {name}; memory",
                cost,
                f"{cost.memory:.0f} MB",
            )
    yield from _by_spark(folder, archives)


def _plain(what: str, cost: Cost, result: str) -> Row:
    return Row(what, shown(cost), "", result, "", None)


def _by_spark(folder: Path, archives: list[tuple[Path, int]]) -> Iterator[Row]:
    """Ask in one session of Spark, whose log says what was read and exchanged."""
    log = folder / "spark-log"
    shutil.rmtree(log, ignore_errors=True)
    log.mkdir()
    settings = {"enabled": "true", "dir": log.as_uri(), "compress": "false"}
    settings["rolling.enabled"] = "false"
    given = " ".join(f"--conf spark.eventLog.{key}={value}" for key, value in settings.items())
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"{given} --driver-memory 4g pyspark-shell"
    began = time.perf_counter()
    open_with_engine(str(archives[0][0]), EngineName.SPARK, "local[2]")
    start = time.perf_counter() - began
    yield Row("Spark, 2 cores: the start of a session", f"{start:.1f} s", "", "", "", None)
    for archive, count in archives:
        one = open_with_engine(str(archive), EngineName.SPARK, "local[2]")
        asked: dict[str, tuple[Callable[[], object], tuple[str, ...]]] = {
            "one year and one actor": (partial(_listed, one), _OF_QUESTION),
            "`count --by year,tag`": (partial(_counted, one), ("by_year", "tags")),
        }
        for name, (ask, columns) in asked.items():
            scan = _scanned(log, ask)
            yield Row(
                f"Spark, 2 cores, {count:,} events: {name}; scanned; exchanged",
                f"{scan.cpu:.2f} s CPU, {scan.wall:.2f} s",
                "",
                f"{scanned(archive, columns):.1f} MB; {scan.shuffled / 1e6:.3f} MB",
                "",
                None,
            )


def _listed(one: Timeline) -> list[Event]:
    return list(one.select(" ".join(QUESTION)))


def _counted(one: Timeline) -> Table:
    return crosstab(one.select(), Facet.YEAR, Facet.TAG)


def _scanned(log: Path, ask: Callable[[], object]) -> Scan:
    (file,) = log.iterdir()
    before = file.stat().st_size
    began = time.perf_counter()
    ask()
    wall = time.perf_counter() - began
    # The log is written a little later than the answer.
    time.sleep(2)
    cpu = shuffled = 0
    with file.open() as lines:
        lines.seek(before)
        for line in lines:
            if '"SparkListenerTaskEnd"' in line[:60] and line.endswith("\n"):
                metrics = json.loads(line)["Task Metrics"]
                cpu += metrics["Executor CPU Time"]
                shuffled += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
    return Scan(wall, cpu / 1e9, shuffled)


def main() -> None:
    """Run the benchmarks that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.archives")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--markdown", type=Path)
    asked = parser.parse_args()
    asked.folder.mkdir(exist_ok=True)
    lines = rows(asked.folder.resolve(), asked.events, asked.runs)
    report(lines, asked.runs, asked.markdown)


if __name__ == "__main__":
    main()

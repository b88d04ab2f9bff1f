"""How soon a page of 5,000 events shows those that were asked for, in Chromium."""

import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.rows import Row
from tests.benchmarks.synthetic import ACTOR, write_events

SIZE = 5_000
LONGEST = 100
"""The milliseconds from the input to the page, at most."""

FILTERS = [
    *(("words", words) for words in ("t", "treaty", "treaty summit", "vote 1984", "zzz")),
    *(("actor", actor) for actor in (ACTOR, "actor-5", "actor-299")),
    *(("tag", tag) for tag in ("tag-3", "tag-17")),
]
"""Each of these, and each time all events again."""


def rows(folder: Path, runs: int) -> Iterator[Row]:
    """Yield the line for the slowest filter, unless Node.js or Chromium is missing."""
    # Not earlier: the peak memory of a process begins with that of the one that starts it.
    from tests.writers.programs import chromium, filtered, has_node

    if not (has_node and chromium):
        print("Node.js with its packages, or Chromium, is missing: no filters.", file=sys.stderr)
        return
    events, exported = folder / f"{SIZE}.yaml", folder / f"{SIZE}.html"
    write_events(events, SIZE)
    export = ["export", "-f", str(events), "-o", str(exported)]
    subprocess.run([sys.executable, "-m", "timeline", *export], check=True, capture_output=True)
    rounds = [filtered(exported, FILTERS) for _ in range(runs)]
    medians = [statistics.median(times) for times in zip(*rounds, strict=True)]
    yield Row(
        f"filtering {SIZE:,} events in the page, until Chromium has painted",
        f"{statistics.median(medians):.0f} ms",
        "",
        f"{max(medians):.0f} ms at most",
        f"{LONGEST} ms",
        max(medians) <= LONGEST,
    )

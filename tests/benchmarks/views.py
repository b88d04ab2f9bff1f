"""Measure how soon each view has drawn its first screen, of 100 events and of many.

python -m tests.benchmarks.views [--runs 5] [--size 100000] [--markdown FILE]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import Task, machine, medians, run
from tests.benchmarks.synthetic import ACTOR, YEAR, write_events

BOUND = 1.5

GROUP = "actor-7"
"""One for whom others act, in a tenth of all events."""

VIEWS = (
    "list",
    f"list {YEAR}",
    f"list actor:{GROUP} -C 1",
    "list --elapsed --gap 30d",
    "list --group-by actor",
    "list --group-by tag",
    "show event-16",
    "actors",
    "tags",
    "chart",
    "chart --by actor",
    "chart --by place",
    "chart --by year",
    f"chart {YEAR}",
    f"chart actor:{ACTOR}",
    f"chart actor:{GROUP}",
    "count",
    "count --by month",
    "count --by actor",
    "count --by publisher",
    "count --by year,tag",
    "count --by year,actor",
    "count --by tag,actor",
    "count --by tag,place",
    "gaps",
    "chain event-16",
    "on 18-march",
)


def main() -> None:
    """Run the benchmark, and print its table as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.views")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--markdown", type=Path)
    asked = parser.parse_args()
    lines = [
        f"| view | 100 events | {asked.size:,} events | CPU | time |",
        "| --- | --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for size in (100, asked.size):
            files.append(Path(folder) / f"{size}.yaml")
            write_events(files[-1], size)
        env = {"TIMELINE_CACHE": f"{folder}/cache", "TERM": "xterm-256color"}
        for path in files:
            run(_view("list --limit 1", path, env))
        for view in VIEWS:
            few, many = medians([_view(view, path, env) for path in files], asked.runs)
            cpu, wall = many.cpu / few.cpu, many.wall / few.wall
            missed = " (missed)" if wall > BOUND else ""
            lines.append(
                f"| `{view}` | {few.wall * 1000:.0f} ms | {many.wall * 1000:.0f} ms "
                f"| {cpu:.2f} | {wall:.2f}{missed} |"
            )
            print(lines[-1], flush=True)
    text = f"{machine()}. Medians of {asked.runs} runs.\n\n" + "\n".join(lines) + "\n"
    print(f"\n{text}")
    if asked.markdown:
        asked.markdown.write_text(text, encoding="utf-8")


def _view(view: str, path: Path, env: dict[str, str]) -> Task:
    command = [sys.executable, "-m", "timeline", *view.split(), "--no-pager", "-f", str(path)]
    return Task(command, env, screen=True)


if __name__ == "__main__":
    main()

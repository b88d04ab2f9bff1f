"""The table of benchmarks: what was measured, against what, and whether that is enough."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import Cost, machine


class Row(NamedTuple):
    """One line of the table: what was measured, against what, and the bound, if there is one."""

    what: str
    ours: str
    against: str
    result: str
    bound: str
    met: bool | None


def compared(what: str, mine: Cost, against: str, theirs: Cost, bound: float | None) -> Row:
    """Return the line for a cost and another; the bound is that of their ratio."""
    ratio = mine.cpu / theirs.cpu
    return Row(
        what,
        shown(mine),
        f"{against}: {shown(theirs)}",
        f"{ratio:.2f} CPU, {mine.wall / theirs.wall:.2f} time",
        "" if bound is None else f"{bound:g}",
        None if bound is None else ratio <= bound,
    )


def shown(cost: Cost) -> str:
    """Return a cost as the table shows it."""
    return f"{cost.cpu:.2f} s CPU, {cost.wall:.2f} s"


def table(rows: Iterable[Row]) -> str:
    """Return the lines as a Markdown table."""
    lines = [
        "| measured | timeline | compared with | result | target |",
        "| --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        mark = {True: "", False: " (missed)", None: ""}[row.met]
        lines.append(
            f"| {row.what} | {row.ours} | {row.against} | {row.result}{mark} | {row.bound} |"
        )
    return "\n".join(lines) + "\n"


def report(rows: Iterable[Row], runs: int, markdown: Path | None) -> None:
    """Print each row when it is measured, then the table, and write that to a file if asked."""
    found = []
    for row in rows:
        found.append(row)
        print(table(found).splitlines()[-1], flush=True)
    text = f"{machine()}. Medians of {runs} runs.\n\n{table(found)}"
    print(f"\n{text}")
    if markdown:
        markdown.write_text(text, encoding="utf-8")

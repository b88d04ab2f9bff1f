"""Other programs that can be asked for the events of one year and one actor."""

import csv
import json
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.synthetic import ACTOR, YEAR, Facts, facts


class Peer(NamedTuple):
    """A program: its name, how its file of as many events is written, and the question."""

    name: str
    write: Callable[[Path, int], None]
    command: Callable[[Path], Sequence[str]]


def installed() -> list[Peer]:
    """Return the peers that are on this machine."""
    return [peer for peer in _PEERS if shutil.which(peer.name)]


def _all(count: int) -> list[Facts]:
    chance = random.Random(count)
    return sorted((facts(number, chance) for number in range(count)), key=lambda one: one.date)


def _write_ledger(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in _all(count):
            file.write(f"{one.date} {one.title}\n    ; {one.summary[:200]}\n")
            file.writelines(f"    {actor}  1 event\n" for actor in one.actors)
            file.write("    all\n\n")


def _write_jrnl(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in _all(count):
            names = " ".join(f"@{actor}" for actor in one.actors)
            file.write(f"[{one.date} 09:00] {one.title}.\n{one.summary} {names}\n\n")
    journal = json.dumps(str(path))
    config = (
        f"journals:\n  default: {journal}\ncolors: {{body: none, date: none, tags: none, "
        "title: none}\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\n"
        "highlight: true\nindent_character: '|'\nlinewrap: 79\ntagsymbols: '@'\n"
        "template: false\ntimeformat: '%Y-%m-%d %H:%M'\nversion: v4.2\n"
    )
    path.with_suffix(".config").write_text(config, encoding="utf-8")


def _write_json(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(one._asdict()) + "\n" for one in _all(count))


def _write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["date", "title", "summary", "actors"])
        rows.writerows((o.date, o.title, o.summary, " ".join(o.actors)) for o in _all(count))


_PEERS = [
    Peer(
        "hledger",
        _write_ledger,
        lambda path: ["hledger", "-f", str(path), "print", f"date:{YEAR}", f"acct:^{ACTOR}$"],
    ),
    Peer(
        "ledger",
        _write_ledger,
        lambda path: [
            *("ledger", "-f", str(path), "print", f"^{ACTOR}$"),
            *("-b", f"{YEAR}-01-01", "-e", f"{YEAR + 1}-01-01"),
        ],
    ),
    Peer(
        "jrnl",
        _write_jrnl,
        lambda path: [
            *("jrnl", "--config-file", str(path.with_suffix(".config")), f"@{ACTOR}"),
            *("-from", f"{YEAR}-01-01", "-to", f"{YEAR}-12-31", "--format", "short"),
        ],
    ),
    Peer(
        "jq",
        _write_json,
        lambda path: [
            *("jq", "-c", f'select(.date[:4] == "{YEAR}" and any(.actors[]; . == "{ACTOR}"))'),
            str(path),
        ],
    ),
    Peer(
        "sqlite-utils",
        _write_csv,
        lambda path: [
            *("sqlite-utils", "memory", f"{path}:csv", "--no-detect-types"),
            f"select date, title from t where date like '{YEAR}-%' "
            f"and ' ' || actors || ' ' like '% {ACTOR} %'",
        ],
    ),
]

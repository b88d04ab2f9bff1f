"""What asking a web address showed, and how long that is kept."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from enum import StrEnum
from typing import NamedTuple

from timeline.index.cache import folder

DAYS_KEPT = 7
"""How long an answer is kept in the user's cache, in days, if the address works."""

_SECONDS_OF_DAY = 86_400


class Outcome(StrEnum):
    """Whether an address works."""

    FINE = "fine"
    MOVED = "moved"
    DEAD = "dead"
    UNCLEAR = "unclear"


class Answer(NamedTuple):
    """An outcome and more about it: the new address, or why it is dead or unclear."""

    outcome: Outcome
    about: str = ""


class KeptAnswers:
    """The answers of the last days, in the user's cache; without a cache, none are kept.

    Only those of addresses that work are kept, so that the others are asked again each time.
    """

    def __init__(self) -> None:
        cache = folder()
        self._path = cache and cache / "links.sqlite"

    def of(self, addresses: Iterable[str]) -> dict[str, Answer]:
        """Return the answers that are kept for some of these addresses."""
        oldest = time.time() - DAYS_KEPT * _SECONDS_OF_DAY
        sql = "SELECT outcome, about FROM answer WHERE address = ? AND asked BETWEEN ? AND ?"
        found = {}
        for database in self._opened():
            for address in addresses:
                row = database.execute(sql, (address, oldest, time.time())).fetchone()
                if row is not None:
                    found[address] = Answer(Outcome(row[0]), row[1])
        return found

    def keep(self, answers: Iterable[tuple[str, Answer]]) -> None:
        """Keep the answers of addresses that work, and forget those that are too old."""
        now = time.time()
        rows = [
            (address, now, answer.outcome, answer.about)
            for address, answer in answers
            if answer.outcome in (Outcome.FINE, Outcome.MOVED)
        ]
        for database in self._opened():
            database.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", rows)
            oldest = now - DAYS_KEPT * _SECONDS_OF_DAY
            database.execute("DELETE FROM answer WHERE asked < ?", (oldest,))
            database.commit()

    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Yield the database, or nothing if it cannot be used."""
        if self._path is None:
            return
        with suppress(sqlite3.Error, ValueError), closing(sqlite3.connect(self._path)) as database:
            database.execute(
                "CREATE TABLE IF NOT EXISTS answer "
                "(address TEXT PRIMARY KEY, asked REAL, outcome TEXT, about TEXT)"
            )
            yield database

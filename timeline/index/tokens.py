"""The words of a text as the full-text table splits and folds them."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby

from timeline.index.schema import TOKENIZER
from timeline.text import searchable

_LONGEST = 30_000
"""SQLite cuts longer words."""


class Tokenizer:
    """Splits texts into words without case and accents, exactly as the table `search` does.

    The words of a text that is not ASCII come from SQLite itself.
    """

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.executescript(
            f"CREATE VIRTUAL TABLE folded USING fts5(text, content='', tokenize='{TOKENIZER}');"
            "CREATE VIRTUAL TABLE word USING fts5vocab(folded, instance);"
        )

    def words(self, texts: Sequence[str]) -> list[str]:
        """Return the words of each text, separated by spaces."""
        found = [_ascii_words(text) for text in texts]
        others = [number for number, words in enumerate(found) if words is None]
        for number, words in self._by_sqlite((number, texts[number]) for number in others):
            found[number] = words
        return [words or "" for words in found]

    def _by_sqlite(self, texts: Iterable[tuple[int, str]]) -> Iterable[tuple[int, str]]:
        execute = self._connection.execute
        self._connection.executemany(
            "INSERT INTO folded (rowid, text) VALUES (?, ?)",
            [(number, searchable(text)) for number, text in texts],
        )
        rows = execute("SELECT doc, term FROM word ORDER BY doc, offset").fetchall()
        execute("INSERT INTO folded (folded) VALUES ('delete-all')")
        for number, words in groupby(rows, key=lambda row: row[0]):
            yield number, " ".join(term for _, term in words)


def _ascii_words(text: str) -> str | None:
    if not text.isascii() or len(text) > _LONGEST:
        return None
    return " ".join(re.findall("[a-z0-9]+", text.lower()))

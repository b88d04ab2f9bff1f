"""The index of a timeline, which answers every question.

It holds the events, in any order, with their bounds as day numbers (`Day.ordinal`), who and what
they name, a full-text table of titles and summaries, and each event whole as JSON.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec

from timeline.errors import Problem, Severity
from timeline.index.database import Database
from timeline.index.neighbours import beside
from timeline.index.schema import DOCUMENT, ORDER
from timeline.model import Actor, Event, Tag, from_json

if TYPE_CHECKING:
    from timeline.index.bitmaps import Bitmaps
    from timeline.index.columns import Columns

_Named = TypeVar("_Named", Actor, Tag)
_EventType = TypeVar("_EventType", bound=Event)


class Index(Database):
    """A database open for questions."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        super().__init__(connection, path)
        self._known: dict[tuple[str, str], Actor | Tag] = {}

    def decoded(self, documents: Iterable[bytes], kind: type[_EventType]) -> Iterator[_EventType]:
        """Yield the events that documents hold. Raises DamagedIndexError where one holds none."""
        try:
            for document in documents:
                yield from_json(document, kind)
        except (msgspec.MsgspecError, ValueError) as error:
            raise self.damaged(error) from error

    @cached_property
    def columns(self) -> "Columns":
        """The days of all events in chronological order."""
        from timeline.index.columns import Columns

        return Columns(self)

    @cached_property
    def bitmaps(self) -> "Bitmaps":
        """The sets of events that have each value of a facet."""
        from timeline.index.bitmaps import Bitmaps

        return Bitmaps(self, self.columns)

    def forget_sets(self) -> None:
        """Read the columns and the bitmaps again: others have been stored."""
        for name in ("columns", "bitmaps"):
            self.__dict__.pop(name, None)

    def add_problems(self, file: int, problems: Iterable[Problem]) -> None:
        """Add what is wrong with the file of this number."""
        self.connection.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (file, one.line, one.column, one.severity, one.message, one.width, one.excerpt)
                for one in problems
            ],
        )

    def problems(self, names: Sequence[str]) -> list[Problem]:
        """Return what is wrong with the files, which are called by these names, in their order."""
        rows = self.rows(
            "SELECT file, line, column, severity, message, width, excerpt "
            "FROM problem ORDER BY rowid"
        )
        return [
            Problem(names[file], line, column, Severity(severity), message, width, excerpt)
            for file, line, column, severity, message, width, excerpt in rows
        ]

    def warning_counts(self, names: Sequence[str]) -> dict[str, int]:
        """Return how many warnings each file has that has any, by the name it is called by."""
        rows = self.rows(
            "SELECT file, count(*) FROM problem WHERE severity = ? GROUP BY 1", Severity.WARNING
        )
        return {names[file]: count for file, count in rows}

    def has_errors(self) -> bool:
        """Tell whether a file has an error, so that it is to be refused."""
        return bool(self.value("SELECT 1 FROM problem WHERE severity = ?", Severity.ERROR))

    def has_registry(self, kind: str) -> bool:
        """Tell whether a file lists its actors, or its tags, even if none."""
        return bool(self.value("SELECT 1 FROM heading WHERE key = ?", f"{kind}s listed"))

    def heading(self, key: str) -> str:
        """Return the chronology's `title` or `description`, empty where it has none."""
        return self.value("SELECT text FROM heading WHERE key = ?", key) or ""

    def event(self, identifier: str) -> Event | None:
        """Return the event with exactly this id."""
        return self._event(f"SELECT {DOCUMENT} FROM event e WHERE e.id = ?", identifier)

    def event_count(self) -> int:
        """Return how many events there are."""
        return int(self.value("SELECT count(*) FROM event"))

    def events(self, numbers: Iterable[int]) -> Iterator[Event]:
        """Yield the events that have these numbers, in the order given."""
        sql = "SELECT json FROM document WHERE number = ?"
        return self.decoded((self.value(sql, number) for number in numbers), Event)

    def dates(self, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield the numbers of events, each with the text of its date, in any order."""
        return cast(
            Iterator[tuple[int, str]],
            self.rows(
                "SELECT number, date FROM event WHERE number IN (SELECT value FROM json_each(?))",
                msgspec.json.encode(list(numbers)).decode(),
            ),
        )

    def actors(self) -> dict[str, Actor]:
        """Return every actor that is listed or named in an event, by id."""
        return self._named("actor", Actor)

    def names_of_actors(self) -> dict[str, str]:
        """Return what every actor is called, by id."""
        return dict(self.rows("SELECT id, document ->> '$.name' FROM actor"))

    def tags(self) -> dict[str, Tag]:
        """Return every tag that is listed or stands at an event, by id."""
        return self._named("tag", Tag)

    def _named(self, table: str, kind: type[_Named]) -> dict[str, _Named]:
        rows = self.rows(f"SELECT id, document FROM {table} ORDER BY rowid")
        return {identifier: self._read(text, kind) for identifier, text in rows}

    def actor(self, identifier: str) -> Actor:
        """Return the actor with this id, which is listed or named in an event."""
        return self._one("actor", identifier, Actor)

    def tag(self, identifier: str) -> Tag:
        """Return the tag with this id, which is listed or stands at an event."""
        return self._one("tag", identifier, Tag)

    def _one(self, table: str, identifier: str, kind: type[_Named]) -> _Named:
        known = self._known.get((table, identifier))
        if known is None:
            text = self.value(f"SELECT document FROM {table} WHERE id = ?", identifier)
            known = self._known[table, identifier] = self._read(text, kind)
        return cast(_Named, known)

    def _read(self, document: bytes, kind: type[_Named]) -> _Named:
        try:
            return msgspec.json.decode(document, type=kind)
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            raise self.damaged(error) from error

    def rank(self, kind: str, identifier: str) -> int:
        """Return the place of an `actor` or a `tag` among all, from 0: the registry comes first."""
        return int(self.value(f"SELECT rowid FROM {kind} WHERE id = ?", identifier)) - 1

    def followers(self, identifier: str) -> list[Event]:
        """Return the events that follow the one with this id, in order."""
        rows = self.rows(
            f"SELECT {DOCUMENT} FROM event_follows f JOIN event e ON e.number = f.event "
            f"WHERE f.target = ? ORDER BY {ORDER}",
            identifier,
        )
        return list(self.decoded((row[0] for row in rows), Event))

    def causes(self, event: Event) -> list[Event]:
        """Return the events that one follows, as far as they exist, in order."""
        rows = self.rows(
            f"SELECT {DOCUMENT} FROM event e WHERE e.id IN (SELECT value FROM json_each(?)) "
            f"ORDER BY {ORDER}",
            msgspec.json.encode(event.follows).decode(),
        )
        return list(self.decoded((row[0] for row in rows), Event))

    def neighbours(self, identifier: str) -> tuple[Event | None, Event | None]:
        """Return the events just before and just after the one with this id."""
        before, after = (
            self._event(
                f"SELECT {DOCUMENT} FROM (SELECT o.number FROM event e CROSS JOIN event o "
                f"WHERE e.id = ? AND {beside('e', 'o', later=later)} LIMIT 1) e",
                identifier,
            )
            for later in (False, True)
        )
        return before, after

    def _event(self, sql: str, identifier: str) -> Event | None:
        document = self.value(sql, identifier)
        return None if document is None else next(self.decoded([document], Event))

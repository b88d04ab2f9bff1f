"""The index of a chronology, which answers every question.

It contains the events, in no particular order, with their bounds as day numbers (`Day.ordinal`),
their actors, tags, places and publishers, a full-text table of titles and summaries, and each
complete event as JSON.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec

from timeline.errors import DamagedIndexError, Problem, Severity
from timeline.index.checksums import with_checksum, without_checksum
from timeline.index.database import Database, connect
from timeline.index.neighbours import beside
from timeline.index.schema import DOCUMENT, NO_NAME, ORDER
from timeline.model import Actor, Event, Tag, from_json, to_json

if TYPE_CHECKING:
    from timeline.index.bitmaps import Bitmaps
    from timeline.index.columns import Columns

_STEPS = 20_000
"""The number of SQLite instructions between two checks whether to stop."""

_Named = TypeVar("_Named", Actor, Tag)
_EventType = TypeVar("_EventType", bound=Event)


class Index(Database):
    """An open index that can be queried."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        super().__init__(connection, path)
        self._known: dict[tuple[str, str], Actor | Tag] = {}

    def decoded(self, documents: Iterable[bytes], kind: type[_EventType]) -> Iterator[_EventType]:
        """Decode stored documents into events. Raises DamagedIndexError if one is damaged."""
        for document in documents:
            yield self.decode(document, kind)

    def decode(self, document: bytes, kind: type[_EventType]) -> _EventType:
        """Decode a stored document into an event. Raises DamagedIndexError if it is damaged."""
        try:
            return from_json(without_checksum(document), kind)
        except (msgspec.MsgspecError, ValueError) as error:
            raise self.damaged(error) from error

    def another_connection(self) -> "Index":
        """Return the same index over another connection, for questions of another thread.

        The loaded columns and bitmaps are shared. An index in memory has one connection only.
        Raises DamagedIndexError if another process has replaced the index meanwhile.
        """
        if self._path is None:
            return self
        other = Index(connect(self._path), self._path)
        if other._made_from() != self._made_from():
            raise DamagedIndexError("another process has replaced the cached index")
        other.__dict__["columns"] = self.columns
        return other

    def _made_from(self) -> list[tuple[Any, ...]]:
        """Return which state of which files this was made from, and numbers of its events."""
        return [
            *self.rows("SELECT path, size, modified, inode FROM file ORDER BY 1"),
            *self.rows("SELECT min(number), max(number) FROM event"),
        ]

    @contextmanager
    def interruptible(self, is_ended: Callable[[], bool]) -> Iterator[None]:
        """Let statements end with sqlite3.OperationalError once `is_ended` returns True.

        An index in memory is shared by threads, so its statements are not interrupted.
        """
        if self._path is not None:
            self.connection.set_progress_handler(is_ended, _STEPS)
        try:
            yield
        finally:
            self.connection.set_progress_handler(None, 0)

    @cached_property
    def columns(self) -> "Columns":
        """The days of all events in chronological order."""
        from timeline.index.columns import Columns

        return Columns(self)

    @cached_property
    def bitmaps(self) -> "Bitmaps":
        """The set of events for each value of each facet."""
        from timeline.index.bitmaps import Bitmaps

        return Bitmaps(self, self.columns)

    def forget_sets(self) -> None:
        """Discard the loaded columns and bitmaps, because the stored ones have changed."""
        for name in ("columns", "bitmaps"):
            self.__dict__.pop(name, None)

    def add_problems(self, file: int, problems: Iterable[Problem]) -> None:
        """Store the problems of the file with this number."""
        self.connection.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(file, *problem[1:]) for problem in problems],
        )

    def problems(self, names: Sequence[str]) -> list[Problem]:
        """Return the problems of all files, in the order of the files, which have these names."""
        rows = self.rows(
            "SELECT file, line, column, severity, message, width, excerpt, rule "
            "FROM problem ORDER BY rowid"
        )
        return [
            Problem(names[file], line, column, Severity(severity), *rest)
            for file, line, column, severity, *rest in rows
        ]

    def warning_counts(self, names: Sequence[str]) -> dict[str, int]:
        """Return the number of warnings per file name. Files without warnings are left out.

        Warnings by a rule that a file ignores are not counted.
        """
        rows = self.rows(
            "SELECT file, count(*) FROM problem WHERE severity = ? "
            "AND rule NOT IN (SELECT rule FROM rule_choice WHERE key = 'ignore') GROUP BY 1",
            Severity.WARNING,
        )
        return {names[file]: count for file, count in rows}

    def has_errors(self) -> bool:
        """Return whether any file has an error."""
        return bool(self.value("SELECT 1 FROM problem WHERE severity = ?", Severity.ERROR))

    def has_rule_choices(self) -> bool:
        """Return whether a file or an event turns rules of `timeline check` on or off."""
        sql = "SELECT EXISTS (SELECT 1 FROM rule_choice) OR EXISTS (SELECT 1 FROM exemption)"
        return bool(self.value(sql))

    def has_registry(self, kind: str) -> bool:
        """Return whether any file has a registry of actors or of tags, even an empty one."""
        return bool(self.value("SELECT 1 FROM heading WHERE key = ?", f"{kind}s listed"))

    def heading(self, key: str) -> str:
        """Return the chronology's `title` or `description`, or an empty string."""
        return self.value("SELECT text FROM heading WHERE key = ?", key) or ""

    def saved_questions(self) -> dict[str, str]:
        """Return the saved questions, by name, in the order of the files."""
        return dict(self.rows("SELECT name, text FROM saved_question ORDER BY rowid"))

    def event(self, identifier: str) -> Event | None:
        """Return the event with exactly this id, or None."""
        return self._event(f"SELECT {DOCUMENT} FROM event e WHERE e.id = ?", identifier)

    def event_count(self) -> int:
        """Return the number of events."""
        return int(self.value("SELECT count(*) FROM event"))

    def events(self, numbers: Iterable[int]) -> Iterator[Event]:
        """Yield the events with these numbers, in the given order."""
        sql = "SELECT json FROM document WHERE number = ?"
        return self.decoded((self.value(sql, number) for number in numbers), Event)

    def replace_event(self, number: int, event: Event) -> None:
        """Store another version of the event with this number."""
        self.connection.execute(
            "UPDATE document SET json = ? WHERE number = ?", (with_checksum(to_json(event)), number)
        )

    def dates(self, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield the number and the date text of each of these events, in no particular order."""
        return cast(
            Iterator[tuple[int, str]],
            self.rows(
                "SELECT number, date FROM event WHERE number IN (SELECT value FROM json_each(?))",
                msgspec.json.encode(list(numbers)).decode(),
            ),
        )

    def actors(self) -> dict[str, Actor]:
        """Return all actors in a registry or an event, by id."""
        return self._named("actor", Actor)

    def names_of_actors(self) -> dict[str, str]:
        """Return the names of all actors, by id."""
        return dict(self.rows("SELECT id, document ->> '$.name' FROM actor"))

    def tags(self) -> dict[str, Tag]:
        """Return all tags in a registry or an event, by id."""
        return self._named("tag", Tag)

    def _named(self, table: str, kind: type[_Named]) -> dict[str, _Named]:
        rows = self.rows(f"SELECT id, document FROM {table} ORDER BY rowid")
        return {identifier: self._read(text, kind) for identifier, text in rows}

    def listed(self, kind: str) -> list[str]:
        """Return the ids in the registry of actors or of tags."""
        return [row[0] for row in self.rows(f"SELECT id FROM {kind} WHERE listed")]

    def organisations(self) -> list[str]:
        """Return the ids of the actors for whom others act."""
        return [row[0] for row in self.rows("SELECT DISTINCT organisation FROM member_of")]

    def spellings(self, kind: str) -> dict[str, list[str]]:
        """Return the folded spellings of each name of a kind."""
        found: dict[str, list[str]] = {}
        for name, folded in self.rows("SELECT name, folded FROM spelling WHERE kind = ?", kind):
            found.setdefault(name, []).append(folded)
        return found

    def has_name(self, kind: str, name: str) -> bool:
        """Return whether an event has exactly this name of a kind, such as `place`."""
        return bool(self.value("SELECT 1 FROM name WHERE kind = ? AND name = ?", kind, name))

    def names(self, kind: str) -> list[str]:
        """Return all names of a kind that events have, such as `place`."""
        rows = self.rows("SELECT name FROM name WHERE kind = ? AND name <> ?", kind, NO_NAME)
        return sorted(name for (name,) in rows)

    def actor(self, identifier: str) -> Actor:
        """Return the actor with this id, which must be in the registry or in an event."""
        return self._one("actor", identifier, Actor)

    def tag(self, identifier: str) -> Tag:
        """Return the tag with this id, which must be in the registry or in an event."""
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
        """Return the position of an `actor` or a `tag` in `actors()` or `tags()`, from 0."""
        return int(self.value(f"SELECT rowid FROM {kind} WHERE id = ?", identifier)) - 1

    def followers(self, identifier: str) -> list[Event]:
        """Return the events that follow the one with this id, in chronological order."""
        rows = self.rows(
            f"SELECT {DOCUMENT} FROM event_follows f JOIN event e ON e.number = f.event "
            f"WHERE f.target = ? ORDER BY {ORDER}",
            identifier,
        )
        return list(self.decoded((row[0] for row in rows), Event))

    def causes(self, event: Event) -> list[Event]:
        """Return the existing events that `event` follows, in chronological order."""
        rows = self.rows(
            f"SELECT {DOCUMENT} FROM event e WHERE e.id IN (SELECT value FROM json_each(?)) "
            f"ORDER BY {ORDER}",
            msgspec.json.encode(event.follows).decode(),
        )
        return list(self.decoded((row[0] for row in rows), Event))

    def neighbours(self, identifier: str) -> tuple[Event | None, Event | None]:
        """Return the events just before and after the one with this id, None if there is none."""
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
        return None if document is None else self.decode(document, Event)

"""Insert the output of the readers into an index, and remove events from it."""

from collections.abc import Iterable, Sequence

import msgspec

from timeline.errors import Problem, Severity
from timeline.index import DOCUMENT, NO_NAME, SPACING, Index
from timeline.index.rows import (
    Inserter,
    RowMaker,
    Rows,
    kind_of_registry,
    note_listed,
    unlisted,
)
from timeline.model import NAMES, Actor, Event, Tag
from timeline.readers import (
    Entry,
    Heading,
    Item,
    Layout,
    ListedActor,
    ListedTag,
    Place,
    Refused,
    Registry,
    RuleChoice,
    SavedQuestion,
)
from timeline.text import searchable, visible

_encode = msgspec.json.encode


class Writer:
    """Inserts items into an index, with the rows of many events in one statement.

    `refused` are the parts of files that are not in the index because of an error, each with the
    number of its file. `layout` is the layout of the last file.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._execute = index.connection.execute
        self._executemany = index.connection.executemany
        self._number = 0
        self._inserter = Inserter(index)
        # `_listed`: the ids in the registries read so far. `_late`: the kinds whose registry came
        # after the first event.
        self._listed = {
            kind: set(index.listed(kind)) for kind in ("actor", "tag") if index.has_registry(kind)
        }
        self._late: list[str] = []
        self.refused: list[tuple[int, Refused]] = []
        self.layout: Layout | None = None

    def add(self, file: int, name: str, problems: list[Problem], item: Item | Rows) -> None:
        """Insert an item of the file with this number and name, or add a problem.

        `Rows` are those of the events that come next in the file.
        """
        match item:
            case Rows():
                first = self._number + SPACING
                self._number += SPACING * item.events
                self._inserter.add(file, item, range(first, self._number + 1, SPACING))
                self.insert(full_only=True)
            case ListedActor(actor, at, places):
                self._add_listed("actor", actor, file, name, at, problems)
                rows = [
                    (one.id, actor.id, one.since, one.until, file, *place[:2])
                    for one, place in zip(actor.member_of, places, strict=True)
                ]
                sql = "INSERT OR IGNORE INTO member_of VALUES (?, ?, ?, ?, ?, ?, ?)"
                self._executemany(sql, rows)
            case ListedTag(tag, at):
                self._add_listed("tag", tag, file, name, at, problems)
            case Heading(key, text):
                before = self._index.value("SELECT text FROM heading WHERE key = ?", key)
                if before not in (None, text):
                    message = f"the {key} is ignored because another file has a different one"
                    problems.append(Problem(name, 0, 0, Severity.WARNING, message))
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, ?)", (key, text))
            case RuleChoice(key, rule, at):
                row = (key, rule, file, *at[:2])
                self._execute("INSERT INTO rule_choice VALUES (?, ?, ?, ?, ?)", row)
            case SavedQuestion():
                self._add_question(file, name, item, problems)
            case Refused():
                self.refused.append((file, item))
            case Layout():
                self.layout = item
            case Registry(key):
                kind = kind_of_registry(key)
                if self._number and kind not in self._listed:
                    self._late.append(kind)
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, '')", (f"{key} listed",))
        note_listed(self._listed, item)

    def _add_question(
        self, file: int, path: str, item: SavedQuestion, problems: list[Problem]
    ) -> None:
        name, text, at = item
        before = self._index.value("SELECT text FROM saved_question WHERE name = ?", name)
        if before not in (None, text):
            message = f"question '{visible(name)}' is ignored: another file has a different one"
            problems.append(Problem(path, at.line, at.column, Severity.WARNING, message, at.width))
        self._execute(
            "INSERT OR IGNORE INTO saved_question VALUES (?, ?, ?, ?, ?, ?)",
            (name, text, file, *at),
        )

    def add_events(self, file: int, entries: Iterable[Entry], numbers: Sequence[int]) -> None:
        """Insert events with these numbers, which determine their order on the same date.

        Events that come earlier in a file must have smaller numbers.
        """
        maker = RowMaker(self._listed)
        for entry in entries:
            maker.add(entry)
        self._inserter.add(file, maker.taken(), numbers)

    @property
    def listed(self) -> dict[str, set[str]]:
        """The ids in the registries so far, by `actor` and `tag`."""
        return self._listed

    def note_unlisted(self, file: int, entry: Entry) -> None:
        """Record the positions of an event's names that are not in the registry read so far."""
        for kind, name, line, column in unlisted(entry, self._listed):
            self._inserter.add_mention(kind, name, file, line, column)

    def has_missed_names(self) -> bool:
        """Return whether there may be unlisted names in events that came before the registry.

        If so, all recorded positions are deleted: call `note_unlisted` again for every event.
        """
        missed = any(
            self._index.value(f"SELECT 1 FROM {kind} WHERE NOT listed") for kind in self._late
        )
        if missed:
            self._execute("DELETE FROM mention")
        return missed

    def remove_event(self, number: int) -> None:
        """Remove the event with this number from the index."""
        rows = self._index.rows(f"SELECT day, {DOCUMENT} FROM event e WHERE number = ?", number)
        ((day, document),) = rows
        event = self._index.decode(document, Event)
        self._execute(
            "INSERT INTO search (search, rowid, title, summary) VALUES ('delete', ?, ?, ?)",
            (number, searchable(event.title), searchable(event.summary)),
        )
        self._executemany(
            "DELETE FROM event_name WHERE name = ? AND day = ? AND event = ?",
            [
                (self._inserter.names[kind][name], day, number)
                for kind in NAMES
                for name in event.names(kind) or (NO_NAME,)
            ],
        )
        self._executemany(
            "DELETE FROM event_follows WHERE target = ? AND event = ?",
            [(target, number) for target in event.follows],
        )
        for table in ("event", "document"):
            self._execute(f"DELETE FROM {table} WHERE number = ?", (number,))
        self._execute("DELETE FROM exemption WHERE event = ?", (number,))

    def insert(self, *, full_only: bool = False) -> None:
        """Insert the collected rows; with `full_only`, only those that fill a statement."""
        self._inserter.insert(full_only=full_only)

    def _add_listed(
        self,
        table: str,
        listed: Actor | Tag,
        file: int,
        name: str,
        at: Place,
        problems: list[Problem],
    ) -> None:
        document = _encode(listed)
        before = self._index.value(f"SELECT document FROM {table} WHERE id = ?", listed.id)
        if before is not None and before != document:
            message = f"another file describes {table} '{visible(listed.id)}' differently"
            problems.append(
                Problem(
                    name,
                    at.line,
                    at.column,
                    Severity.WARNING,
                    f"{message}: that description is used",
                )
            )
        self._execute(f"INSERT OR IGNORE INTO {table} VALUES (?, 1, ?)", (listed.id, document))
        self._execute(
            "INSERT INTO listing VALUES (?, ?, ?, ?, ?)", (table, listed.id, file, *at[:2])
        )

"""Putting what readers yield into an index, row by row, and taking events out of it."""

import msgspec

from timeline.dates.units import grain
from timeline.errors import Problem, Severity
from timeline.index.database import Index
from timeline.index.inserting import Inserter
from timeline.index.schema import DOCUMENT, LONG, LONGEST_SHORT, NO_END, NO_START, SPACING
from timeline.model import Actor, Tag, from_json, to_json
from timeline.readers.items import (
    Entry,
    Heading,
    Item,
    Layout,
    ListedActor,
    ListedTag,
    Place,
    Refused,
    Registry,
)
from timeline.text import composed, fold, visible

_encode = msgspec.json.encode

_BATCH = 100
"""How many events are read before it is looked whether they are enough to be written."""

_SEARCH = "search (rowid, title, summary)"
_TABLES = {
    "event": 16,
    "document": 2,
    _SEARCH: 3,
    "event_actor": 3,
    "event_tag": 3,
    "event_place": 3,
    "event_without": 3,
    "event_source": 3,
    "event_follows": 4,
    "mention": 5,
}
"""How many values a row has of each table that is filled event by event."""


def inserter_of(index: Index) -> Inserter:
    """Return what a `Writer` puts the rows of events into the index with."""
    return Inserter(index.connection, _TABLES)


class Writer:
    """Puts one item after the other into an index, some events at a time.

    `refused` are the parts of files that were not read, each with the number of its file; `layout`
    is that of the file read last.
    """

    def __init__(self, index: Index, inserter: Inserter) -> None:
        self._index = index
        self._inserter = inserter
        self._execute = index.connection.execute
        self._executemany = index.connection.executemany
        self._number = 0
        # Of the kinds that have a registry so far, and those that had none when events came.
        self._listed = {
            kind: {row[0] for row in index.rows(f"SELECT id FROM {kind} WHERE listed")}
            for kind in ("actor", "tag")
            if index.has_registry(kind)
        }
        self._late: list[str] = []
        self.refused: list[tuple[int, Refused]] = []
        self.layout: Layout | None = None

    def add(self, file: int, name: str, item: Item, problems: list[Problem]) -> None:
        """Put an item of the file with this number and name into the index, or note its problem."""
        if not isinstance(item, Entry | Refused | Layout):
            # The others use the connection themselves.
            self._inserter.finish()
        match item:
            case Entry():
                self._number += SPACING
                self.add_event(file, item, self._number)
                if self._number % (_BATCH * SPACING) == 0:
                    self._inserter.insert()
            case ListedActor(actor, at, places):
                self._add_listed("actor", actor, name, at, problems)
                rows = [
                    (one, actor.id, file, *place[:2])
                    for one, place in zip(actor.member_of, places, strict=True)
                ]
                self._executemany("INSERT OR IGNORE INTO member_of VALUES (?, ?, ?, ?, ?)", rows)
            case ListedTag(tag, at):
                self._add_listed("tag", tag, name, at, problems)
            case Heading(key, text):
                before = self._index.value("SELECT text FROM heading WHERE key = ?", key)
                if before not in (None, text):
                    message = f"the {key} of this file is left out: that of another is used"
                    problems.append(Problem(name, 0, 0, Severity.WARNING, message))
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, ?)", (key, text))
            case Refused():
                self.refused.append((file, item))
            case Layout():
                self.layout = item
            case Registry(key):
                kind = key.removesuffix("s")
                if self._number and kind not in self._listed:
                    self._late.append(kind)
                self._listed.setdefault(kind, set())
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, '')", (f"{key} listed",))

    def add_event(self, file: int, entry: Entry, number: int) -> None:
        """Put an event into the index, under a number by which events of the same date are sorted.

        What stands earlier in a file has the smaller number.
        """
        event, rows = entry.event, self._inserter.rows
        date = event.date
        first, last, begins_by = date.earliest, date.latest, date.begins_by
        earliest = NO_START if first is None else first.ordinal
        latest = earliest if last is first else NO_END if last is None else last.ordinal
        if begins_by is None:
            started = NO_START if first is None else NO_END
        else:
            started = earliest if begins_by is first else begins_by.ordinal
        day = earliest if latest - earliest <= LONGEST_SHORT else LONG
        rows["event"] += (
            number,
            event.id,
            int(entry.id_given),
            date.text,
            day,
            earliest,
            latest,
            date.time_of_day,
            started,
            None if first is None else first.year,
            None if first is None else first.month,
            grain(date),
            file,
            *entry.at,
        )
        # Of bytes as they are, sqlite3 looks up each time how to take them.
        rows["document"] += (number, bytearray(to_json(event)))
        rows[_SEARCH] += (number, composed(event.title), composed(event.summary))
        for actor in event.actors:
            rows["event_actor"] += (actor, day, number)
        for tag in event.tags:
            rows["event_tag"] += (tag, day, number)
        for place in event.places:
            rows["event_place"] += (place, day, number)
        publishers = {source.publisher for source in event.sources if source.publisher}
        for publisher in publishers:
            rows["event_source"] += (publisher, day, number)
        for kind, names in (
            ("actor", event.actors),
            ("tag", event.tags),
            ("place", event.places),
            ("publisher", publishers),
        ):
            if not names:
                rows["event_without"] += (kind, day, number)
        if event.follows:
            for target, at in zip(event.follows, entry.follows_at, strict=True):
                rows["event_follows"] += (target, number, at.line, at.column)
        self.note_unlisted(file, entry)

    def note_unlisted(self, file: int, entry: Entry) -> None:
        """Note where names stand at an event that no registry of their kind holds so far.

        Without such a registry nothing is noted: mostly there is none in any file.
        """
        event = entry.event
        for kind, names, places in (
            ("actor", event.actors, entry.actors_at),
            ("tag", event.tags, entry.tags_at),
        ):
            listed = self._listed.get(kind)
            if listed is not None and not listed.issuperset(names):
                for name, place in zip(names, places, strict=True):
                    if name not in listed:
                        rows = self._inserter.rows["mention"]
                        rows += (kind, name, file, place.line, place.column)

    def has_missed_names(self) -> bool:
        """Tell whether unlisted names stand at events that came before the registry of their kind.

        Then all that was noted is forgotten, and the events are to be noted again.
        """
        missed = any(
            self._index.value(f"SELECT 1 FROM {kind} WHERE NOT listed") for kind in self._late
        )
        if missed:
            self._execute("DELETE FROM mention")
        return missed

    def remove_event(self, number: int) -> None:
        """Take the event with this number out of the index."""
        rows = self._index.rows(f"SELECT day, {DOCUMENT} FROM event e WHERE number = ?", number)
        ((day, document),) = rows
        event = from_json(document)
        self._execute(
            "INSERT INTO search (search, rowid, title, summary) VALUES ('delete', ?, ?, ?)",
            (number, composed(event.title), composed(event.summary)),
        )
        for kind, names in (
            ("actor", event.actors),
            ("tag", event.tags),
            ("place", event.places),
            ("source", {source.publisher for source in event.sources}),
        ):
            name = "publisher" if kind == "source" else kind
            self._executemany(
                f"DELETE FROM event_{kind} WHERE {name} = ? AND day = ? AND event = ?",
                [(one, day, number) for one in names],
            )
        self._execute(
            "DELETE FROM event_without "
            "WHERE kind IN ('actor', 'tag', 'place', 'publisher') AND day = ? AND event = ?",
            (day, number),
        )
        self._executemany(
            "DELETE FROM event_follows WHERE target = ? AND event = ?",
            [(target, number) for target in event.follows],
        )
        for table in ("event", "document"):
            self._execute(f"DELETE FROM {table} WHERE number = ?", (number,))

    def _add_listed(
        self, table: str, listed: Actor | Tag, name: str, at: Place, problems: list[Problem]
    ) -> None:
        document = _encode(listed)
        before = self._index.value(f"SELECT document FROM {table} WHERE id = ?", listed.id)
        if before is not None and before != document:
            message = f"{table} '{visible(listed.id)}' is described otherwise in another file"
            problems.append(
                Problem(name, at.line, at.column, Severity.WARNING, f"{message}: that one is used")
            )
        self._execute(f"INSERT OR IGNORE INTO {table} VALUES (?, 1, ?)", (listed.id, document))
        self._listed[table].add(listed.id)

    def finish(self) -> None:
        """Add the actors and tags that are in no registry, and how each name can be spelt."""
        self._inserter.finish()
        index = self._index
        self._execute("DELETE FROM spelling")
        for kind in ("actor", "tag"):
            self._execute(f"DELETE FROM {kind} WHERE NOT listed")
        for (name,) in list(
            index.rows(
                "SELECT DISTINCT actor FROM event_actor UNION SELECT organisation FROM member_of "
                "EXCEPT SELECT id FROM actor"
            )
        ):
            self._execute("INSERT INTO actor VALUES (?, 0, ?)", (name, _encode(Actor(name, name))))
        for (name,) in list(
            index.rows("SELECT DISTINCT tag FROM event_tag EXCEPT SELECT id FROM tag")
        ):
            self._execute("INSERT INTO tag VALUES (?, 0, ?)", (name, _encode(Tag(name))))
        for actor in index.actors().values():
            spellings = {fold(text) for text in (actor.id, actor.name, *actor.aliases)}
            self._executemany(
                "INSERT INTO spelling VALUES ('actor', ?, ?)",
                [(spelling, actor.id) for spelling in sorted(spellings)],
            )
        index.connection.create_function("fold", 1, fold, deterministic=True)
        index.connection.execute("INSERT INTO spelling SELECT 'tag', fold(id), id FROM tag")
        for kind, table in (("place", "event_place"), ("publisher", "event_source")):
            index.connection.execute(
                "INSERT INTO spelling SELECT ?, fold(name), name "
                f"FROM (SELECT DISTINCT {kind} AS name FROM {table})",
                (kind,),
            )

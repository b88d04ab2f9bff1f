"""Filling an index with what readers yield."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec

from timeline.characters import visible
from timeline.checks import check, name_events
from timeline.errors import Problem, Severity
from timeline.groups import grain
from timeline.index import LONG, LONGEST_SHORT, NO_END, NO_START, Index
from timeline.model import Actor, Tag, from_json, to_json
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
)
from timeline.spelling import composed, fold

_encode = msgspec.json.encode

_BATCH = 500
"""How many events are held until they are written."""

SPACING = 64
"""How far the numbers of events are apart, so that others can be put between them later."""

_ROWS = {
    "event": "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "search": "INSERT INTO search (rowid, title, summary) VALUES (?, ?, ?)",
    "event_actor": "INSERT INTO event_actor VALUES (?, ?, ?)",
    "event_tag": "INSERT INTO event_tag VALUES (?, ?, ?)",
    "event_place": "INSERT INTO event_place VALUES (?, ?, ?)",
    "event_source": "INSERT OR IGNORE INTO event_source VALUES (?, ?, ?)",
    "event_follows": "INSERT INTO event_follows VALUES (?, ?, ?, ?)",
    "mention": "INSERT INTO mention VALUES (?, ?, ?, ?, ?)",
}


def fill(index: Index, files: Iterable[tuple[str, Iterable[Item], list[Problem]]]) -> Layout | None:
    """Put the items of several files into an empty index, and check them together.

    Each file is its name, its items, and the list that its problems are added to. Returns the
    layout of a file by which its events can be told apart, None where there is none.
    """
    problems: list[list[Problem]] = []
    names: list[str] = []
    index.connection.execute("BEGIN")
    writer = Writer(index)
    with _no_collection():
        for number, (name, items, file_problems) in enumerate(files):
            names.append(name)
            problems.append(file_problems)
            for item in items:
                writer.add(number, name, item, file_problems)
        writer.finish()
    index.make_keys()
    check(index, names, problems, writer.refused)
    name_events(index)
    index.connection.execute("DELETE FROM mention")
    index.connection.execute("COMMIT")
    return writer.layout if writer.ids_given and len(names) == 1 else None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let nothing look for circles of objects: a parser makes millions, and no circle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Writer:
    """Puts one item after the other into an index, some events at a time.

    `refused` are the parts of files that were not read, each with the number of its file; `layout`
    is that of the file read last; `ids_given` tells whether every event has an id of its own.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._execute = index.connection.execute
        self._executemany = index.connection.executemany
        self._number = 0
        self._held = 0
        self._listed = {
            kind: {row[0] for row in index.rows(f"SELECT id FROM {kind} WHERE listed")}
            for kind in ("actor", "tag")
        }
        self._rows: dict[str, list[Sequence[object]]] = {table: [] for table in _ROWS}
        self.refused: list[tuple[int, Refused]] = []
        self.layout: Layout | None = None
        self.ids_given = True

    def add(self, file: int, name: str, item: Item, problems: list[Problem]) -> None:
        """Put an item of the file with this number and name into the index, or note its problem."""
        match item:
            case Entry():
                self._number += SPACING
                self.add_event(file, item, self._number)
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
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, '')", (f"{key} listed",))

    def add_event(self, file: int, entry: Entry, number: int) -> None:
        """Put an event into the index, under a number by which events of the same date are sorted.

        What stands earlier in a file has the smaller number.
        """
        event, at, rows = entry.event, entry.at, self._rows
        date = event.date
        first, last, begins_by = date.earliest, date.latest, date.begins_by
        earliest = NO_START if first is None else first.ordinal
        latest = earliest if last is first else NO_END if last is None else last.ordinal
        started = NO_START if begins_by is None else begins_by.ordinal
        day = earliest if latest - earliest <= LONGEST_SHORT else LONG
        rows["event"].append(
            (
                number,
                event.id,
                entry.id_given,
                date.text,
                day,
                earliest,
                latest,
                date.time_of_day,
                started,
                None if first is None else first.year,
                None if first is None else first.month,
                grain(date),
                to_json(event),
                file,
                *at,
            )
        )
        rows["search"].append((number, composed(event.title), composed(event.summary)))
        rows["event_actor"] += [(actor, day, number) for actor in event.actors]
        rows["event_tag"] += [(tag, day, number) for tag in event.tags]
        rows["event_place"] += [(place, day, number) for place in event.places]
        rows["event_source"] += [
            (source.publisher, day, number) for source in event.sources if source.publisher
        ]
        if event.follows:
            rows["event_follows"] += [
                (target, number, place.line, place.column)
                for target, place in zip(event.follows, entry.follows_at, strict=True)
            ]
        self._mention("actor", file, event.actors, entry.actors_at)
        self._mention("tag", file, event.tags, entry.tags_at)
        self.ids_given &= entry.id_given
        self._held += 1
        if self._held == _BATCH:
            self._flush()

    def _mention(self, kind: str, file: int, names: Sequence[str], places: Iterable[Place]) -> None:
        """Note where names stand that no registry holds so far."""
        listed = self._listed[kind]
        if not listed.issuperset(names):
            self._rows["mention"] += [
                (kind, name, file, place.line, place.column)
                for name, place in zip(names, places, strict=True)
                if name not in listed
            ]

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            self._executemany(_ROWS[table], rows)
            rows.clear()
        self._held = 0

    def remove_event(self, number: int) -> None:
        """Take the event with this number out of the index."""
        day, document = next(
            self._index.rows("SELECT day, document FROM event WHERE number = ?", number)
        )
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
        self._executemany(
            "DELETE FROM event_follows WHERE target = ? AND event = ?",
            [(target, number) for target in event.follows],
        )
        self._execute("DELETE FROM event WHERE number = ?", (number,))

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
        self._flush()
        index = self._index
        self._execute("DELETE FROM spelling")
        for kind in ("actor", "tag"):
            self._execute(f"DELETE FROM {kind} WHERE NOT listed")
        for (name,) in list(
            index.rows(
                "SELECT actor FROM event_actor UNION SELECT organisation FROM member_of "
                "EXCEPT SELECT id FROM actor"
            )
        ):
            self._execute("INSERT INTO actor VALUES (?, 0, ?)", (name, _encode(Actor(name, name))))
        for (name,) in list(index.rows("SELECT tag FROM event_tag EXCEPT SELECT id FROM tag")):
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

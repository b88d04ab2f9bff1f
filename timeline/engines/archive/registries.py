"""The names stored in an archive."""

import msgspec

from timeline.dates import NO_END, NO_START
from timeline.index import Index, with_checksum
from timeline.index.building import add_spellings
from timeline.model import Actor, Event, Tag, to_json

VERSION = 1
"""The version of the layout. A change that an older program would misread raises it."""
_INSERT = """
INSERT INTO event (
    number, id, date, start, finish, time, earliest, latest, begins_by, ends_from, day,
    id_given, title_digest, ongoing, unit, lag, file, line, column, width
) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
ON CONFLICT (number) DO NOTHING
"""
_ANY_TIME = NO_START, NO_END, -1


def add_event(
    index: Index, number: int, event: Event, span: tuple[int, int, int] = _ANY_TIME
) -> None:
    """Add an event to an index of names, so that its id, date and title are found there.

    `span` has its first and last day number and its second of the day, -1 if it has no time.
    """
    row = (number, event.id, event.date.text, *span)
    index.connection.execute(_INSERT, row)
    document = with_checksum(to_json(event))
    index.connection.execute("INSERT OR IGNORE INTO document VALUES (?, ?)", (number, document))


class Registries(msgspec.Struct, frozen=True):
    """The names of an archive, stored as JSON in the metadata of its schema.

    `listed` holds the ids of the actors and tags that are in a registry; the others are named by
    events only.
    """

    version: int = VERSION
    title: str = ""
    description: str = ""
    actors: tuple[Actor, ...] = ()
    tags: tuple[Tag, ...] = ()
    listed_actors: tuple[str, ...] = ()
    listed_tags: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    questions: dict[str, str] = {}

    def to_json(self) -> bytes:
        """Return the names as JSON."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, text: bytes) -> "Registries":
        """Read names that `to_json` wrote. Raises msgspec.MsgspecError if they are damaged."""
        return msgspec.json.decode(text, type=cls)

    def to_index(self) -> Index:
        """Return an index in memory with these names and without events, to look names up in."""
        index = Index.in_memory()
        execute, many = index.connection.execute, index.connection.executemany
        for kind, entries, listed in (
            ("actor", self.actors, {*self.listed_actors}),
            ("tag", self.tags, {*self.listed_tags}),
        ):
            many(
                f"INSERT OR IGNORE INTO {kind} VALUES (?, ?, ?)",
                [(one.id, one.id in listed, msgspec.json.encode(one)) for one in entries],
            )
        many(
            "INSERT OR IGNORE INTO member_of VALUES (?, ?, ?, ?, 0, 0, 0)",
            [
                (one.id, actor.id, one.since, one.until)
                for actor in self.actors
                for one in actor.member_of
            ],
        )
        for kind, names in (("place", self.places), ("publisher", self.publishers)):
            many("INSERT OR IGNORE INTO name VALUES (NULL, ?, ?)", [(kind, one) for one in names])
        for key in ("title", "description"):
            if text := getattr(self, key):
                execute("INSERT INTO heading VALUES (?, ?)", (key, text))
        many(
            "INSERT OR IGNORE INTO saved_question VALUES (?, ?, 0, 0, 0, 0)",
            self.questions.items(),
        )
        add_spellings(index)
        index.make_keys()
        return index

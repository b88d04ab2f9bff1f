"""The rows that the events of a file take in an index, before they have numbers."""

from itertools import chain
from typing import Any, NamedTuple
from zlib import crc32

from timeline.index.checksums import add_checksum
from timeline.index.rows.days import columns_of, columns_of_sources
from timeline.index.rows.listed import Listed, unlisted
from timeline.index.schema import NO_NAME
from timeline.model import NAMES, Facet, to_json
from timeline.readers import Entry
from timeline.text import searchable

EVENT_WIDTH = 26
"""The number of columns of `event`."""

FILE_IN_EVENT, FILE_IN_MENTION = 22, 2
"""The index of the column `file` in `event` and in `mention`, whose rows have `MENTION_WIDTH`."""

MENTION_WIDTH = 5


class Rows(NamedTuple):
    """The rows of some events of one file: for each table, one list with the values of all rows.

    The number of an event is its index, from 0, and the file is 0. `names` are the names of each
    kind in `event_name`, where the number of a name is its index in that list.
    """

    event: list[Any]
    document: list[Any]
    search: list[Any]
    names: dict[str, list[str]]
    event_name: dict[str, list[int]]
    follows: list[Any]
    mention: list[Any]
    exemption: list[tuple[int, str]]

    @property
    def events(self) -> int:
        """The number of events."""
        return len(self.event) // EVENT_WIDTH

    def without_mentions_of(self, listed: Listed) -> "Rows":
        """Return the rows without the positions of names that are listed after all."""
        mentions = zip(*[iter(self.mention)] * MENTION_WIDTH, strict=True)
        kept = [one for one in mentions if one[1] not in listed.get(one[0], ())]
        return self._replace(mention=list(chain.from_iterable(kept)))


class RowMaker:
    """Makes the rows of events.

    `listed` is looked at for each event, and may change in between. `lines_before` is added to all
    lines.
    """

    def __init__(self, listed: Listed, lines_before: int = 0) -> None:
        self._listed = listed
        self._lines_before = lines_before
        self._begin()

    def _begin(self) -> None:
        self._numbers = {str(kind): _Numbers() for kind in NAMES}
        names = {kind: numbers.names for kind, numbers in self._numbers.items()}
        self._rows = Rows([], [], [], names, {str(kind): [] for kind in NAMES}, [], [], [])
        self.count = 0

    def taken(self) -> Rows:
        """Return the rows so far, and begin again without any."""
        rows = self._rows
        self._begin()
        return rows

    def add(self, entry: Entry) -> None:
        """Add the rows of an event."""
        event, rows, number = entry.event, self._rows, self.count
        self.count += 1
        line, column, width = entry.at
        day, columns = columns_of(event.date)
        rows.event.extend(
            (
                number,
                event.id,
                int(entry.id_given),
                event.date.text,
                crc32(event.title.encode()),
                day,
                *columns,
                *columns_of_sources(event.date, event.sources, columns[0], columns[2]),
                0,
                line + self._lines_before,
                column,
                width,
            )
        )
        # A bytearray is faster than bytes, for which sqlite3 looks for an adapter every time.
        document = bytearray(to_json(event))
        add_checksum(document)
        rows.document.extend((number, document))
        rows.search.extend((number, searchable(event.title), searchable(event.summary)))
        for kind, names in (
            ("actor", event.actors),
            ("tag", event.tags),
            ("place", event.places),
            ("publisher", event.names(Facet.PUBLISHER)),
        ):
            numbers, found = self._numbers[kind], rows.event_name[kind]
            for name in names or (NO_NAME,):
                found.extend((numbers[name], day, number))
        if event.follows:
            for target, at in zip(event.follows, entry.follows_at, strict=True):
                rows.follows.extend((target, number, at.line + self._lines_before, at.column))
        for one in entry.ignored:
            rows.exemption.append((number, one.rule))
        for mention in unlisted(entry, self._listed):
            kind, name, line, column = mention
            rows.mention.extend((kind, name, 0, line + self._lines_before, column))


class _Numbers(dict[str, int]):
    """The number of each name, and the names in that order."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __missing__(self, name: str) -> int:
        number = self[name] = len(self.names)
        self.names.append(name)
        return number

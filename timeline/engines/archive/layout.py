"""The layout of an archive: the columns of its events in Parquet, as the manual documents them.

An archive is a Parquet file, or a folder of them with a folder for each year (`year=2014`), as
Hive partitions are named. A column without a value is null; the lists are never null.
"""

from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.dates import NO_END, NO_START, EventDate, Unit
from timeline.index import NO_WEEKDAY
from timeline.index.rows import columns_of, columns_of_sources
from timeline.model import EventRecord, Source

if TYPE_CHECKING:
    import pyarrow

PARTITION = "year"
"""The column that is not in the files of a partitioned archive, but in the names of its folders."""

REGISTRIES = b"timeline"
"""The key of the registries in the metadata of a schema."""


class Kind(Enum):
    """What the values of a column are."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    TEXTS = auto()
    SOURCES = auto()


COLUMNS = {
    "id": Kind.TEXT,
    "date": Kind.TEXT,
    "earliest": Kind.NUMBER,
    "latest": Kind.NUMBER,
    "approximate": Kind.FLAG,
    "uncertain": Kind.FLAG,
    "title": Kind.TEXT,
    "summary": Kind.TEXT,
    "actors": Kind.TEXTS,
    "all_actors": Kind.TEXTS,
    "sure_actors": Kind.TEXTS,
    "places": Kind.TEXTS,
    "tags": Kind.TEXTS,
    "publishers": Kind.TEXTS,
    "follows": Kind.TEXTS,
    "sources": Kind.SOURCES,
    "begins_by": Kind.NUMBER,
    "ends_from": Kind.NUMBER,
    "start": Kind.NUMBER,
    "finish": Kind.NUMBER,
    "seconds": Kind.NUMBER,
    "ongoing": Kind.FLAG,
    "known_from": Kind.NUMBER,
    "known_by": Kind.NUMBER,
    "by_decade": Kind.NUMBER,
    "by_year": Kind.NUMBER,
    "by_quarter": Kind.NUMBER,
    "by_month": Kind.NUMBER,
    "by_weekday": Kind.NUMBER,
    "by_lag": Kind.NUMBER,
    "number": Kind.NUMBER,
    "words": Kind.TEXT,
    "names": Kind.TEXT,
    PARTITION: Kind.NUMBER,
}
"""The columns, in their order. All but the partition are in the files."""

NEWER_COLUMNS = ("known_from", "known_by", "by_lag")
"""The columns that archives of older releases lack: what the dates of the sources say."""

OF_EVERY_SOURCE = ("title", "url", "publisher", "date", "archive")
"""The fields of a source that every release writes; any other is empty where it is missing."""


class Folded(NamedTuple):
    """What the words of a question are searched in; see `layout.searched`."""

    words: str
    names: str


def searched(*texts: str) -> str:
    """Return folded texts as a column to search in.

    There is a space before and after each word, and a line end between texts, so that a phrase
    does not span two of them.
    """
    return "\n".join(f" {text} " for text in texts if text)


def schema(*, partitioned: bool, metadata: bytes = b"") -> "pyarrow.Schema":
    """Return the schema of the files of an archive."""
    import pyarrow as pa

    parts = pa.struct([(name, pa.string()) for name in Source.__struct_fields__])
    types = {
        Kind.TEXT: pa.string(),
        Kind.NUMBER: pa.int64(),
        Kind.FLAG: pa.bool_(),
        Kind.TEXTS: pa.list_(pa.string()),
        Kind.SOURCES: pa.list_(parts),
    }
    fields = [
        (name, types[kind])
        for name, kind in COLUMNS.items()
        if not (partitioned and name == PARTITION)
    ]
    return pa.schema(fields, {REGISTRIES: metadata} if metadata else None)


def spark_schema() -> str:
    """Return the columns of an archive, with the partition, as the schema of a table in Spark."""
    parts = ", ".join(f"`{name}`: STRING" for name in Source.__struct_fields__)
    types = {
        Kind.TEXT: "STRING",
        Kind.NUMBER: "BIGINT",
        Kind.FLAG: "BOOLEAN",
        Kind.TEXTS: "ARRAY<STRING>",
        Kind.SOURCES: f"ARRAY<STRUCT<{parts}>>",
    }
    return ", ".join(f"`{name}` {types[kind]}" for name, kind in COLUMNS.items())


class Actors(NamedTuple):
    """The actors of an event and all for whom they may act at its date, or surely do."""

    possible: tuple[str, ...]
    sure: tuple[str, ...]


def row(event: EventRecord, all_actors: Actors, place: int, folded: Folded) -> dict[str, Any]:
    """Return the columns of an event; `place` is its place in the files."""
    date = EventDate.parse(event.date)
    _, columns = columns_of(date)
    earliest, latest, begins_by, ends_from, start, finish, time, ongoing, unit, *units = columns
    publishers = dict.fromkeys(one.publisher for one in event.sources if one.publisher)
    by_decade, by_year, by_quarter, by_month = units
    known_from, known_by, by_lag = columns_of_sources(date, event.sources, earliest, begins_by)
    return {
        "id": event.id,
        "date": event.date,
        "earliest": _known(earliest),
        "latest": _known(latest),
        "approximate": event.approximate,
        "uncertain": event.uncertain,
        "title": event.title,
        "summary": event.summary,
        "actors": event.actors,
        "all_actors": all_actors.possible,
        "sure_actors": all_actors.sure,
        "places": event.places,
        "tags": event.tags,
        "publishers": tuple(publishers),
        "follows": event.follows,
        "sources": [
            {name: getattr(source, name) for name in Source.__struct_fields__}
            for source in event.sources
        ],
        "begins_by": None if begins_by == NO_END else begins_by,
        "ends_from": None if ends_from == NO_START else ends_from,
        "start": _known(start),
        "finish": _known(finish),
        "seconds": None if time == -1 else time,
        "ongoing": bool(ongoing),
        "known_from": known_from,
        "known_by": known_by,
        "by_decade": by_decade,
        "by_year": by_year,
        "by_quarter": by_quarter,
        "by_month": by_month,
        "by_weekday": ((earliest or 0) - 1) % 7 if unit == Unit.DAY else NO_WEEKDAY,
        "by_lag": by_lag,
        "number": place,
        "words": folded.words,
        "names": folded.names,
        PARTITION: None if date.earliest is None else date.earliest.year,
    }


def _known(day: int | None) -> int | None:
    return None if day in (NO_START, NO_END) else day

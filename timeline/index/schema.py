"""The schema of an index: its tables and keys, and what its numbers stand for."""

from timeline.dates.units import key_sql
from timeline.query.facet import Grouping

SCHEMA_VERSION = 15
"""Which schema an index on disk has; to be raised with every change of what an index holds."""

SPACING = 65
"""How far the numbers of events are apart, so that others can be put between them later.

It is odd: in a set the multiples of a power of two would all want the same few places.
"""

NO_START = -(1 << 62)
NO_END = 1 << 62
"""The day numbers that stand for an open side of a date."""

LONGEST_SHORT = 366
"""How many days a short event lasts at most: what may lie in a period begins no sooner before it.

The `day` of a short event is the day number of its earliest day, that of any other is `LONG`.
"""

LONG = NO_START - 1

DOCUMENT = "(SELECT json FROM document WHERE number = e.number)"
"""The SQL of an event `e` whole, as JSON; it stands apart from what questions look through."""


def numbers_without(kind: str) -> str:
    """Return the SQL of the numbers of the events that name no `actor`, `tag` and so on."""
    return f"(SELECT event FROM event_without WHERE kind = '{kind}')"


TABLES = """
CREATE TABLE heading (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    id_given INTEGER NOT NULL,
    date TEXT NOT NULL,
    day INTEGER NOT NULL,
    earliest INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    time INTEGER,
    begins_by INTEGER NOT NULL,
    year INTEGER,
    month INTEGER,
    grain INTEGER NOT NULL,
    file INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    width INTEGER NOT NULL
);
CREATE TABLE document (number INTEGER PRIMARY KEY, json BLOB NOT NULL);
CREATE TABLE actor (
    id TEXT PRIMARY KEY, listed INTEGER NOT NULL, document BLOB NOT NULL
);
CREATE TABLE tag (
    id TEXT PRIMARY KEY, listed INTEGER NOT NULL, document BLOB NOT NULL
);
CREATE TABLE member_of (
    organisation TEXT NOT NULL, actor TEXT NOT NULL,
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    PRIMARY KEY (organisation, actor)
) WITHOUT ROWID;
CREATE TABLE event_actor (
    actor TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL,
    PRIMARY KEY (actor, day, event)
) WITHOUT ROWID;
CREATE TABLE event_tag (
    tag TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL,
    PRIMARY KEY (tag, day, event)
) WITHOUT ROWID;
CREATE TABLE event_place (
    place TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL,
    PRIMARY KEY (place, day, event)
) WITHOUT ROWID;
CREATE TABLE event_without (
    kind TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL,
    PRIMARY KEY (kind, day, event)
) WITHOUT ROWID;
CREATE TABLE event_source (
    publisher TEXT NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL,
    PRIMARY KEY (publisher, day, event)
) WITHOUT ROWID;
CREATE TABLE event_follows (
    target TEXT NOT NULL, event INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    PRIMARY KEY (target, event)
) WITHOUT ROWID;
CREATE TABLE mention (
    kind TEXT NOT NULL, name TEXT NOT NULL,
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL
);
CREATE TABLE problem (
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    severity TEXT NOT NULL, message TEXT NOT NULL, width INTEGER NOT NULL, excerpt TEXT
);
CREATE TABLE file (
    path TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL, inode INTEGER NOT NULL,
    digest BLOB
);
CREATE TABLE layout (
    key TEXT NOT NULL, key_indent INTEGER NOT NULL, indent INTEGER NOT NULL,
    head BLOB NOT NULL, digests BLOB NOT NULL, numbers BLOB NOT NULL
);
CREATE TABLE spelling (
    kind TEXT NOT NULL, folded TEXT NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (kind, folded, name)
) WITHOUT ROWID;
CREATE TABLE occurrence (
    kind TEXT NOT NULL, name TEXT NOT NULL, events INTEGER NOT NULL,
    first TEXT NOT NULL, last TEXT NOT NULL, counts TEXT NOT NULL,
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE bitmap (
    kind TEXT NOT NULL, name TEXT NOT NULL, events INTEGER NOT NULL,
    sparse INTEGER NOT NULL, bits BLOB NOT NULL,
    PRIMARY KEY (kind, name)
);
CREATE TABLE bit_order (numbers BLOB NOT NULL, places BLOB, days BLOB NOT NULL);
CREATE TABLE beginning (
    year INTEGER, month INTEGER, grain INTEGER NOT NULL, events INTEGER NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5(
    title, summary, content='', tokenize='unicode61 remove_diacritics 2'
);
"""

FOUND = "temp.found"
"""The table of what was found last, with the number, day, bounds and time of each event."""

# It is made at once and never dropped: both would end what is being read by then.
TEMPORARY = f"""
CREATE TABLE {FOUND} (
    number INTEGER PRIMARY KEY, day INTEGER, earliest INTEGER, latest INTEGER, time INTEGER,
    date TEXT
)
"""

KEYS = f"""
CREATE INDEX event_by_id ON event (id);
CREATE INDEX member_of_by_actor ON member_of (actor);
CREATE INDEX event_by_day ON event (day, earliest, grain);
CREATE INDEX event_in_order ON event (earliest, latest, time);
CREATE INDEX event_by_year ON event ({key_sql(Grouping.YEAR)}, earliest, latest, time);
"""

"""The schema of an index: its tables and SQL indexes, and the meaning of its numbers."""

from timeline.dates import NO_START

SCHEMA_VERSION = 48
"""The version of the schema. Increase it with every change to what an index contains.

That includes the problems of the files, so it includes every change to a reader or a check.
"""

SPACING = 65
"""The distance between the numbers of consecutive events, which leaves room to insert others.

It is odd because multiples of a power of two collide often in a hash table.
"""

LONGEST_SHORT = 366
"""The maximum number of days between the first and the last day of a short event.

A short event that overlaps a period begins at most this many days before it. The `day` of a short
event is the day number of its earliest day; the `day` of any other event is `LONG`.
"""

LONG = NO_START - 1

NO_NAME = ""
"""The name that `name` and `bitmap` use for events without a name of that kind."""

ORDER = "e.start, e.finish, e.time, e.number"
REVERSED = "e.start DESC, e.finish DESC, e.time DESC, e.number DESC"
"""The chronological order of events `e`, as SQL."""

DOCUMENT = "(SELECT json FROM document WHERE number = e.number)"
"""SQL for the complete event `e` as JSON with a checksum. Its own table keeps `event` small."""

TITLE = "(SELECT title FROM document WHERE number = e.number)"
"""SQL for the title of the event `e`."""

TOKENIZER = "unicode61 remove_diacritics 2"
"""How the full-text table splits texts into words, and folds them."""

# `member_of` holds memberships as written. Who acts for whom is not stored: in a long chain of
# memberships, everyone acts for everyone above.
#
# `start`, `finish` and `time` are the `sort_key` of a date. They are in UTC if the date has a time
# zone, whereas `earliest` and `latest` are the days as written. `decade` to `month` are the
# `CalendarUnit`s of the start, and `unit` is its `Unit`. A source may state the event from the day
# `known_from` on, and one surely does by `known_by`; both are NULL if no source is dated.
# `lag` is a `LagRange`.
TABLES = f"""
CREATE TABLE heading (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE saved_question (
    name TEXT PRIMARY KEY, text TEXT NOT NULL,
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL, width INTEGER NOT NULL
);
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    id_given INTEGER NOT NULL,
    date TEXT NOT NULL,
    title_digest INTEGER NOT NULL,
    day INTEGER NOT NULL,
    earliest INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    begins_by INTEGER NOT NULL,
    ends_from INTEGER NOT NULL,
    start INTEGER NOT NULL,
    finish INTEGER NOT NULL,
    time INTEGER NOT NULL,
    ongoing INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    decade INTEGER,
    year INTEGER,
    quarter INTEGER,
    month INTEGER,
    known_from INTEGER,
    known_by INTEGER,
    lag INTEGER NOT NULL,
    file INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    width INTEGER NOT NULL
);
CREATE TABLE document (
    number INTEGER PRIMARY KEY, json BLOB NOT NULL,
    title TEXT AS (substr(json, 1, length(json) - 4) ->> '$.title')
);
CREATE TABLE actor (
    id TEXT PRIMARY KEY, listed INTEGER NOT NULL, document BLOB NOT NULL
);
CREATE TABLE tag (
    id TEXT PRIMARY KEY, listed INTEGER NOT NULL, document BLOB NOT NULL
);
CREATE TABLE member_of (
    organisation TEXT NOT NULL, actor TEXT NOT NULL,
    since TEXT NOT NULL, until TEXT NOT NULL,
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    PRIMARY KEY (organisation, actor, since, until)
) WITHOUT ROWID;
CREATE TABLE name (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (kind, name)
);
CREATE TABLE event_name (
    name INTEGER NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL,
    PRIMARY KEY (name, day, event)
) WITHOUT ROWID;
CREATE TABLE event_follows (
    target TEXT NOT NULL, event INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    PRIMARY KEY (target, event)
) WITHOUT ROWID;
CREATE TABLE mention (
    kind TEXT NOT NULL, name TEXT NOT NULL,
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL
);
CREATE TABLE listing (
    kind TEXT NOT NULL, name TEXT NOT NULL,
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL
);
CREATE TABLE rule_choice (
    key TEXT NOT NULL, rule TEXT NOT NULL,
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL
);
CREATE TABLE exemption (
    event INTEGER NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (event, rule)
) WITHOUT ROWID;
CREATE TABLE problem (
    file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    severity TEXT NOT NULL, message TEXT NOT NULL, width INTEGER NOT NULL, excerpt TEXT,
    rule TEXT NOT NULL
);
CREATE TABLE file (
    path BLOB NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL, inode INTEGER NOT NULL,
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
CREATE TABLE bitmap (
    facet TEXT NOT NULL, value, events INTEGER NOT NULL, bits BLOB NOT NULL,
    PRIMARY KEY (facet, value)
);
CREATE TABLE event_column (name TEXT PRIMARY KEY, numbers BLOB NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(
    title, summary, content='', tokenize='{TOKENIZER}'
);
"""

KEYS = """
CREATE INDEX event_by_id ON event (id);
CREATE INDEX member_of_by_actor ON member_of (actor);
CREATE INDEX event_by_day ON event (day, earliest);
CREATE INDEX event_in_order ON event (start, finish, time);
CREATE INDEX event_by_year ON event (year, start, finish, time);
"""

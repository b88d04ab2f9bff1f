"""Where reading can continue after a syntax error, so that one run shows every error."""

import re
from typing import NamedTuple

from timeline.readers.records import TOP_KEYS
from timeline.readers.text import ByteStream, Line, lines_from

_WITH_ENTRIES = ("", "events", "actors", "tags")


class Section(NamedTuple):
    """Which part of a file is being read.

    `key` is its top-level key, empty if there is none: in a file that is only a list of events, or
    before it is known what the file is. `first_line` is the first line on which its entries can
    begin, None if they are in brackets. `column` is the number of spaces before an entry, None if
    it is unknown. `top_column` is the same for top-level keys, None in a file without them.
    """

    key: str = ""
    first_line: int | None = 1
    column: int | None = None
    top_column: int | None = 0


class Start(NamedTuple):
    """A line at which reading can begin, and the section it is in, None if it is in none."""

    offset: int = 0
    line: int = 1
    section: Section | None = None

    @property
    def before(self) -> str:
        """The text to parse first, so that lines are counted from the start of the file."""
        if not self.section or not self.section.key:
            return "\n" * (self.line - 1)
        # With its key inserted, the rest of a section is read as that section.
        key = " " * (self.section.top_column or 0) + self.section.key
        return "\n" * (self.line - 2) + f"{key}:\n"


def hidden_part(section: Section, following: Start | None) -> str | None:
    """Return the key whose entries a syntax error hides, `""` for any, None if it hides none.

    `following` is where reading continues.
    """
    if section.first_line is None:
        return ""
    if section.key in _WITH_ENTRIES:
        return section.key or "events"
    return "" if following is None else None


def next_start(stream: ByteStream, since: Start, line: int, section: Section) -> Start | None:
    """Return the first start after `line`; `since` is a known start before it.

    That is the next entry of the current list of events or registry, or the next top-level key.
    Return None if there is none.
    """
    entry = _entry(section)
    top = None
    if section.top_column is not None:
        top = re.compile(rb" {%d}(?:%s) *:" % (section.top_column, "|".join(TOP_KEYS).encode()))
    for found in lines_from(stream, since.offset, since.line):
        if section.column is None and section.key in ("", "events"):
            section = section._replace(column=_column_of_dash(found, section.first_line))
            entry = _entry(section)
        if found.number <= max(line, since.line):
            continue
        if entry and entry.match(found.start):
            return Start(found.offset, found.number, section)
        if top and top.match(found.start):
            return Start(found.offset, found.number)
    return None


def _column_of_dash(line: Line, first_line: int | None) -> int | None:
    if first_line is None or line.number < first_line:
        return None
    dash = re.match(rb" *(?=-\s)", line.start)
    return dash.end() if dash else None


def _entry(section: Section) -> re.Pattern[bytes] | None:
    """Return a pattern for the start of an entry in a section, None if it is unknown."""
    if section.first_line is None or section.column is None or section.key not in _WITH_ENTRIES:
        return None
    begins = rb"[^\s#\-\[\]{}'\",:][^:]*:\s" if section.key in ("actors", "tags") else rb"-\s"
    return re.compile(rb" {%d}%s" % (section.column, begins))

"""What a line of a markwhen file is: the start of an event or a section, or other text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from timeline.dates import MONTHS
from timeline.readers.items import Place

_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_TIME = r"(?:(?:1[0-2]|[1-9])(?::[0-9]{2})?[ap]m|[012]?[0-9](?::[0-9]{2})?)"
_DOUBT = "[~?%]?"
_AFTER_DAY = rf",?(?:\s+[0-9]{{4}},?)?(?:\s+{_TIME})?"
AMOUNT = (
    r"-?[0-9]+\s*(?:(?:week|work|business)\s*days?|milliseconds?|ms|seconds?|secs?|s"
    r"|minutes?|mins?|hours?|h|days?|d|weeks?|w|months?|years?|y)(?![a-z])"
)
_EVENT = r"(?:!\w+(?:\.(?:start|end))?|\.(?:start|end))"
AMOUNTS = rf"{AMOUNT}(?:(?:\s*,\s*|\s+){AMOUNT})*"
"""Lengths of time, such as `3 days, 2 hours`."""

_RELATIVE = (
    rf"(?:by|before|after)\s*{_EVENT}?\s*(?:plus|\+)?\s*(?:{AMOUNTS})?",
    rf"{_EVENT}\s*(?:plus|\+)?\s*(?:{AMOUNTS})?",
    rf"(?:(?:plus|\+)\s*)?{AMOUNTS}",
)
_WEEK = r"[0-9]{4}-?W[0-9]{2}(?:-?[1-7])?"
_EDTF = (
    _WEEK,
    rf"~?\s?[0-9]{{4}}(?:-[0-9]{{2}}(?:-[0-9]{{2}}(?:\s+{_TIME})?)?)?{_DOUBT}",
    *_RELATIVE,
    "now",
)
# In markwhen's own order; the first one that can be followed by a colon or a second date counts.
_CASUAL = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2,}(?:\.[0-9]*)?Z",
    "now",
    _TIME,
    _WEEK,
    r"[0-9]{1,5}\s?(?:BCE|BC|AD|CE)",
    rf"[0-9]{{1,5}}(?:/[0-9]{{1,5}}(?:/[0-9]{{1,5}}(?:[,\s]\s*{_TIME})?)?)?{_DOUBT}",
    *_RELATIVE,
    rf"(?:{_MONTH})\s+[0-3]?[0-9](?![0-9]){_AFTER_DAY}",
    rf"[0-3]?[0-9]\s+(?:{_MONTH}){_AFTER_DAY}",
    rf"(?:{_MONTH})(?:\s+[0-9]{{1,4}})?",
)


def _event(sides: Iterable[str], between: str) -> re.Pattern[str]:
    side = "|".join(sides)
    return re.compile(
        rf"(?P<start>{side})(?:(?:{between})(?P<end>{side}))?(?P<every>\s*every[^:]+)?\s*:",
        re.IGNORECASE,
    )


_EVENTS = (
    _event(_EDTF, r"\s*/\s*|\s+[-\u2013]\s+|\s+to\s+"),
    _event(_CASUAL, r"\s*[-\u2013]\s*|\s+to\s+"),
)
_SECTION = re.compile(r"\s*(#{1,6})\s+(.*)")
_OLD_SECTION = re.compile(r"\s*(?:section|group)(?:\s+(.*))?")
_OLD_END = re.compile(r"\s*end(?:section|group)\s*", re.IGNORECASE)
_LONGEST_START = 300
"""The number of characters of a line in which its date must end."""


class NumberedLine(NamedTuple):
    """A line with its number, from 1, without its line end."""

    number: int
    text: str

    @property
    def place(self) -> Place:
        """The place of the whole line."""
        return Place(self.number, 1, len(self.text))


class EventStart(NamedTuple):
    """The first line of an event.

    `start` and `end` are the dates as written; `end` is empty without one. `dates` is the text
    before the colon, and `column` is where it begins, from 1. `repeats` means that the event
    recurs. `title` is the text after the colon.
    """

    start: str
    end: str
    dates: str
    column: int
    repeats: bool
    title: str


class SectionStart(NamedTuple):
    """The heading of a section; `level` is 1 for `#`, and 0 for the older `section`."""

    level: int
    title: str


def event_start(line: str) -> EventStart | None:
    """Return the start of an event if a line is one."""
    # With single spaces, a line that is no event is told from one in linear time.
    head = re.sub(r"\s+", " ", line[:_LONGEST_START].lstrip())
    if ":" not in head:
        return None
    found = _EVENTS[0].match(head) or _EVENTS[1].match(head)
    if not found:
        return None
    parts = line.split(":", found[0].count(":"))
    dates = ":".join(parts[:-1])
    return EventStart(
        found["start"].strip(),
        (found["end"] or "").strip(),
        dates.strip(),
        len(dates) - len(dates.lstrip()) + 1,
        bool(found["every"]),
        parts[-1],
    )


def section_start(line: str, *, after_gap: bool) -> SectionStart | None:
    """Return the start of a section if a line is one.

    The older `section` and `group` count only after an empty line, because a sentence may begin so.
    """
    if found := _SECTION.fullmatch(line):
        return SectionStart(len(found[1]), found[2].strip())
    if after_gap and (found := _OLD_SECTION.fullmatch(line)):
        return SectionStart(0, (found[1] or "").strip())
    return None


def ends_section(line: str) -> bool:
    """Return whether a line is the older end of a section."""
    return _OLD_END.fullmatch(line) is not None


def is_comment(line: str) -> bool:
    """Return whether a line is a comment."""
    return line.lstrip().startswith("//")

"""What a rule of `timeline check` is, and what it finds."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from timeline.index import Index
from timeline.rules.facts import Facts


class Entry(NamedTuple):
    """An entry of a registry, or a saved question; `kind` is `actor`, `tag` or `question`."""

    kind: str
    id: str


class Finding(NamedTuple):
    """What a rule found, and where: at the event with this number, or at an entry of a registry."""

    message: str
    at: int | Entry


OfEvent = Callable[[Facts, date], Iterable[str]]
"""Yields a message for each finding in one event. The date is the present day."""

OfChronology = Callable[[Index], Iterable[Finding]]
"""Yields the findings in a whole chronology."""


class Rule(NamedTuple):
    """A rule: what it looks at, and whether it is on by default.

    A rule with neither function is checked when a file is read or, if it is `of_links`, when the
    addresses of sources are asked.
    """

    id: str
    is_on: bool
    of_event: OfEvent | None = None
    of_chronology: OfChronology | None = None
    of_links: bool = False

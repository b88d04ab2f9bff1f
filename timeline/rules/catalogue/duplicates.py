"""The rule about events that seem to be told twice."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from timeline.dates import EventDate
from timeline.index import TITLE, Index
from timeline.rules.rule import Finding
from timeline.text import fold, visible

ALIKE = 0.75
"""The share of the words of two titles that must be the same, of all their words."""

MOST_COMPARED = 100
"""The maximum number of events that share a word and may share a day to compare with another."""

_FEWEST_WORDS = 3


class _Event(NamedTuple):
    number: int
    earliest: int
    latest: int
    words: frozenset[str]


def duplicate_event(index: Index) -> Iterator[Finding]:
    """Find each event with nearly the same title as an earlier one, and a date that overlaps.

    Events with the same date and title are reported when the file is read.
    """
    events = [
        _Event(number, earliest, latest, frozenset(fold(title).split()))
        for number, earliest, latest, title in index.rows(
            f"SELECT number, earliest, latest, {TITLE} FROM event e ORDER BY earliest, number"
        )
    ]
    first_of: dict[int, int] = {}
    for one, other in _alike(events):
        first, later = sorted((one.number, other.number))
        first_of[later] = min(first, first_of.get(later, first))
    for later, first in sorted(first_of.items()):
        (date, title), (other_date, other_title) = _shown(index, later), _shown(index, first)
        if (date, title) != (other_date, other_title):
            yield Finding(
                f"this may be the same event as '{visible(other_title)}', "
                f"{EventDate.parse(other_date).describe()}: delete one of the two, or write "
                "'ignore: [duplicate-event]' in this one",
                later,
            )


def _shown(index: Index, number: int) -> tuple[str, str]:
    ((date, title),) = index.rows(f"SELECT date, {TITLE} FROM event e WHERE number = ?", number)
    return date, title


def _alike(events: list[_Event]) -> Iterator[tuple[_Event, _Event]]:
    """Yield the pairs of events that are alike, each once or more often.

    Titles that are alike share one of their rarest words: of a title's words, one more than it may
    lack. Only events that share one of these, and all numbers, are compared. Of events with the
    same words and days, only the first is compared with others.
    """
    used = Counter(word for event in events for word in event.words)
    waiting: dict[tuple[str, frozenset[str]], list[_Event]] = defaultdict(list)
    firsts: dict[tuple[object, ...], _Event] = {}
    for event in events:
        if len(event.words) < _FEWEST_WORDS:
            continue
        first = firsts.setdefault(event[1:], event)
        if first is not event:
            yield event, first
            continue
        numbers = frozenset(filter(_has_digit, event.words))
        rarest = sorted(event.words, key=lambda word: (used[word], word))
        for word in rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]:
            # The events come by their first day: one that has ended meets no later one.
            key = word, numbers
            waiting[key] = [one for one in waiting[key] if one.latest >= event.earliest]
            if len(waiting[key]) < MOST_COMPARED:
                for other in waiting[key]:
                    if _are_alike(event.words, other.words):
                        yield event, other
                waiting[key].append(event)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two titles share enough words."""
    return len(one & other) >= ALIKE * len(one | other)


def _has_digit(word: str) -> bool:
    return any(c.isdigit() for c in word)

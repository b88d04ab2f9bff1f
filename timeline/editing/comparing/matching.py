"""Pairing the records of two versions of a chronology: by id, and renamed ones by content."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from timeline.dates import EventDate
from timeline.model import Actor, Event, Tag
from timeline.text import fold

Record = TypeVar("Record", Event, Actor, Tag)
Pair = tuple[Record | None, Record | None]

_MOST_CANDIDATES = 100


def paired_events(old: Sequence[Event], new: Sequence[Event]) -> list[Pair[Event]]:
    """Return the events of two versions in pairs; None stands for an event that is not there.

    Events with the same id are a pair. Of the others, two are a pair if nothing but their ids
    differs, or if they say much the same: their dates overlap and their summaries are the same, or
    they have at least half of the words of their titles in common, and one of date, summary and
    source.
    """
    pairs, left, right = _by(old, new, lambda event: event.id)
    same, left, right = _by(left, right, lambda event: msgspec.structs.replace(event, id=""))
    alike, left, right = _alike(left, right)
    return [*pairs, *same, *alike, *((one, None) for one in left), *((None, one) for one in right)]


def paired_actors(old: Sequence[Actor], new: Sequence[Actor]) -> list[Pair[Actor]]:
    """Return the actors of two registries in pairs: by id, and others by name."""
    pairs, left, right = _by(old, new, lambda actor: actor.id)
    same, left, right = _by(left, right, lambda actor: fold(actor.name) or None)
    return [*pairs, *same, *((one, None) for one in left), *((None, one) for one in right)]


def paired_tags(old: Sequence[Tag], new: Sequence[Tag]) -> list[Pair[Tag]]:
    """Return the tags of two registries in pairs: by id, and others by description."""
    pairs, left, right = _by(old, new, lambda tag: tag.id)
    same, left, right = _by(left, right, lambda tag: fold(tag.description) or None)
    return [*pairs, *same, *((one, None) for one in left), *((None, one) for one in right)]


def _by(
    old: Sequence[Record], new: Sequence[Record], key: Callable[[Record], Hashable | None]
) -> tuple[list[Pair[Record]], list[Record], list[Record]]:
    """Return the records with the same key in pairs, and those that are left on each side."""
    waiting: defaultdict[Hashable, list[Record]] = defaultdict(list)
    for one in reversed(new):
        waiting[key(one)].append(one)
    pairs: list[Pair[Record]] = []
    left = []
    for one in old:
        its = key(one)
        if its is not None and waiting[its]:
            pairs.append((one, waiting[its].pop()))
        else:
            left.append(one)
    taken = {id(other) for _, other in pairs}
    return pairs, left, [one for one in new if id(one) not in taken]


def _alike(
    old: list[Event], new: list[Event]
) -> tuple[list[Pair[Event]], list[Event], list[Event]]:
    if not old or not new:
        return [], old, new
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, event in enumerate(new):
        for trait in _traits(event):
            places[trait].append(number)
    found = []
    for number, event in enumerate(old):
        groups = (places[trait] for trait in _traits(event))
        candidates = {one for group in groups if len(group) <= _MOST_CANDIDATES for one in group}
        for candidate in candidates:
            if score := _likeness(event, new[candidate]):
                found.append((-score, number, candidate))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, candidate in sorted(found):
        if number not in pairs and candidate not in taken:
            pairs[number] = candidate
            taken.add(candidate)
    return (
        [(old[one], new[other]) for one, other in sorted(pairs.items())],
        [event for number, event in enumerate(old) if number not in pairs],
        [event for number, event in enumerate(new) if number not in taken],
    )


def _traits(event: Event) -> Iterator[Hashable]:
    yield "date", event.date.text
    yield "title", fold(event.title)
    if event.summary:
        yield "summary", event.summary
    for url in _urls(event):
        yield "url", url


def _likeness(one: Event, other: Event) -> float:
    """Return how much two events have in common, 0 if too little to be the same event."""
    title = _in_common(fold(one.title).split(), fold(other.title).split())
    date = _overlaps(one.date, other.date)
    summary = one.summary != "" and one.summary == other.summary
    sources = bool(set(_urls(one)) & set(_urls(other)))
    if (title >= 0.5 and (date or summary or sources)) or (date and summary):
        return title + date + (one.date == other.date) + summary + sources
    return 0


def _overlaps(one: EventDate, other: EventDate) -> bool:
    key, others = one.sort_key, other.sort_key
    return key.first <= others.last and others.first <= key.last


def _in_common(one: Iterable[str], other: Iterable[str]) -> float:
    """Return the share of words that two texts have in common."""
    words, others = set(one), set(other)
    return len(words & others) / len(words | others) if words | others else 0


def _urls(event: Event) -> list[str]:
    return [source.url for source in event.sources if source.url]

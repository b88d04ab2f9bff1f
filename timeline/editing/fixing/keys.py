"""Misspelt keys, wherever a file has keys, and how they are renamed."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from timeline.editing.document import Document
from timeline.editing.yaml import Entry, Mapping, Node, Sequence, Splice, replaced_name
from timeline.readers import (
    ACTOR_KEYS,
    CHECK_KEYS,
    CHRONOLOGY_KEYS,
    EVENT_KEYS,
    MEMBERSHIP_KEYS,
    ROLE_KEYS,
    SOURCE_KEYS,
    TAG_KEYS,
    Keys,
)

_REGISTRIES = {"actors": ACTOR_KEYS, "tags": TAG_KEYS, "check": CHECK_KEYS}
_DATED = {"member_of": MEMBERSHIP_KEYS, "role": ROLE_KEYS}
_HEADINGS = ("title", "description")


class MisspeltKey(NamedTuple):
    """An unknown key that misspells a known one, and the splice that renames it.

    `event` is the number of the event that it is in, None if it is elsewhere. `field` is the field
    of the event that changes with it, or the part of the chronology.
    """

    old: str
    new: str
    splice: Splice
    event: int | None
    field: str

    @property
    def part(self) -> str:
        """The part of `Contents` that changes with a key outside the events."""
        return "headings" if self.field in _HEADINGS else self.field


def misspelt_keys(document: Document) -> Iterator[MisspeltKey]:
    """Yield the misspelt keys of a file, also those under another one. Raises EditError."""
    structure = document.structure
    renamed = _in(structure.top, CHRONOLOGY_KEYS, None, "", is_flow=False)
    yield from (found._replace(field=found.new) for found in renamed)
    for name, keys in _REGISTRIES.items():
        registry = _value(structure.top, name, renamed)
        if not isinstance(registry, Mapping):
            continue
        if keys is CHECK_KEYS:
            yield from _in(registry.entries, keys, None, name, is_flow=registry.is_flow)
            continue
        for one in registry.entries:
            if isinstance(one.value, Mapping):
                yield from _in_entry(one.value, keys, name)
    for number in range(len(structure.bounds)):
        item = document.item(number)
        for found in _in_event(item.node, number):
            yield found._replace(splice=found.splice.moved(item.span.start))


def _in_entry(entry: Mapping, keys: Keys, registry: str) -> Iterator[MisspeltKey]:
    renamed = _in(entry.entries, keys, None, registry, is_flow=entry.is_flow)
    yield from renamed
    for name, dated in _DATED.items():
        items = _value(entry.entries, name, renamed) if keys is ACTOR_KEYS else None
        for one in items.items if isinstance(items, Sequence) else [items]:
            if isinstance(one, Mapping):
                yield from _in(one.entries, dated, None, registry, is_flow=one.is_flow)


def _in_event(event: Mapping, number: int) -> Iterator[MisspeltKey]:
    renamed = _in(event.entries, EVENT_KEYS, number, "", is_flow=event.is_flow)
    yield from (found._replace(field=found.new) for found in renamed)
    sources = _value(event.entries, "sources", renamed)
    for one in sources.items if isinstance(sources, Sequence) else [sources]:
        if isinstance(one, Mapping):
            yield from _in(one.entries, SOURCE_KEYS, number, "sources", is_flow=one.is_flow)


def _value(entries: list[Entry], key: str, renamed: list[MisspeltKey]) -> Node | None:
    """Return what stands under a key, or under the key that is renamed to it."""
    names = {key, *(found.old for found in renamed if found.new == key)}
    return next((entry.value for entry in entries if entry.key.value in names), None)


def _in(
    entries: list[Entry], keys: Keys, event: int | None, field: str, *, is_flow: bool
) -> list[MisspeltKey]:
    present = {entry.key.value for entry in entries}
    meant = [
        (entry, keys.misspelt(entry.key.value, present))
        for entry in entries
        if entry.key.value not in keys.known
    ]
    # Two keys that mean the same one have no single answer.
    counts = Counter(new for _, new in meant)
    return [
        MisspeltKey(
            entry.key.value,
            new,
            replaced_name(entry.key, new, in_brackets=is_flow),
            event,
            field,
        )
        for entry, new in meant
        if new is not None and counts[new] == 1
    ]

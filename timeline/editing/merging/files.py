"""Merging three versions of a file by event."""

import codecs
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from yaml import YAMLError

from timeline.editing.contents import items_to_compare
from timeline.editing.direction import direction_of
from timeline.editing.merging.keys import keys_of
from timeline.editing.merging.opening import group_of
from timeline.editing.merging.parts import Precedes, Side, merged_groups
from timeline.editing.merging.tree import Group, UnmergeableError
from timeline.editing.merging.values import (
    ABOUT_IT,
    CHRONOLOGY,
    expected,
    is_as_expected,
    values_of,
)
from timeline.errors import DataError
from timeline.model import Event
from timeline.readers import ChosenFile, Entry, Item, Layout

# What a text raises that is no chronology, or is not written as expected.
_FAILURES = (
    AssertionError,
    DataError,
    IndexError,
    UnicodeDecodeError,
    UnmergeableError,
    ValueError,
    YAMLError,
)


_Value = TypeVar("_Value", str, bytes)


class MergedFile(NamedTuple):
    """A merged file, and the ids of the events, actors and tags, or the keys, with a conflict."""

    data: bytes
    conflicts: tuple[str, ...]


class _Version(NamedTuple):
    """A version of a file: its text without a byte-order mark, with the line ends of Unix.

    The text ends with the line end of its last line that is not empty, and `end` is what the file
    has from that line end on.
    """

    bom: bytes
    line_end: str
    text: str
    end: str
    items: list[Item]

    @property
    def entries(self) -> list[Entry]:
        """Its events, in order."""
        return [item for item in self.items if isinstance(item, Entry)]

    def group(self, keys: Sequence[str]) -> Group:
        """Return its parts, given a key for each event. Raises UnmergeableError."""
        layout = next((item for item in self.items if isinstance(item, Layout)), None)
        return group_of(self.text, keys, layout)


_NO_FILE = _Version(b"", "\n", "", "", [])


def merge(base: bytes, ours: bytes, theirs: bytes, name: str, marks: int) -> MergedFile | None:
    """Merge by event; None if a version is not a chronology in YAML, or is unusually written.

    Empty data of the base stand for no file. A conflict is marked at the event with `marks` signs.
    The result is read again: it must say what the three versions say together.
    """
    try:
        return _merge(base, ours, theirs, name, marks)
    except _FAILURES:
        return None


def _merge(base: bytes, ours: bytes, theirs: bytes, name: str, marks: int) -> MergedFile:
    has_base = bool(base.strip())
    versions = [_version(base, name) if has_base else _NO_FILE]
    versions += [_version(data, name) for data in (ours, theirs)]
    keys = keys_of(*(version.entries for version in versions))
    before, own, other = versions
    base_keys, own_keys, other_keys = keys
    events = {
        key: entry.event
        for version, names in ((before, base_keys), (other, other_keys), (own, own_keys))
        for key, entry in zip(names, version.entries, strict=True)
    }
    conflicts: list[str] = []
    precedes = _precedes([entry.event for entry in own.entries], events)
    side = Side(True, marks, precedes, conflicts)
    base_group = before.group(base_keys) if has_base else None
    found = merged_groups(base_group, own.group(own_keys), other.group(other_keys), side)
    if not found.is_clean:
        raise UnmergeableError
    wanted = expected(
        *(values_of(one.items, names) for one, names in zip(versions, keys, strict=True))
    )
    sides = (True, False) if conflicts else (True,)
    read = [_items(_resolved(found.text, marks, is_ours=is_ours), name) for is_ours in sides]
    settled = {key: values for key, values in wanted.items() if not _has_conflict(key, conflicts)}
    for items in read:
        values = values_of(items, map(str, range(len(items))))
        if not is_as_expected(settled, values, is_clean=not conflicts):
            raise UnmergeableError
    shown = tuple(events[key].id if key in events else key for key in conflicts)
    line_end = _of_three(before.line_end, own.line_end, other.line_end)
    end = _of_three(before.end, own.end, other.end)
    whole = (found.text.removesuffix("\n") + end).replace("\n", line_end)
    bom = _of_three(before.bom, own.bom, other.bom)
    return MergedFile(bom + whole.encode(), shown or _ids_twice(read[0]))


def _version(data: bytes, name: str) -> _Version:
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(bom).decode()
    line_end = "\r\n" if "\r\n" in text and not re.search(r"(?<!\r)\n", text) else "\n"
    text = text.replace(line_end, "\n")
    body = text.rstrip(" \t\n")
    return _Version(bom, line_end, f"{body}\n", text[len(body) :], _items(text, name))


def _items(text: str, name: str) -> list[Item]:
    return items_to_compare(text.encode(), ChosenFile(name, name))


def _precedes(order: Sequence[Event], events: Mapping[str, Event]) -> Precedes:
    """Return whether one new event precedes another: by date, if the file is in such an order."""
    direction = direction_of([event.date.sort_key for event in order])

    def precedes(one: str, other: str) -> bool:
        if not direction or one not in events or other not in events:
            return True
        first, second = events[one].date.sort_key, events[other].date.sort_key
        return first <= second if direction > 0 else first >= second

    return precedes


def _has_conflict(key: str, conflicts: Sequence[str]) -> bool:
    """Return whether a record is one of those with a conflict."""
    if key == CHRONOLOGY:
        return not ABOUT_IT.isdisjoint(conflicts)
    kind, _, name = key.partition(" ")
    return ("questions" if kind == "question" else name) in conflicts


def _resolved(text: str, marks: int, *, is_ours: bool) -> str:
    """Return a merged text with one side of each conflict."""
    one, two, end = (sign * marks for sign in "<=>")
    pattern = rf"^{one} ours\n(.*?)^{two}\n(.*?)^{end} theirs\n"
    return re.sub(
        pattern, lambda found: found[1 if is_ours else 2], text, flags=re.DOTALL | re.MULTILINE
    )


def _ids_twice(items: Sequence[Item]) -> tuple[str, ...]:
    ids = [item.event.id for item in items if isinstance(item, Entry) and item.id_given]
    return tuple(one for one, count in Counter(ids).items() if count > 1)


def _of_three(base: _Value, ours: _Value, theirs: _Value) -> _Value:
    return theirs if ours == base else ours

"""Merging three versions of a file by event."""

import codecs
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from yaml import YAMLError

from timeline.editing.comparing import paired_events
from timeline.editing.contents import Contents, contents_of, contents_to_compare
from timeline.editing.direction import direction_of
from timeline.editing.merging.parts import Precedes, Side, merged
from timeline.editing.merging.tree import UnmergeableError, tree_of
from timeline.editing.merging.values import expected, is_as_expected
from timeline.errors import DataError
from timeline.model import Event
from timeline.readers import ChosenFile

_FAILURES = (
    AssertionError,
    DataError,
    IndexError,
    UnicodeDecodeError,
    UnmergeableError,
    ValueError,
)


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
    contents: Contents
    given: tuple[bool, ...]


def merge(base: bytes, ours: bytes, theirs: bytes, name: str, marks: int) -> MergedFile | None:
    """Merge by event; None if a version is not a chronology in YAML, or is unusually written.

    Empty data of the base stand for no file. A conflict is marked at the event with `marks` signs.
    The result is read again: it must say what the three versions say together.
    """
    try:
        return _merge(base, ours, theirs, name, marks)
    except (*_FAILURES, YAMLError):
        return None


def _merge(base: bytes, ours: bytes, theirs: bytes, name: str, marks: int) -> MergedFile:
    before = _version(base, name) if base.strip() else None
    own, other = _version(ours, name), _version(theirs, name)
    conflicts: list[str] = []
    base_keys, their_keys, our_keys = _keys(before, own, other)
    versions = [
        dict(zip(names, version.contents.events, strict=True)) if version else {}
        for version, names in ((before, base_keys), (own, our_keys), (other, their_keys))
    ]
    of_base, of_ours, of_theirs = versions
    events = of_base | of_theirs | of_ours
    side = Side(True, marks, _precedes(own.contents.events, events), conflicts)
    tree = tree_of(before.text, base_keys) if before else None
    text = merged(tree, tree_of(own.text, our_keys), tree_of(other.text, their_keys), side).text
    _verify(text, name, marks, conflicts, before, own, other, versions)
    shown = tuple(events[key].id if key in events else key for key in conflicts)
    twice = _ids_twice(text, name) if not shown else ()
    line_end = _of_three(before and before.line_end, own.line_end, other.line_end)
    end = _of_three(before and before.end, own.end, other.end)
    whole = (text.removesuffix("\n") + end).replace("\n", line_end)
    bom = own.bom if before is None or own.bom != before.bom else other.bom
    return MergedFile(bom + whole.encode(), (*shown, *twice))


def _version(data: bytes, name: str) -> _Version:
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(bom).decode()
    line_end = "\r\n" if "\r\n" in text and not re.search(r"(?<!\r)\n", text) else "\n"
    text = text.replace(line_end, "\n")
    body = text.rstrip(" \t\n")
    contents = contents_to_compare(data, ChosenFile(name, name))
    written = contents_of(data, name)
    assert written is not None
    given = tuple(bool(event.id) for event in written.events)
    return _Version(bom, line_end, f"{body}\n", text[len(body) :], contents, given)


def _keys(
    base: _Version | None, ours: _Version, theirs: _Version
) -> tuple[list[str], list[str], list[str]]:
    """Return a key for each event of the base, of theirs and of ours; the same events have one.

    An event that both added is the same if it has the same id, or the same title and date.
    """
    before = base.contents.events if base else ()
    names = {id(event): f"base {number}" for number, event in enumerate(before)}
    found = []
    for label, version in (("theirs", theirs), ("ours", ours)):
        known = {
            id(new): names[id(old)]
            for old, new in paired_events(before, version.contents.events)
            if old is not None and new is not None
        }
        found.append(
            [
                known.get(id(event)) or (f"id {event.id}" if given else f"{label} {number}")
                for number, (event, given) in enumerate(
                    zip(version.contents.events, version.given, strict=True)
                )
            ]
        )
    others, own = found
    _join_alike(theirs, others, ours, own)
    return [names[id(event)] for event in before], others, own


def _join_alike(theirs: _Version, others: Sequence[str], ours: _Version, own: list[str]) -> None:
    """Give the new events of ours without an id the keys of those of theirs that are the same."""
    waiting = {
        (event.title, event.date): key
        for key, event in zip(others, theirs.contents.events, strict=True)
        if key.startswith("theirs ")
    }
    for number, event in enumerate(ours.contents.events):
        if own[number].startswith("ours "):
            own[number] = waiting.pop((event.title, event.date), own[number])


def _precedes(order: Sequence[Event], events: Mapping[str, Event]) -> Precedes:
    """Return whether one new event precedes another: by date, if the file is in such an order."""
    direction = direction_of([event.date.sort_key for event in order])

    def precedes(one: str, other: str) -> bool:
        if not direction or one not in events or other not in events:
            return True
        first, second = events[one].date.sort_key, events[other].date.sort_key
        return first <= second if direction > 0 else first >= second

    return precedes


def _verify(
    text: str,
    name: str,
    marks: int,
    conflicts: Sequence[str],
    base: _Version | None,
    ours: _Version,
    theirs: _Version,
    events: Sequence[Mapping[str, Event]],
) -> None:
    """Raise an error unless a merged text says what the three versions say together."""
    for is_ours in (True, False) if conflicts else (True,):
        found = contents_to_compare(
            _resolved(text, marks, is_ours=is_ours).encode(), ChosenFile(name, name)
        )
        versions = [version.contents if version else None for version in (base, ours, theirs)]
        actors = [{one.id: one for one in (side.actors if side else ())} for side in versions]
        tags = [{one.id: one for one in (side.tags if side else ())} for side in versions]
        is_clean = not conflicts
        if not (
            is_as_expected(expected(*events), found.events, is_clean=is_clean)
            and is_as_expected(expected(*actors), found.actors, is_clean=is_clean)
            and is_as_expected(expected(*tags), found.tags, is_clean=is_clean)
        ):
            raise UnmergeableError


def _resolved(text: str, marks: int, *, is_ours: bool) -> str:
    """Return a merged text with one side of each conflict."""
    one, two, end = (sign * marks for sign in "<=>")
    pattern = rf"^{one} ours\n(.*?)^{two}\n(.*?)^{end} theirs\n"
    return re.sub(
        pattern, lambda found: found[1 if is_ours else 2], text, flags=re.DOTALL | re.MULTILINE
    )


def _ids_twice(text: str, name: str) -> tuple[str, ...]:
    written = contents_of(text.encode(), name)
    assert written is not None
    ids = [event.id for event in written.events if event.id]
    return tuple(one for one, count in Counter(ids).items() if count > 1)


def _of_three(base: str | None, ours: str, theirs: str) -> str:
    return theirs if ours == base else ours

"""What `&` anchors in a YAML file, and what `*` repeats of it."""

from typing import Any

from timeline.readers.items import Place
from timeline.readers.records import List, Record, Value
from timeline.readers.report import Report

EXPANSION_ALLOWANCE = 1_000_000
EXPANSION_RATIO = 10
"""What aliases repeat may come to ten times the text of the file, and a million characters."""


class Unreadable(Exception):
    """The rest of the file cannot be read; why has been reported."""


class Anchors:
    """The values that a file has anchored so far, by name."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._values: dict[str, Value] = {}
        self._open: set[str] = set()
        # By the identity of lists and records: what aliases repeat would be looked at again.
        self._sizes: dict[int, int] = {}
        self._expanded = 0
        self._read_before = 0

    def begin(self, read_before: int) -> None:
        """Go on in a file after about so many characters, with new anchors."""
        self._read_before = read_before
        self._open.clear()

    def __bool__(self) -> bool:
        """Tell whether anything read so far can be repeated by an alias."""
        return bool(self._values or self._open)

    def open(self, name: str) -> None:
        """Take note of the anchor of a list or mapping that begins."""
        self._open.add(name)

    def close(self, name: str, value: Value) -> None:
        """Take note of the value that an anchor names, which has ended."""
        self._open.discard(name)
        self._values[name] = value

    def repeated(self, alias: Any, place: Place) -> Value:
        """Return what an alias repeats; None, reported, where that cannot be.

        Raises Unreadable where aliases repeat too much.
        """
        name = alias.anchor
        if name in self._open:
            self._report.error(place, f"alias '*{name}' is inside the part that it repeats")
            return None
        if name not in self._values:
            # What it names may have stood where a syntax error was.
            if self._read_before == 0:
                self._report.error(
                    place,
                    f"alias '*{name}' repeats nothing: there is no '&{name}' before it, "
                    "and text that begins with '*' needs quotes",
                )
            return None
        value = self._values[name]
        self._expanded += self._size_of(value)
        read = self._read_before + alias.start_mark.index
        if self._expanded > EXPANSION_ALLOWANCE + EXPANSION_RATIO * read:
            self._report.error(
                place,
                "the aliases of this file repeat too much text: write out what differs",
            )
            raise Unreadable
        return value

    def _size_of(self, value: Value) -> int:
        """Return about how many characters of text a value holds, 1 at least."""
        if value is None:
            return 1
        if not isinstance(value, List | Record):
            return len(value.value) + 1
        size = self._sizes.get(id(value))
        if size is None:
            parts = value.items if isinstance(value, List) else value.entries.values()
            keys = 0 if isinstance(value, List) else sum(map(len, value.entries))
            self._sizes[id(value)] = size = 1 + keys + sum(map(self._size_of, parts))
        return size

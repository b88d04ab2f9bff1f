"""Anchors (`&`) in a YAML file, and the aliases (`*`) that repeat them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from timeline.readers.items import Place
from timeline.readers.records import List, Record, Text, Value
from timeline.readers.report import Report

DEEPEST = 20
"""The maximum depth of nested lists and mappings; a chronology needs five."""

EXPANSION_ALLOWANCE = 1_000_000
EXPANSION_RATIO = 10
"""Aliases may repeat up to ten times the text of the file, plus a million characters."""


class Unreadable(Exception):
    """The rest of the file cannot be read; the reason has been reported."""


class _Anchored(NamedTuple):
    """A value with an anchor, the approximate length of its text, at least 1, and its depth.

    The depth is the number of lists and mappings inside one another.
    """

    value: Value
    size: int
    depth: int


def texts_in(value: Value) -> Iterator[Text]:
    """Yield the texts in a value; those in a list or record that aliases repeat come once."""
    seen = set()
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, List | Record):
            if id(one) not in seen:
                seen.add(id(one))
                pending += one.items if isinstance(one, List) else one.entries.values()
        elif one is not None:
            yield one


class Anchors:
    """The values with anchors so far, by name.

    `all_read` is set to false when a part of the file could not be read.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self.all_read = True
        self._known: dict[str, _Anchored] = {}
        self._open: set[str] = set()
        # Those in `_known` by the `id()` of their values, so that each is measured only once.
        self._measured: dict[int, _Anchored] = {}
        self._expanded = 0
        self._read_before = 0

    def begin(self, read_before: int) -> None:
        """Start again after about `read_before` characters; complete anchors remain known."""
        self._read_before = read_before
        self._open.clear()

    def __bool__(self) -> bool:
        """Return whether there are any anchors so far."""
        return bool(self._known or self._open)

    def open(self, name: str) -> None:
        """Record the anchor of a list or mapping that begins."""
        self._open.add(name)

    def close(self, name: str, value: Value) -> None:
        """Record the complete value of an anchor."""
        self._open.discard(name)
        if before := self._known.get(name):
            # Another value may get its `id()`.
            self._measured.pop(id(before.value), None)
        self._known[name] = self._measured[id(value)] = _Anchored(value, *self._measure(value))

    def repeated(self, alias: Any, place: Place, depth: int) -> Value:
        """Return the value that an alias repeats, inside `depth` lists and mappings.

        Return None after reporting that there is none, or that it is nested too deeply. Raises
        Unreadable if aliases repeat too much text.
        """
        name = alias.anchor
        if name in self._open:
            self._report.error(place, f"alias '*{name}' is inside the part that it repeats")
            return None
        if name not in self._known:
            # Its anchor may be in a part with a syntax error.
            if self.all_read:
                self._report.error(
                    place,
                    f"alias '*{name}' repeats nothing: there is no '&{name}' before it, "
                    "and text that begins with '*' needs quotes",
                )
            return None
        value, size, levels = self._known[name]
        if depth + levels > DEEPEST:
            self._report.error(
                place,
                f"with what alias '*{name}' repeats, lists and mappings are nested more than "
                f"{DEEPEST} levels deep: repeat less",
            )
            return None
        self._expanded += size
        read = self._read_before + alias.start_mark.index
        if self._expanded > EXPANSION_ALLOWANCE + EXPANSION_RATIO * read:
            self._report.error(
                place,
                "the aliases in this file expand to too much text: use fewer of them",
            )
            raise Unreadable
        return value

    def _measure(self, value: Value) -> tuple[int, int]:
        """Return the size and the depth of a value."""
        if value is None:
            return 1, 0
        if found := self._measured.get(id(value)):
            return found.size, found.depth
        if not isinstance(value, List | Record):
            return len(value.value) + 1, 0
        parts = value.items if isinstance(value, List) else value.entries.values()
        size = 1 if isinstance(value, List) else 1 + sum(map(len, value.entries))
        deepest = 0
        for part_size, depth in map(self._measure, parts):
            size += part_size
            deepest = max(deepest, depth)
        return size, deepest + 1

"""A YAML file that is changed: its text, its structure, and what a change must leave as it is."""

import codecs
import re
from collections.abc import Callable, Iterable
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from yaml import YAMLError

from timeline.editing.contents import Contents, contents_of, contents_of_blocks
from timeline.editing.yaml import (
    Item,
    Splice,
    Structure,
    Style,
    TextRange,
    spliced,
    structure_of,
    structure_of_blocks,
    style_of,
)
from timeline.errors import TimelineError
from timeline.model import Event
from timeline.readers import Layout
from timeline.text import visible

_ENDINGS = (".yaml", ".yml")
_COMMENTS = re.compile(r"(?:[ \t]*(?:#.*)?\r?\n)*")
# What reading the structure of a text raises that is not written as expected.
_UNREADABLE = (YAMLError, AssertionError, IndexError, StopIteration)


class EditError(TimelineError):
    """A change that cannot be made; the message says why, and what to do."""


class Change(NamedTuple):
    """A change to the text of a document.

    `splices` are positions in its text. `intended` returns what the chronology is to be, given what
    it was and the number of its first event. `events` are the numbers of the events that change,
    None if more than they may change. Inserted events have the numbers that they get; `grows` is
    how many more events there will be. If `intended` is None, the events that change may become
    anything. `verbatim` means that the splices move text of the file, with the line ends that it
    has; those of other splices become the line ends of the file.
    """

    splices: tuple[Splice, ...]
    intended: Callable[[Contents, int], Contents] | None
    events: range | None = None
    grows: int = 0
    verbatim: bool = False


class Document:
    """A chronology in YAML, as the text of its file.

    `data` is the text as bytes, and `saved` is the content of the file when it was read. `line_end`
    ends most of its lines. `layout` is known if the file can be changed block by block. Raises
    EditError if the file is not YAML, and OSError if it cannot be read.
    """

    def __init__(self, path: str, name: str, layout: Layout | None = None) -> None:
        self.path = path
        self.name = name
        if not path.lower().endswith(_ENDINGS):
            raise EditError(
                f"{visible(name)} is not a YAML file, and only these can be changed: make one with "
                "timeline export -f FILE -o events.yaml"
            )
        self.data = self.saved = Path(path).read_bytes()
        self._bom = codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""
        self.line_end = "\r\n" if b"\r\n" in self.data[:4096] else "\n"
        self._layout = layout

    @cached_property
    def text(self) -> str:
        """The text, without a byte-order mark."""
        return self.data.removeprefix(self._bom).decode()

    @property
    def original(self) -> str:
        """The text of the file when it was read."""
        return self.saved.removeprefix(self._bom).decode()

    @cached_property
    def structure(self) -> Structure:
        """Where the events and registries stand. Raises EditError."""
        try:
            return self._structure_of(self.text)
        except _UNREADABLE:
            raise self._unsafe() from None

    @cached_property
    def contents(self) -> Contents | None:
        """The chronology that the text is, None if it has an error."""
        return contents_of(self.data, self.name)

    def item(self, number: int) -> Item:
        """Return an event by its number in the file, from 0. Raises EditError."""
        try:
            return self.structure.item(self.text, number)
        except _UNREADABLE:
            raise self._unsafe() from None

    def event(self, number: int) -> Event:
        """Return an event by its number in the file, from 0, as it is written. Raises EditError.

        Its id is empty if none is written, and its actors may be named by name.
        """
        if self._layout is not None:
            found = self._events(range(number, number + 1))
            number = 0
        else:
            found = self.contents
        if found is None:
            raise self._unsafe()
        return found.events[number]

    def style(self, near: int) -> Style:
        """Return how the events around a number are written."""
        return style_of(self.text, self.structure, near)

    def with_change(self, change: Change) -> str:
        """Return the text after a change. Raises EditError as `changed` does."""
        return self.changed(change).text

    def changed(self, change: Change) -> "Document":
        """Return the document after a change, which is not saved.

        It is read again, and must be the old chronology with this change and nothing else. Raises
        EditError.
        """
        splices = change.splices if change.verbatim else map(self._with_line_ends, change.splices)
        after = copy(self)
        for known in ("text", "structure", "contents"):
            after.__dict__.pop(known, None)
        try:
            is_intended = self._change(after, change, tuple(splices))
        except _UNREADABLE:
            is_intended = False
        if not is_intended:
            raise self._unsafe()
        return after

    def encoded(self, text: str) -> bytes:
        """Return a text as the bytes of this file."""
        return self._bom + text.encode()

    def _unsafe(self) -> EditError:
        return EditError(
            f"{visible(self.name)} is written in a way that timeline cannot change safely, and is "
            "left as it is: change it in an editor"
        )

    def _with_line_ends(self, splice: Splice) -> Splice:
        return splice._replace(text=re.sub("\r?\n", self.line_end, splice.text))

    def _structure_of(self, text: str) -> Structure:
        if self._layout is not None:
            return structure_of_blocks(text, self._layout.indent)
        return structure_of(text)

    def _change(self, after: "Document", change: Change, splices: tuple[Splice, ...]) -> bool:
        """Make a change to a copy of this document, and return whether it is the intended one."""
        events = self._around(change, splices)
        if events is None:
            after.data = self.encoded(spliced(self.text, splices))
            return _is_intended(change, self.contents, after.contents, 0)
        start, end = self._span(events)
        new = spliced(self.text[start:end], (splice.moved(-start) for splice in splices))
        is_last = events.stop == len(self.structure.bounds)
        if not is_last and not new.endswith("\n"):
            return False
        after.data = self._with_part(start, end, new)
        before, found = self._events(events), self._read(new, is_last=is_last)
        if found is None or len(found.events) != len(events) + change.grows:
            return False
        return _is_intended(change, before, found, events.start)

    def _around(self, change: Change, splices: tuple[Splice, ...]) -> range | None:
        """Return the events to read again after a change, None if that must be the whole file."""
        if self._layout is None or change.events is None:
            return None
        # A change could also reach into the events beside it.
        first = max(0, change.events.start - 1)
        count = len(self.structure.bounds)
        end = min(count, change.events.stop - max(0, change.grows) + 1)
        if not first < end:
            return None
        span = self._span(range(first, end))
        is_within = all(span.start <= at.start and at.end <= span.end for at, _ in splices)
        return range(first, end) if is_within else None

    def _span(self, events: range) -> TextRange:
        bounds = self.structure.bounds
        return TextRange(bounds[events.start].start, bounds[events.stop - 1].end)

    def _events(self, events: range) -> Contents | None:
        """Return these events, which are read block by block, None if they cannot be."""
        text = self._span(events).of(self.text)
        return self._read(text, is_last=events.stop == len(self.structure.bounds))

    def _read(self, text: str, *, is_last: bool) -> Contents | None:
        assert self._layout is not None
        above = _COMMENTS.match(text)
        text = text[above.end() :] if above else text
        return contents_of_blocks(text, self._layout, is_last=is_last)

    def _with_part(self, start: int, end: int, new: str) -> bytes:
        """Return the data with another text from `start` to `end`, without encoding all of it."""
        text = self.text
        before = start if text.isascii() else len(text[:start].encode())
        first = len(self._bom) + before
        last = first + len(text[start:end].encode())
        data = memoryview(self.data)
        return b"".join([data[:first], new.encode(), data[last:]])


def _is_intended(
    change: Change, before: Contents | None, after: Contents | None, first: int
) -> bool:
    """Return whether a change made the intended chronology, from the event numbered `first` on."""
    if before is None or after is None:
        return False
    if change.intended is None:
        return after == _with_events_of(after, before, change, first)
    return after == change.intended(before, first)


def _with_events_of(after: Contents, before: Contents, change: Change, first: int) -> Contents:
    """Return the contents before a change with the events that it changed as they are after it."""
    assert change.events is not None
    start, end = change.events.start - first, change.events.stop - first
    events = after.events[start : end + change.grows]
    return before._replace(events=(*before.events[:start], *events, *before.events[end:]))


def in_text(item: Item, splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Return splices of the text of an event as splices of the text of the file."""
    return tuple(splice.moved(item.span.start) for splice in splices)

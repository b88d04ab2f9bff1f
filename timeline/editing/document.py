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
from timeline.editing.splices import Splice, spliced
from timeline.editing.structure import Item, Structure, structure_of, structure_of_blocks
from timeline.editing.styles import Style, style_of
from timeline.errors import TimelineError
from timeline.model import Event
from timeline.readers import Layout
from timeline.text import visible

_ENDINGS = (".yaml", ".yml")
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

    `text` has no byte-order mark, and `data` is the text as bytes. `saved` is the content of the
    file when it was read, and `original` its text. `line_end` ends most of its lines. `layout` is
    known if the file can be changed block by block. Raises EditError if the file is not YAML, and
    OSError if it cannot be read.
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
        self.text = self.original = self.data.removeprefix(self._bom).decode()
        self.line_end = "\r\n" if "\r\n" in self.text[:4096] else "\n"
        self._layout = layout

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
            found = self._window(self.text, self.structure, range(number, number + 1))
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
        """Return the text after a change.

        It is read again, and must be the old chronology with this change and nothing else. Raises
        EditError.
        """
        splices = change.splices if change.verbatim else map(self._with_line_ends, change.splices)
        text = spliced(self.text, splices)
        try:
            is_intended = self._is_intended(text, change)
        except _UNREADABLE:
            is_intended = False
        if not is_intended:
            raise self._unsafe()
        return text

    def changed(self, change: Change) -> "Document":
        """Return the document after a change, which is not saved. Raises as `with_change` does."""
        text = self.with_change(change)
        after = copy(self)
        after.text, after.data = text, self.encoded(text)
        for known in ("structure", "contents"):
            after.__dict__.pop(known, None)
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

    def _is_intended(self, text: str, change: Change) -> bool:
        if self._layout is not None and change.events is not None:
            structure = structure_of_blocks(text, self._layout.indent)
            count = len(self.structure.bounds)
            # A change could also reach into the events beside it.
            first = max(0, change.events.start - 1)
            end = min(count, change.events.stop - max(0, change.grows) + 1)
            if len(structure.bounds) != count + change.grows or not first < end:
                return False
            before = self._window(self.text, self.structure, range(first, end))
            after = self._window(text, structure, range(first, end + change.grows))
        else:
            first = 0
            before = self.contents
            after = contents_of(self.encoded(text), self.name)
        if before is None or after is None:
            return False
        if change.intended is None:
            return after == _with_events_of(after, before, change, first)
        return after == change.intended(before, first)

    def _window(self, text: str, structure: Structure, events: range) -> Contents | None:
        assert self._layout is not None
        if not events:
            return None
        start, end = structure.bounds[events[0]].start, structure.bounds[events[-1]].end
        is_last = events[-1] + 1 == len(structure.bounds)
        return contents_of_blocks(text[start:end], self._layout, is_last=is_last)


def _with_events_of(after: Contents, before: Contents, change: Change, first: int) -> Contents:
    """Return the contents before a change with the events that it changed as they are after it."""
    assert change.events is not None
    start, end = change.events.start - first, change.events.stop - first
    events = after.events[start : end + change.grows]
    return before._replace(events=(*before.events[:start], *events, *before.events[end:]))


def in_text(item: Item, splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Return splices of the text of an event as splices of the text of the file."""
    return tuple(splice.moved(item.span.start) for splice in splices)

"""The values that every reader makes from a file: texts, lists and records, with positions.

A record holds keys and values, like a mapping in YAML, an object in JSON or a row of a table.
Nothing is interpreted yet: a value is the text in the file.
"""

from typing import Protocol, final

from timeline.readers.items import Place


class Mark(Protocol):
    """A position in a file: line and column, counted from 0."""

    @property
    def line(self) -> int:
        """The number of the line, from 0."""

    @property
    def column(self) -> int:
        """The number of characters before it on its line."""


class Text(Protocol):
    """A text and its position.

    The scalars of PyYAML's parser have these attributes. They are used directly, because copying
    each of them would slow the first read of a file.
    """

    @property
    def value(self) -> str:
        """The text itself."""

    @property
    def style(self) -> str | None:
        """The kind of quotes or block sign; empty or None for plain text."""

    @property
    def start_mark(self) -> Mark:
        """Its start, including quotes."""

    @property
    def end_mark(self) -> Mark:
        """The position after its end."""


@final
class List:
    """A list of values. `bracketed` means that it is written in brackets."""

    __slots__ = ("bracketed", "items", "start_mark")
    value = None

    def __init__(self, start: Mark, *, bracketed: bool) -> None:
        self.start_mark = start
        self.bracketed = bracketed
        self.items: list[Value] = []


@final
class Record:
    """Keys and their values. `bracketed` means that they are written in brackets.

    It is not `whole` if a key was refused and reported, or if a syntax error cut it short.
    """

    __slots__ = ("bracketed", "entries", "keys", "start_mark", "whole")
    value = None

    def __init__(self, start: Mark, *, bracketed: bool) -> None:
        self.start_mark = start
        self.bracketed = bracketed
        self.keys: dict[str, Text] = {}
        self.entries: dict[str, Value] = {}
        self.whole = True


Value = Text | List | Record | None
"""A part of a file; None if it was refused and reported.

The `value` of a list or record is None. Testing that is the fastest way to tell them from texts,
and it is done for every text of a file.
"""


def place_of(value: Text | List | Record) -> Place:
    """Return the place of a value; for a list or record, that of its start."""
    start = value.start_mark
    line, column = start.line, start.column
    # This is faster than isinstance, and is done for nearly every text.
    if type(value) is List or type(value) is Record:
        return Place(line + 1, column + 1)
    end = value.end_mark
    # If a text spans several lines, the first one is marked.
    width = end.column - column if end.line == line else 1 << 20
    return Place(line + 1, column + 1, width or 1)


def kind_of(value: Text | List | Record) -> str:
    """Return the name of a kind of value for messages."""
    if isinstance(value, List):
        return "a list"
    return "a mapping" if isinstance(value, Record) else "text"

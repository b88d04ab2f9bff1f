"""What every reader makes of a file: texts, lists and records, each with its position.

A record holds keys and their values, as a mapping of YAML, an object of JSON or a row of a table
does. Nothing is interpreted yet: a value is the text in the file.
"""

from typing import Protocol, final

from timeline.readers.items import Place


class Mark(Protocol):
    """A position in a file: line and column, counted from 0."""

    @property
    def line(self) -> int:
        """The number of line ends before it."""

    @property
    def column(self) -> int:
        """The number of characters before it in its line."""


class Text(Protocol):
    """A text and its position.

    The scalars of PyYAML's parser are such texts as they are: copying each of them would make the
    first read of a file slower.
    """

    @property
    def value(self) -> str:
        """The text itself."""

    @property
    def style(self) -> str | None:
        """The sign that marks it as a text, such as its quotes; empty or None where it is plain."""

    @property
    def start_mark(self) -> Mark:
        """Where it starts, its quotes included."""

    @property
    def end_mark(self) -> Mark:
        """Where it ends: the position after it."""


@final
class List:
    """A list of values; `bracketed` tells whether it is written in brackets."""

    __slots__ = ("bracketed", "items", "start_mark")
    value = None

    def __init__(self, start: Mark, *, bracketed: bool) -> None:
        self.start_mark = start
        self.bracketed = bracketed
        self.items: list[Value] = []


@final
class Record:
    """Keys and their values; `bracketed` tells whether it is written in brackets.

    It is not `whole` where a key was refused and reported, or where reading broke off.
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
"""A part of a file; None where it was refused and reported.

A list or record has None where a text has its `value`: to ask for that is the fastest way to tell
them apart, and it is done for each text of a file.
"""


def place_of(value: Text | List | Record) -> Place:
    """Return where a value is; of a list or record, where it starts."""
    start = value.start_mark
    line, column = start.line, start.column
    # Faster than isinstance, and asked of nearly each text.
    if type(value) is List or type(value) is Record:
        return Place(line + 1, column + 1)
    end = value.end_mark
    # Of a text over several lines, the first line is marked.
    width = end.column - column if end.line == line else 1 << 20
    return Place(line + 1, column + 1, width or 1)


def kind_of(value: Text | List | Record) -> str:
    """Return what a value is called in messages."""
    if isinstance(value, List):
        return "a list"
    return "a mapping" if isinstance(value, Record) else "text"

"""Large files in parts, each of which can be read on its own, in another process for example.

A reader that comes to a long run of events offers it to the caller (`ReadParts`), who reads as many
parts as have no problem. The reader then continues after them, so that every problem is found and
reported in one place.
"""

from array import array
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from typing import NamedTuple

from timeline.errors import Problem
from timeline.readers.items import Entry, Item
from timeline.readers.report import Report, TooManyProblems
from timeline.readers.text import CONTROLS, ByteStream, CheckedText, Oversized

PART_SIZE = 1 << 17
"""The approximate size of a part, in bytes."""

LONGEST_PART = 256 * PART_SIZE
"""The maximum size of a part, in bytes."""

FIRST_LINE = 2
"""The number of the first line of every part, so that a line can be inserted before it."""


class Part(NamedTuple):
    """Whole lines of a file with one or more events. `line` is the number of the first, from 1."""

    offset: int
    line: int
    text: bytes

    @property
    def lines_before(self) -> int:
        """The number to add to the lines of what is read from the text alone."""
        return self.line - FIRST_LINE

    @property
    def end(self) -> "Rest":
        """What follows this part."""
        return Rest(self.offset + len(self.text), self.line + self.text.count(b"\n"))


class Rest(NamedTuple):
    """What remains of a file: the byte and the line at which it begins."""

    offset: int
    line: int


Add = Callable[[Entry], None]
"""Takes an event. To keep many of them would take much memory, and time."""


class Divisible(NamedTuple):
    """A file that can be read in parts, also by another process.

    `module` has two functions that also take the `settings`, which can be pickled: `parts` and
    `read_part`.
    """

    module: str
    settings: tuple[str | int, ...] = ()

    def parts(self, stream: ByteStream, line: int) -> Iterator[Part]:
        """Yield parts that follow each other from a line on. The end of the file remains."""
        found: Iterator[Part] = import_module(self.module).parts(stream, line, *self.settings)
        return found

    def read(self, part: Part, add: Add) -> "array[int] | None":
        """Call `add` with each event of a part, whose lines are as if it began on `FIRST_LINE`.

        Return the lines on which the events begin, if the format reports them. Return None if
        there is any problem, or anything else in the part: it must be read with the rest, and what
        was added is not valid.
        """
        read_part = import_module(self.module).read_part
        lines: array[int] | None = read_part(part.text, add, *self.settings)
        return lines


class PartsRead(NamedTuple):
    """What remains of a file after some parts were read, and the lines on which their events begin.

    `refused` is what follows the part at the start of the rest if that was refused: from there on,
    parts can be read again. It is None after the last part.
    """

    rest: Rest
    lines: "array[int]"
    refused: Rest | None = None


ReadParts = Callable[[Divisible, int], PartsRead | None]
"""Reads parts of a file from a line on; returns None if the file is not to be divided."""


def divided(stream: ByteStream, line: int, last_end: Callable[[bytes], int]) -> Iterator[Part]:
    """Yield parts from a line on.

    `last_end` returns where the last part in a text can end, 0 if it cannot. A part must not have
    lines that end with a carriage return alone: the rest is not divided.
    """
    rest = _rest_at(stream, line)
    if rest is None:
        return
    stream.seek(rest.offset)
    held = b""
    while (chunk := stream.read(PART_SIZE)) and len(held) < LONGEST_PART:
        held += chunk
        end = last_end(held)
        text, held = held[:end], held[end:]
        if _has_old_line_ends(text):
            return
        if text:
            part = Part(*rest, text)
            yield part
            rest = part.end


def read_text(
    text: bytes,
    add: Add,
    longest: int,
    events: Callable[[CheckedText, Report], Iterator[Item]],
) -> "array[int] | None":
    """Read a part as `Divisible.read` does, with `events`.

    `longest` is the maximum number of characters in a row or line.
    """
    problems: list[Problem] = []
    report = Report("", problems)
    # Only at the start of a file can there be a byte-order mark.
    checked = CheckedText(BytesIO(b"\n" + text), report, longest, CONTROLS)
    checked.begin(1, FIRST_LINE, "")
    try:
        for item in events(checked, report):
            if problems or not isinstance(item, Entry):
                return None
            add(item)
    except (TooManyProblems, Oversized):
        return None
    report.finish()
    return None if problems else array("I")


def _rest_at(stream: ByteStream, line: int) -> Rest | None:
    """Return the rest of a file that begins on a line; None if line feeds do not count lines."""
    stream.seek(0)
    offset, remaining = 0, line - 1
    while remaining:
        chunk = stream.read(PART_SIZE)
        if chunk.endswith(b"\r"):
            chunk += stream.read(1)
        if not chunk or _has_old_line_ends(chunk):
            return None
        if (count := chunk.count(b"\n")) < remaining:
            remaining -= count
            offset += len(chunk)
        else:
            lines = chunk.split(b"\n", remaining)
            return Rest(offset + len(chunk) - len(lines[-1]), line)
    return Rest(offset, line)


def _has_old_line_ends(text: bytes) -> bool:
    """Return whether a carriage return alone ends a line."""
    return b"\r" in text and text.count(b"\r") != text.count(b"\r\n")

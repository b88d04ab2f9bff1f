"""Splitting a file into one block of lines per event, and reading some of these blocks."""

import re
from array import array
from hashlib import blake2b
from io import BytesIO
from typing import NamedTuple

from timeline.errors import Problem
from timeline.readers.items import Entry, Layout
from timeline.readers.parts import Add
from timeline.readers.report import Report
from timeline.readers.text import ByteStream
from timeline.readers.yaml.reader import read
from timeline.readers.yaml.restart import Section, Start

_AFTER = b"%*s- {id: after, date: 2000, title: After}\n"

_CHUNK = 1 << 20
LONGEST = 32 * _CHUNK
"""The maximum size of a block, or of the part before the first, in bytes."""


class Blocks(NamedTuple):
    """The start of each block, as a byte offset and a line from 1, and its digest.

    `head` is the digest of the part before the first block. The last block extends to the end of
    the file, which is `size` bytes long.
    """

    head: bytes
    offsets: "array[int]"
    lines: "array[int]"
    digests: "array[int]"
    size: int


def blocks_of(stream: ByteStream, indent: int) -> Blocks | None:
    """Return the blocks that begin with `indent` spaces and a dash; None if one is too long.

    `stream` is read from its beginning.
    """
    # A pattern that begins with the line end is found six times as fast as one with `^`.
    begins = re.compile(rb"\n {%d}-(?=\s)" % indent)
    found = Blocks(b"", array("Q"), array("I"), array("q"), 0)
    offset, line = 0, 1
    head = None
    rest = b""

    def add(part: bytes) -> None:
        nonlocal offset, line, head
        if head is None:
            head = blake2b(part).digest()
        else:
            found.offsets.append(offset)
            found.lines.append(line)
            found.digests.frombytes(blake2b(part, digest_size=8).digest())
        offset += len(part)
        line += part.count(b"\n")

    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        # The block at the start of the rest is known; another may be incomplete at its end.
        search_from = max(head is not None, len(rest) - indent - 3)
        text = rest + chunk
        part = 0
        if head is None and not rest and re.match(rb" {%d}-(?=\s)" % indent, text):
            add(b"")
        for beginning in begins.finditer(text, search_from):
            add(text[part : beginning.start() + 1])
            part = beginning.start() + 1
        rest = text[part:]
        if len(rest) > LONGEST:
            return None
    add(rest)
    return None if head is None else found._replace(head=head, size=offset)


def read_blocks(
    text: bytes, name: str, layout: Layout, lines: "array[int]", *, is_last: bool
) -> list[Entry] | None:
    """Return the events of blocks that follow each other, one for each of `lines`.

    `text` holds only these blocks, which begin on `lines` of the file. `is_last` means that they
    are the last ones. Returns None if there is anything else in them, or any problem.
    """
    entries: list[Entry] = []
    found = events_in(text, name, layout, lines[0], entries.append, is_last=is_last)
    return entries if found == lines else None


def events_in(
    text: bytes, name: str, layout: Layout, line: int, add: Add, *, is_last: bool = False
) -> "array[int] | None":
    """Call `add` with each event of a text that begins on a line of a file; return their lines.

    `is_last` means that the file ends after it; otherwise another event follows. Returns None if
    there is anything else in it, or any problem. What was added is then not valid.
    """
    if not is_last:
        # Append an event, to check that the event after the text is still read as one.
        after = line + text.count(b"\n")
        text += _AFTER % (layout.indent, b"")
    section = Section(layout.key, line, layout.indent, layout.key_indent)
    problems: list[Problem] = []
    report = Report(name, problems)
    latest: Entry | None = None
    count, last = 0, None
    for item in read(BytesIO(text), report, Start(0, line, section)):
        if problems or not isinstance(item, Entry):
            last = item
            break
        if latest is not None:
            add(latest)
        latest = item
        count += 1
    report.finish()
    if (
        problems
        or not isinstance(last, Layout)
        or last._replace(lines=layout.lines) != layout
        or count != len(last.lines)
        or not (is_last or last.lines.pop() == after)
    ):
        return None
    if is_last and latest is not None:
        add(latest)
    return last.lines

"""The two parts of a note: its front matter and its body."""

import re
from typing import NamedTuple

from timeline.readers.formats import BOM
from timeline.readers.items import Place
from timeline.readers.text import ByteStream, Oversized, lines_from

LONGEST_PART = 1 << 20
"""The maximum length of the front matter in bytes, and of the body in characters."""

OPENING = Place(1, 1, len("---"))
"""The place of the line that opens the front matter, which stands for the whole note."""

_OPENS = re.compile(rb"---[ \t]*[\r\n]*")
_CLOSES = re.compile(rb"(?:---|\.\.\.)[ \t]*[\r\n]*")


class Parts(NamedTuple):
    """The front matter of a note, and where its body begins: a byte offset and a line from 1.

    `front` begins with the line `---`, and ends before the line that closes it. If there is no such
    line, the front matter is not `closed`, and `front` is the whole file.
    """

    front: bytes
    closed: bool
    offset: int
    line: int


def parts_of(stream: ByteStream) -> Parts | None:
    """Return the parts of a note, None if it does not begin with front matter.

    The first line is `---`, and the next that is `---` or `...` closes the front matter. Raises
    Oversized if that line is more than LONGEST_PART bytes away.
    """
    lines = lines_from(stream)
    first = next(lines, None)
    if first is None or not _OPENS.fullmatch(first.start.removeprefix(BOM)):
        return None
    last = first
    closed = False
    for last in lines:
        if last.offset > LONGEST_PART:
            raise Oversized
        if closed := _CLOSES.fullmatch(last.start) is not None:
            break
    end = last.offset + len(last.start)
    stream.seek(0)
    return Parts(stream.read(last.offset if closed else end), closed, end, last.number + 1)

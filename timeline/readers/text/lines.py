"""The lines of a file, as numbered in problems."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

_CHUNK = 1 << 16
_LONGEST_EXCERPT = 1 << 20
LINE_BREAK = re.compile("\r\n?|\n")
# Control characters except the carriage return, which ends a line; noncharacters; and U+2028 and
# U+2029, where YAML 1.1 breaks lines and editors do not, so that line numbers would differ.
NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""The control characters alone: what formats other than YAML do not allow."""


class ByteStream(Protocol):
    """A seekable stream of bytes: an open file, or an object like one."""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, at most `size`; none at the end."""

    def readline(self, size: int = -1, /) -> bytes:
        """Return the rest of the line, at most `size` bytes."""

    def seek(self, offset: int, /) -> int:
        """Go to a byte, counted from the start."""


class Line(NamedTuple):
    """A line of a file with its line end, as bytes; its offset, and its number from 1.

    For a very long line, `start` holds only the first million bytes.
    """

    offset: int
    number: int
    start: bytes

    @property
    def text(self) -> str:
        """The text without its line end, with the number of characters that the parser counts."""
        data = self.start.removeprefix(codecs.BOM_UTF8) if self.number == 1 else self.start
        return NOT_TEXT.sub("\ufffd", data.rstrip(b"\r\n").decode("utf-8", "replace"))


def lines_from(stream: ByteStream, offset: int = 0, number: int = 1) -> Iterator[Line]:
    """Yield the lines of a stream from the byte `offset`, where line `number` begins."""
    stream.seek(offset)
    start, length = b"", 0
    ahead = b""
    while chunk := ahead + stream.read(_CHUNK):
        ahead = stream.read(1) if chunk.endswith(b"\r") else b""
        if ahead == b"\n":
            chunk, ahead = chunk + ahead, b""
        for piece in chunk.splitlines(keepends=True):
            start += piece[: _LONGEST_EXCERPT - len(start)]
            length += len(piece)
            if piece.endswith((b"\n", b"\r")):
                yield Line(offset, number, start)
                offset += length
                number += 1
                start, length = b"", 0
    if length:
        yield Line(offset, number, start)

"""The blocks of lines in which the events of a file stand, told apart without parsing them."""

import re
from array import array
from hashlib import blake2b
from typing import NamedTuple

from timeline.readers.lines import ByteStream

_CHUNK = 1 << 20
LONGEST = 32 * _CHUNK
"""How many bytes may stand before the first event, or in one block."""


class Blocks(NamedTuple):
    """Where each block begins, as byte and as line from 1, and the digest of what it holds.

    `head` is the digest of what stands before the first. The last block reaches to the end of the
    file, which is `size` bytes long.
    """

    head: bytes
    offsets: "array[int]"
    lines: "array[int]"
    digests: "array[int]"
    size: int


def blocks_of(stream: ByteStream, indent: int) -> Blocks | None:
    """Return the blocks that begin with `indent` spaces and a dash; None where one is too long.

    `stream` is read from its start.
    """
    begins = re.compile(rb"^ {%d}-(?=\s)" % indent, re.MULTILINE)
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
        # The beginning of the rest is known; one may be cut at its end.
        looked_at = max(head is not None, len(rest) - indent - 2)
        text = rest + chunk
        part = 0
        for beginning in begins.finditer(text, looked_at):
            add(text[part : beginning.start()])
            part = beginning.start()
        rest = text[part:]
        if len(rest) > LONGEST:
            return None
    add(rest)
    return None if head is None else found._replace(head=head, size=offset)

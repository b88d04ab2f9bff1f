"""How files look from outside, by which a change to them is noticed."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.readers import ByteStream, Stream

RACY = 2_000_000_000
"""Nanoseconds within which a file's time stamp may not tell two versions of it apart."""


class Look(NamedTuple):
    """How a file looks from outside: what changes when it is edited or replaced.

    `modified` is in nanoseconds since 1970. `digest` is of the content where the file had just
    been touched when it was read, so that its time stamp alone proves nothing; else None.
    """

    path: str
    size: int
    modified: int
    inode: int
    digest: bytes | None = None

    @classmethod
    def of(cls, path: str, stream: "Stream | None" = None) -> "Look":
        """Return how the file at a path, or the stream opened from it, looks now.

        Its digest is left out. Raises OSError.
        """
        found = Path(path).stat() if stream is None else os.fstat(stream.fileno())
        return cls(os.path.realpath(path), found.st_size, found.st_mtime_ns, found.st_ino)

    @property
    def is_racy(self) -> bool:
        """Whether the file may change once more without looking different."""
        return time.time_ns() - self.modified < RACY


def digest_of(stream: "ByteStream") -> bytes:
    """Return the digest of what a stream gives, read from its start. Raises OSError."""
    import hashlib

    stream.seek(0)
    digest = hashlib.blake2b()
    while chunk := stream.read(1 << 18):
        digest.update(chunk)
    return digest.digest()

"""Metadata of files, used to detect changes without reading them."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.readers import ByteStream, Stream

RACY = 2_000_000_000
"""For this many nanoseconds after a change, another change may leave the same timestamp."""


class Look(NamedTuple):
    """Metadata of a file that changes when the file is edited or replaced.

    `modified` is in nanoseconds since 1970. `digest` is the digest of the content if the file had
    just been changed when it was read, since its timestamp is not reliable then; otherwise None.
    """

    path: str
    size: int
    modified: int
    inode: int
    digest: bytes | None = None

    @classmethod
    def of(cls, path: str, stream: "Stream | None" = None) -> "Look":
        """Return the current metadata of the file at `path`, or of the stream opened from it.

        The digest is None. Raises OSError if the file cannot be read.
        """
        found = Path(path).stat() if stream is None else os.fstat(stream.fileno())
        return cls(os.path.realpath(path), found.st_size, found.st_mtime_ns, found.st_ino)

    @property
    def is_racy(self) -> bool:
        """Whether the file changed so recently that another change might go unnoticed."""
        return time.time_ns() - self.modified < RACY


def digest_of(stream: "ByteStream") -> bytes:
    """Return the digest of a stream's whole content. Raises OSError if it cannot be read."""
    import hashlib

    stream.seek(0)
    digest = hashlib.blake2b()
    while chunk := stream.read(1 << 18):
        digest.update(chunk)
    return digest.digest()

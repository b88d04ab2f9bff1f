"""The checksum of an index on disk, which reveals any damage to the file."""

import os
import time
import zlib
from pathlib import Path
from typing import BinaryIO

MOST_CHECKED = 4 << 20
"""Indexes of up to this many bytes are always verified, larger ones if their timestamp differs."""

_HEADER = b"SQLite format 3\x00"
# The `application_id` in the header of an SQLite database, which programs may use freely.
_CHECKSUM = slice(68, 72)
_STAMPS = 1_000_000


def seal(path: Path) -> None:
    """Write the checksum of an index into its header, and part of it into the file's timestamp."""
    with path.open("r+b") as file:
        checksum = _checksum(file)
        file.seek(_CHECKSUM.start)
        file.write(checksum.to_bytes(4, "big"))
    now = time.time_ns() // 10**9 * 10**9
    # Any later write changes the timestamp.
    stamp = now + checksum % _STAMPS * 1000
    os.utime(path, ns=(stamp, stamp))


def _checksum(file: BinaryIO) -> int:
    """Return the CRC-32 of a database, excluding the bytes in which it is stored."""
    file.seek(0)
    checksum = zlib.crc32(file.read(_CHECKSUM.start))
    file.seek(_CHECKSUM.stop)
    while chunk := file.read(1 << 20):
        checksum = zlib.crc32(chunk, checksum)
    return checksum


def is_sealed(path: Path) -> bool:
    """Return whether a file is a complete database that has not changed since it was sealed."""
    try:
        # Opening a pipe would block.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            header = file.read(100)
            found = os.fstat(file.fileno())
            if len(header) < 100 or not header.startswith(_HEADER):
                return False
            page = int.from_bytes(header[16:18], "big")
            pages = int.from_bytes(header[28:32], "big")
            if found.st_size != (65536 if page == 1 else page) * pages:
                return False
            checksum = int.from_bytes(header[_CHECKSUM], "big")
            is_stamped = found.st_mtime_ns // 1000 % _STAMPS == checksum % _STAMPS
            if found.st_size > MOST_CHECKED and is_stamped:
                return True
            return _checksum(file) == checksum
    except OSError:
        return False

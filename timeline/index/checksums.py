"""A CRC-32 at the end of stored data, which reveals damage when the data is read."""

from array import array
from zlib import crc32

_SIZE = 4


def with_checksum(data: "bytes | array[int]") -> bytes:
    """Return data followed by its checksum."""
    return b"".join([data, crc32(data).to_bytes(_SIZE, "big")])


def add_checksum(data: bytearray) -> None:
    """Append the checksum of data to it."""
    data += crc32(data).to_bytes(_SIZE, "big")


def without_checksum(data: bytes) -> bytes:
    """Return data without the checksum at its end. Raises ValueError if the checksum is wrong."""
    content = data[:-_SIZE]
    if crc32(content).to_bytes(_SIZE, "big") != data[-_SIZE:]:
        raise ValueError("wrong checksum")
    return content

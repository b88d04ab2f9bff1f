"""Decoding files that name their own encoding, as GEDCOM files do."""

import codecs
import io
import re
import unicodedata
from io import BufferedReader
from typing import TYPE_CHECKING, cast

from timeline.readers.formats import is_gedcom
from timeline.readers.text.lines import ByteStream

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_LOOKED_AT = 1 << 14
_CHUNK = 1 << 16
_ANSEL = "gedcom"
_UTF_16 = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    b"0\0": "utf-16-le",
    b"\0000": "utf-16-be",
}
# Without `ANSI`, `IBMPC` and the like, which have no single meaning.
_CHARACTER_SETS = {
    "ansel": _ANSEL,
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "cp1250": "cp1250",
    "cp1251": "cp1251",
    "cp1252": "cp1252",
    "iso-8859-1": "latin-1",
    "iso8859-1": "latin-1",
}
# UTF-16 is told by its first bytes, whatever the file says.
_UTF_8_SETS = ("", "ascii", "us-ascii", "utf-8", "utf8", "unicode")


def is_known(character_set: str) -> bool:
    """Return whether a character set has a single meaning, so that its text can be decoded."""
    name = character_set.lower()
    return name in _UTF_8_SETS or name in _CHARACTER_SETS


def as_utf8(stream: ByteStream) -> ByteStream:
    """Return a stream of the same text in UTF-8, or the stream itself if it needs no decoding.

    Only a GEDCOM file is decoded: from UTF-16, or from the character set that it names (`CHAR`).
    Bytes that are invalid in that set are invalid in UTF-8 too, so that they are noticed.
    """
    stream.seek(0)
    codec = _codec_of(stream.read(_LOOKED_AT))
    stream.seek(0)
    if codec is None:
        return stream
    return cast(ByteStream, BufferedReader(_Decoded(stream, codec), _CHUNK))


def _codec_of(start: bytes) -> str | None:
    if not is_gedcom(start):
        return None
    if start[:2] in _UTF_16:
        return _UTF_16[start[:2]]
    found = re.search(rb"[\r\n][ \t]*1[ \t]+CHAR[ \t]+([^\r\n]*)", start)
    return _CHARACTER_SETS.get(found[1].decode("latin-1").strip().lower()) if found else None


class _Decoded(io.RawIOBase):
    """The text of a stream, decoded and then encoded as UTF-8."""

    def __init__(self, stream: ByteStream, codec: str) -> None:
        if codec == _ANSEL:
            # It registers the codec.
            import ged4py  # noqa: F401
        codecs.register_error("timeline", _marked)
        self._stream = stream
        self._codec = codec
        self.seek(0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to the start. Raises ValueError for any other offset."""
        if offset or whence:
            raise ValueError("a decoded text can only be read from its start")
        self._stream.seek(0)
        self._decoder = codecs.getincrementaldecoder(self._codec)("timeline")
        self._held = memoryview(b"")
        self._ended = False
        return 0

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill the buffer as far as the text goes; return the number of bytes."""
        into = memoryview(buffer)
        while not self._held and not self._ended:
            data = self._stream.read(_CHUNK)
            self._ended = not data
            self._held = memoryview(self._recoded(data))
        size = min(len(into), len(self._held))
        into[:size] = self._held[:size]
        self._held = self._held[size:]
        return size

    def _recoded(self, data: bytes) -> bytes:
        if self._codec.startswith("utf-16") or not data:
            return self._decode(data)
        # Most lines are ASCII, which need not be decoded.
        return b"".join(
            line if line.isascii() and not self._decoder.getstate()[1] else self._decode(line)
            for line in data.splitlines(keepends=True)
        )

    def _decode(self, data: bytes) -> bytes:
        text = self._decoder.decode(data, final=not data)
        if self._codec == _ANSEL:
            # Its accents are characters of their own.
            text = unicodedata.normalize("NFC", text)
        return text.encode("utf-8", "surrogateescape")


def _marked(error: UnicodeError) -> tuple[str, int]:
    """Return a lone surrogate for an invalid byte, so that it becomes an invalid byte again."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start]
    return chr(0xDC00 + (byte if byte > 0x7F else 0xFF)), error.end

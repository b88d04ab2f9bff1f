"""Files opened as streams that can be read again from their start, pipes and devices included."""

import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

from timeline.errors import FileError
from timeline.readers.files import STANDARD_INPUT, ChosenFile, cannot_read
from timeline.text import visible

HELD_IN_MEMORY = 16 * 1024 * 1024
"""How many bytes of what can be read only once are kept in memory, the rest in a temporary file."""

MOST_KEPT = 256 * 1024 * 1024
"""How many bytes of it are read at all: what comes out of a pipe can be without end."""

Progress = Callable[[int, int], None]
"""Is told how many bytes have been read, and how many there are; 0 where nobody knows."""


def open_stream(file: ChosenFile) -> BinaryIO:
    """Open a file. A file on disk is given as a BufferedReader, anything else as a copy.

    Raises FileError where it cannot be read, or is neither a file nor a pipe.
    """
    try:
        if file.path == STANDARD_INPUT:
            if sys.stdin is None:
                raise FileError("cannot read standard input: it is closed")
            return copy_of(sys.stdin.buffer, file.name)
        kind = Path(file.path).stat().st_mode
        if stat.S_ISREG(kind):
            return Path(file.path).open("rb")
        if stat.S_ISFIFO(kind):
            with Path(file.path).open("rb") as pipe:
                return copy_of(pipe, file.name)
    except OSError as error:
        raise cannot_read(file.name, error) from None
    if stat.S_ISDIR(kind):
        raise FileError(f"cannot read {visible(file.name)}: it is a folder, put -f before it")
    raise FileError(f"cannot read {visible(file.name)}: it is no file but a device or a socket")


def copy_of(stream: BinaryIO, name: str, most: int = MOST_KEPT) -> BinaryIO:
    """Return what a stream gives as a stream that can be read again, from its start.

    Raises FileError where it is more than `most` bytes.
    """
    copy = SpooledTemporaryFile(max_size=HELD_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    try:
        while chunk := stream.read(1 << 16):
            copy.write(chunk)
            if copy.tell() > most:
                raise FileError(
                    f"cannot read {visible(name)}: more than {most >> 20} MB came from it, "
                    "save them as a file first"
                )
        copy.seek(0)
    except BaseException:
        copy.close()
        raise
    return cast(BinaryIO, copy)


class _Watched:
    """A stream that tells how much of several is read, on the first way through each."""

    def __init__(self, stream: BinaryIO, tell: Callable[[int], None]) -> None:
        self._stream = stream
        self._tell = tell
        self._furthest = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        here = self._stream.tell()
        if here > self._furthest:
            self._tell(here - self._furthest)
            self._furthest = here
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def watched(streams: Sequence[BinaryIO], total: int, progress: Progress) -> list[BinaryIO]:
    """Return streams that tell how many bytes of all have been read, of `total`."""
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        progress(done, total)

    return [cast(BinaryIO, _Watched(stream, tell)) for stream in streams]

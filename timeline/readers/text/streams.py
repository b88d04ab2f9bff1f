"""Files and pipes as streams that can be read again from the start."""

import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from os import SEEK_END
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from timeline.errors import FileError
from timeline.readers.files import STANDARD_INPUT, ChosenFile, cannot_read
from timeline.text import visible

HELD_IN_MEMORY = 16 * 1024 * 1024
"""The largest copy that is held in memory, in bytes; larger ones go to a temporary file."""

LONGEST_INPUT = 256 * 1024 * 1024
"""The maximum number of bytes that are read from a pipe, which may be endless."""

Progress = Callable[[int, int], None]
"""Called with the number of bytes read and the total, which is 0 if it is unknown."""


class Stream:
    """The bytes of a file on disk, or of a copy.

    A file on disk is open only while it is read, so that there can be any number of streams. Each
    method raises FileError if the file cannot be read, or is neither a file nor a pipe.
    """

    def __init__(self, file: ChosenFile) -> None:
        self._path = file.path
        self._name = file.name
        self._source: BinaryIO | None = None
        self._tell: Callable[[int], None] | None = None
        self._furthest = 0
        with _said_of(self._name):
            self.is_copy = self._path == STANDARD_INPUT or _is_pipe(file)
            if not self.is_copy:
                return
            if self._path != STANDARD_INPUT:
                with Path(self._path).open("rb") as pipe:
                    self._copy(pipe, LONGEST_INPUT)
            elif sys.stdin is None:
                raise FileError("cannot read standard input: it is closed")
            else:
                self._copy(sys.stdin.buffer, LONGEST_INPUT)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most `size`; none at the end."""
        with _said_of(self._name):
            source = self._opened()
            data = source.read(size)
            if self._tell is not None and (here := source.tell()) > self._furthest:
                self._tell(here - self._furthest)
                self._furthest = here
            return data

    def readline(self, size: int = -1) -> bytes:
        """Return the rest of the line, at most `size` bytes."""
        with _said_of(self._name):
            return self._opened().readline(size)

    def seek(self, offset: int) -> int:
        """Go to a byte, counted from the start."""
        with _said_of(self._name):
            return self._opened().seek(offset)

    def tell(self) -> int:
        """Return the number of bytes before the next one."""
        with _said_of(self._name):
            return self._opened().tell()

    def size(self) -> int:
        """Return the number of bytes."""
        with _said_of(self._name):
            source = self._opened()
            here = source.tell()
            size = source.seek(0, SEEK_END)
            source.seek(here)
            return size

    def fileno(self) -> int:
        """Return the file descriptor of the file on disk."""
        with _said_of(self._name):
            return self._opened().fileno()

    def copy(self) -> None:
        """Copy a file on disk and read from the copy, which cannot change."""
        with _said_of(self._name), self._opened() as source:
            self._copy(source, sys.maxsize)

    def watch(self, tell: Callable[[int], None]) -> None:
        """From now on, call `tell` with the number of new bytes read; rereading does not count."""
        self._tell = tell

    def rest(self) -> None:
        """Close a file on disk; reading opens it again."""
        if not self.is_copy:
            self.close()

    def close(self) -> None:
        """Close the file, or delete the copy."""
        if self._source is not None:
            self._source.close()
            self._source = None

    def _opened(self) -> BinaryIO:
        if self._source is None:
            self._source = Path(self._path).open("rb")  # noqa: SIM115 - closed by `close`
        return self._source

    def _copy(self, source: BinaryIO, longest: int) -> None:
        copy = SpooledTemporaryFile(max_size=HELD_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self._source, self.is_copy = cast(BinaryIO, copy), True
        try:
            while chunk := source.read(1 << 16):
                copy.write(chunk)
                if copy.tell() > longest:
                    raise FileError(
                        f"cannot read {visible(self._name)}: the input is larger than "
                        f"{longest >> 20} MB; save it to a file first"
                    )
            copy.seek(0)
        except BaseException:
            self.close()
            raise


@contextmanager
def opened(files: Sequence[ChosenFile]) -> Iterator[list[Stream]]:
    """Yield the streams of files, and close them at the end. Raises FileError as `Stream` does."""
    streams: list[Stream] = []
    try:
        for file in files:
            streams.append(Stream(file))
        yield streams
    finally:
        for stream in streams:
            stream.close()


def watch_all(streams: Sequence[Stream], total: int, progress: Progress) -> None:
    """Report to `progress` the bytes read from several streams, out of `total`."""
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        progress(done, total)

    for stream in streams:
        stream.watch(tell)


@contextmanager
def _said_of(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot_read(name, error) from None


def _is_pipe(file: ChosenFile) -> bool:
    """Return whether it is a pipe rather than a file. Raises FileError if it is neither."""
    kind = Path(file.path).stat().st_mode
    if stat.S_ISFIFO(kind) or stat.S_ISREG(kind):
        return stat.S_ISFIFO(kind)
    name = visible(file.name)
    if stat.S_ISDIR(kind):
        raise FileError(f"cannot read {name}: it is a folder; to read its files, use -f {name}")
    raise FileError(f"cannot read {name}: it is a device or a socket, not a file")

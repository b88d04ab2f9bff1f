"""Reading files into an index, with all that is wrong with them."""

import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from io import BufferedReader
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

from timeline.errors import FileError, Problem
from timeline.index import Index
from timeline.index.building.builder import fill
from timeline.index.building.update import forget_layout, keep_layout, patch
from timeline.index.cache import Look, digest_of
from timeline.readers.files import STANDARD_INPUT, ChosenFile, cannot_read
from timeline.readers.text import with_excerpts
from timeline.readers.yaml import reader as yaml
from timeline.text import visible

HELD_IN_MEMORY = 16 * 1024 * 1024
"""How many bytes of what can be read only once are kept in memory, the rest in a temporary file."""

MOST_KEPT = 256 * 1024 * 1024
"""How many bytes of it are read at all: what comes out of a pipe can be without end."""

Progress = Callable[[int, int], None]
"""Is told how many bytes have been read, and how many there are; 0 where nobody knows."""


def read_into(
    index: Index, files: Sequence[ChosenFile], progress: Progress | None = None
) -> list[Look]:
    """Read files into an empty index, with their problems; return how those on disk looked.

    Raises FileError where one cannot be read, or is no file.
    """
    found: list[list[Problem]] = [[] for _ in files]
    with _streams(files, progress) as (streams, looks):
        layout = fill(
            index,
            [
                (file.name, partial(yaml.read, stream, file.name), problems)
                for file, stream, problems in zip(files, streams, found, strict=True)
            ],
        )
        for number, (stream, problems) in enumerate(zip(streams, found, strict=True)):
            index.add_problems(number, with_excerpts(problems, stream))
        if layout is not None and looks and not any(found):
            keep_layout(index, layout, streams[0])
            if _is_changing(looks[0], streams[0]):
                # The blocks that were told apart may be others than those that were read.
                forget_layout(index)
    return looks


def read_changes(
    index: Index, files: Sequence[ChosenFile], progress: Progress | None = None
) -> list[Look]:
    """Bring an index up to date with files that have changed; return how those look now.

    Returns none where the files have to be read whole. Raises FileError as `read_into` does.
    """
    if len(files) > 1:
        return []
    with _streams(files, progress) as (streams, looks):
        if not patch(index, streams[0], files[0].name) or _is_changing(looks[0], streams[0]):
            return []
        return looks


def _is_changing(look: Look, stream: BinaryIO) -> bool:
    """Tell whether a file was changed while it was read; of one with a digest a copy was."""
    return look.digest is None and look != Look.of(look.path, stream)


@contextmanager
def _streams(
    files: Sequence[ChosenFile], progress: Progress | None
) -> Iterator[tuple[list[BinaryIO], list[Look]]]:
    """Open files; give what to read them from, and how those on disk look."""
    looks: list[Look] = []
    try:
        with ExitStack() as opened:
            streams = []
            for file in files:
                stream = opened.enter_context(_open(file))
                # Of what comes from a pipe, a copy is read.
                if isinstance(stream, BufferedReader):
                    look = Look.of(file.path, stream)
                    if look.is_racy:
                        # What is indexed and what the digest is of must be the same bytes.
                        stream = opened.enter_context(_kept(stream, file.name, sys.maxsize))
                        look = look._replace(digest=digest_of(stream))
                    looks.append(look)
                streams.append(stream)
            if progress is not None:
                total = sum(look.size for look in looks) if len(looks) == len(files) else 0
                streams = [
                    cast(BinaryIO, watched) for watched in _watched(streams, total, progress)
                ]
            yield streams, looks
    except OSError as error:
        raise cannot_read(", ".join(file.name for file in files), error) from None


def _open(file: ChosenFile) -> BinaryIO:
    try:
        if file.path == STANDARD_INPUT:
            if sys.stdin is None:
                raise FileError("cannot read standard input: it is closed")
            return _kept(sys.stdin.buffer, file.name)
        kind = Path(file.path).stat().st_mode
        if stat.S_ISREG(kind):
            return Path(file.path).open("rb")
        if stat.S_ISFIFO(kind):
            with Path(file.path).open("rb") as pipe:
                return _kept(pipe, file.name)
    except OSError as error:
        raise cannot_read(file.name, error) from None
    if stat.S_ISDIR(kind):
        raise FileError(f"cannot read {visible(file.name)}: it is a folder, put -f before it")
    raise FileError(f"cannot read {visible(file.name)}: it is no file but a device or a socket")


def _kept(stream: BinaryIO, name: str, most: int = MOST_KEPT) -> BinaryIO:
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


def _watched(streams: Sequence[BinaryIO], total: int, progress: Progress) -> list[_Watched]:
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        progress(done, total)

    return [_Watched(stream, tell) for stream in streams]

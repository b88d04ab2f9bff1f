"""Reading files into an index, with all that is wrong with them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from timeline.errors import Problem
from timeline.index import Index
from timeline.index.building.builder import fill
from timeline.index.building.update import forget_layout, keep_layout, patch
from timeline.index.cache import Look, digest_of
from timeline.readers import (
    ChosenFile,
    Item,
    Progress,
    Stream,
    opened,
    read,
    watch_all,
    with_excerpts,
)


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
                (file.name, partial(_items, stream, file), problems)
                for file, stream, problems in zip(files, streams, found, strict=True)
            ],
        )
        for number, (stream, problems) in enumerate(zip(streams, found, strict=True)):
            index.add_problems(number, with_excerpts(problems, stream))
            stream.rest()
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


def _items(stream: Stream, file: ChosenFile, problems: list[Problem]) -> Iterator[Item]:
    yield from read(stream, file, problems)
    stream.rest()


def _is_changing(look: Look, stream: Stream) -> bool:
    """Tell whether a file was changed while it was read; of one with a digest a copy was."""
    return look.digest is None and look != Look.of(look.path, stream)


@contextmanager
def _streams(
    files: Sequence[ChosenFile], progress: Progress | None
) -> Iterator[tuple[list[Stream], list[Look]]]:
    """Open files; give what to read them from, and how those on disk look."""
    looks: list[Look] = []
    with opened(files) as streams:
        for file, stream in zip(files, streams, strict=True):
            if not stream.is_copy:
                look = Look.of(file.path, stream)
                if look.is_racy:
                    # What is indexed and what the digest is of must be the same bytes.
                    stream.copy()
                    look = look._replace(digest=digest_of(stream))
                looks.append(look)
                stream.rest()
        if progress is not None:
            total = sum(look.size for look in looks) if len(looks) == len(files) else 0
            watch_all(streams, total, progress)
        yield streams, looks

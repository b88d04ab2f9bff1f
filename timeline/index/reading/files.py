"""Read files and their problems into an index."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial

from timeline.errors import Problem
from timeline.index import Index
from timeline.index.building import fill, forget_layout, keep_layout, patch
from timeline.index.cache import Look, digest_of
from timeline.index.reading.parts import in_parts
from timeline.index.reading.small import SmallFiles
from timeline.index.rows import Batches, Rows
from timeline.readers import (
    ChosenFile,
    Item,
    Progress,
    Stream,
    opened,
    read,
    refuse_empty_folders,
    watch_all,
    with_excerpts,
)


def read_into(
    index: Index, files: Sequence[ChosenFile], progress: Progress | None = None
) -> list[Look]:
    """Read files into an empty index, with their problems; return the metadata of those on disk.

    Raises FileError if one cannot be read or is not a file, or if nothing in a folder is an event.
    """
    found: list[list[Problem]] = [[] for _ in files]
    held: set[str] = set()
    with _streams(files, progress) as (streams, looks):
        with closing(SmallFiles(files, streams)) as small:
            numbered = enumerate(zip(files, streams, found, strict=True))
            readers = [
                (file.name, partial(_items, stream, file, number, small, held), problems)
                for number, (file, stream, problems) in numbered
            ]
            layout = fill(index, readers)
        refuse_empty_folders(files, held)
        for number, (stream, problems) in enumerate(zip(streams, found, strict=True)):
            index.add_problems(number, with_excerpts(problems, stream))
            stream.rest()
        if layout is not None and looks and not any(found):
            keep_layout(index, layout, streams[0])
            if _is_changing(looks[0], streams[0]):
                # The blocks may differ from the events that were read.
                forget_layout(index)
    return looks


def read_changes(
    index: Index, files: Sequence[ChosenFile], progress: Progress | None = None
) -> list[Look]:
    """Update an index after its files have changed; return their new metadata.

    Returns an empty list if the files have to be read completely. Raises FileError as `read_into`
    does.
    """
    if len(files) > 1:
        return []
    with _streams(files, progress) as (streams, looks):
        if not patch(index, streams[0], files[0].name) or _is_changing(looks[0], streams[0]):
            return []
        return looks


def _items(
    stream: Stream,
    file: ChosenFile,
    number: int,
    small: SmallFiles,
    held: set[str],
    problems: list[Problem],
    batches: Batches | None,
) -> Iterator[Item | Rows]:
    """Yield the items of a file; add its folder to those in which something was read."""
    items: Iterator[Item | Rows]
    if batches is not None and number in small:
        found = small.read(number, batches.listed)
        problems += found.problems
        items = found.items_after(batches.listed)
    else:
        read_parts = None if batches is None else in_parts(stream, stream.size(), batches)
        items = read(stream, file, problems, read_parts)
    first = next(items, None)
    if first is not None:
        yield first
        yield from items
    if first is not None or problems:
        held.add(file.folder)
    stream.rest()


def _is_changing(look: Look, stream: Stream) -> bool:
    """Return whether a file changed while it was read; one with a digest was read from a copy."""
    return look.digest is None and look != Look.of(look.path, stream)


@contextmanager
def _streams(
    files: Sequence[ChosenFile], progress: Progress | None
) -> Iterator[tuple[list[Stream], list[Look]]]:
    """Open files; yield their streams, and the metadata of those on disk."""
    looks: list[Look] = []
    with opened(files) as streams:
        for file, stream in zip(files, streams, strict=True):
            if not stream.is_copy:
                look = Look.of(file.path, stream)
                if look.is_racy:
                    # The digest must be that of exactly the bytes that are indexed.
                    stream.copy()
                    look = look._replace(digest=digest_of(stream))
                looks.append(look)
                stream.rest()
        if progress is not None:
            total = sum(look.size for look in looks) if len(looks) == len(files) else 0
            watch_all(streams, total, progress)
        yield streams, looks

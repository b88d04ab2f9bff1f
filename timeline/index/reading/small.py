"""Read many small files into an index, on all cores."""

import pickle
from collections.abc import Generator, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from timeline.errors import Problem
from timeline.index.reading.parts import LEAST_WITH_WORKERS, in_parts
from timeline.index.rows import Batches, Listed, Rows, note_listed
from timeline.readers import ChosenFile, Item, Stream, read


class SmallFile(NamedTuple):
    """A file and its content."""

    file: ChosenFile
    text: bytes


class FileRead(NamedTuple):
    """What was read in a file: its items, with rows in place of the events, and its problems.

    Each item is pickled, which takes a quarter of the memory.
    """

    items: list[bytes]
    problems: list[Problem]

    def items_after(self, listed: Listed) -> Iterator[Item | Rows]:
        """Yield the items. `listed` are the ids in the registries before each item."""
        for pickled in self.items:
            item = pickle.loads(pickled)
            yield item.without_mentions_of(listed) if isinstance(item, Rows) else item


class FileJob(NamedTuple):
    """The work of reading small files. `listed` are the ids in registries of files before them."""

    listed: Listed

    def do(self, small: SmallFile) -> FileRead:
        """Return what is read in a file."""
        found = FileRead([], [])
        listed = {kind: set(ids) for kind, ids in self.listed.items()}

        def take(item: Item | Rows) -> None:
            found.items.append(pickle.dumps(item, pickle.HIGHEST_PROTOCOL))
            note_listed(listed, item)

        batches = Batches(listed, take)
        stream = BytesIO(small.text)
        read_parts = in_parts(stream, len(small.text), batches)
        for item in read(stream, small.file, found.problems, read_parts):
            batches.add(item)
        batches.finish()
        return found


class SmallFiles:
    """The small files among many, which other processes read in advance if there are cores.

    There are none if the files are small together. The first is not one of them, because the
    others often need the registries in it.
    """

    def __init__(self, files: Sequence[ChosenFile], streams: Sequence[Stream]) -> None:
        self._files = files
        self._streams = streams
        self._workers = 0
        self._numbers: dict[int, None] = {}
        self._listed: Listed = {}
        self._found: Generator[tuple[SmallFile, FileRead]] | None = None
        if len(files) > 1:
            self._choose()

    def _choose(self) -> None:
        sizes = {}
        for number, stream in enumerate(self._streams):
            sizes[number] = stream.size()
            stream.rest()
        small = [number for number, size in sizes.items() if size < LEAST_WITH_WORKERS]
        if sum(sizes[number] for number in small) >= LEAST_WITH_WORKERS:
            # Only many files need it.
            from timeline.index.workers import number_of_workers

            if workers := number_of_workers():
                self._workers = workers
                self._numbers = dict.fromkeys(small[1:])

    def __contains__(self, number: int) -> bool:
        """Return whether the file with this index is one of them."""
        return number in self._numbers

    def read(self, number: int, listed: Listed) -> FileRead:
        """Return what is read in the file with this index; each is read once, in order.

        `listed` are the ids in the registries of all files before it.
        """
        # A worker must know of which kinds there are registries. It may know too few ids, which
        # `items_after` corrects.
        if self._found is None or listed.keys() != self._listed.keys():
            self.close()
            self._listed = {kind: set(ids) for kind, ids in listed.items()}
            self._found = self._begun(number)
        _, found = next(self._found)
        return found

    def close(self) -> None:
        """End the worker processes."""
        if self._found is not None:
            self._found.close()

    def _begun(self, first: int) -> Generator[tuple[SmallFile, FileRead]]:
        from timeline.index.workers import results_of

        files = (self._content(number) for number in self._numbers if number >= first)
        return results_of(FileJob(self._listed), files, self._workers)

    def _content(self, number: int) -> SmallFile:
        stream = self._streams[number]
        stream.seek(0)
        content = SmallFile(self._files[number], stream.read())
        stream.rest()
        return content

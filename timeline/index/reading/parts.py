"""Read parts of a large file into an index."""

from array import array
from collections.abc import Generator, Iterator
from contextlib import closing
from functools import partial
from io import BytesIO
from typing import NamedTuple

from timeline.index.rows import Batches, Listed, RowMaker, Rows
from timeline.readers import Divisible, Part, PartsRead, ReadParts, Rest, Stream

LEAST_IN_PARTS = 50_000
"""The size in bytes from which a file is read in parts, because that is faster."""

LEAST_WITH_WORKERS = 5_000_000
"""The size in bytes of a file, or of many together, from which several processes read."""


class PartRows(NamedTuple):
    """The rows of the events of a part, and the lines on which they begin if these are known."""

    rows: Rows
    lines: "array[int]"


class PartJob(NamedTuple):
    """A file to read in parts. `listed` are the ids in its registries, which come before them."""

    file: Divisible
    listed: Listed

    def do(self, part: Part) -> PartRows | None:
        """Return the rows of a part; None if it must be read with the rest of the file."""
        before = part.lines_before
        maker = RowMaker(self.listed, before)
        lines = self.file.read(part, maker.add)
        if lines is None:
            return None
        return PartRows(maker.taken(), array("I", [line + before for line in lines]))


def in_parts(stream: Stream | BytesIO, size: int, batches: Batches) -> ReadParts | None:
    """Return what reads parts of a file of this size in bytes; None if that is not worth it.

    It adds the rows of the events to `batches`, up to a part that has a problem.
    """
    return partial(_read_parts, stream, size, batches) if size >= LEAST_IN_PARTS else None


def _read_parts(
    stream: Stream | BytesIO, size: int, batches: Batches, divisible: Divisible, line: int
) -> PartsRead | None:
    here = stream.tell()
    lines = array("I")
    rest = refused = None
    job = PartJob(divisible, batches.listed)
    parts = divisible.parts(stream, line)
    with closing(_rows_of(job, parts, is_large=size >= LEAST_WITH_WORKERS)) as found:
        for part, read in found:
            if read is None:
                rest, refused = Rest(part.offset, part.line), part.end
                break
            batches.add(read.rows)
            lines.extend(read.lines)
            rest = part.end
    if rest is None:
        stream.seek(here)
        return None
    return PartsRead(rest, lines, refused)


def _rows_of(
    job: PartJob, parts: Iterator[Part], *, is_large: bool
) -> Generator[tuple[Part, PartRows | None]]:
    if is_large:
        # Only large files need it.
        from timeline.index.workers import number_of_workers, results_of

        if workers := number_of_workers():
            return results_of(job, parts, workers)
    return ((part, job.do(part)) for part in parts)

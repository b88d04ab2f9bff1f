"""Read parts of a large file into an index, with all the cores."""

from array import array
from contextlib import closing

from timeline.index.building.writer import Writer
from timeline.readers import Divisible, PartsRead, Rest, Stream


def read_parts(
    writer: Writer, file: int, stream: Stream, divisible: Divisible, line: int
) -> PartsRead | None:
    """Insert the events of a file from a line on, up to a part that has a problem, or to the last.

    Return what remains of the file, and None if that is everything.
    """
    # Only large files need it.
    from timeline.index.workers import Job, number_of_workers, rows_of_parts

    here = stream.tell()
    lines = array("I")
    rest = refused = None
    job = Job(divisible, writer.listed)
    parts = divisible.parts(stream, line)
    with closing(rows_of_parts(job, parts, number_of_workers())) as found:
        for part, read in found:
            if read is None:
                rest, refused = Rest(part.offset, part.line), part.end
                break
            writer.add_rows(file, read.rows)
            lines.extend(read.lines)
            rest = part.end
    if rest is None:
        stream.seek(here)
        return None
    return PartsRead(rest, lines, refused)

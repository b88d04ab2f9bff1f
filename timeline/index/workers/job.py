"""What is done with each part of a file, in this process or in another."""

from array import array
from typing import NamedTuple

from timeline.index.rows import Listed, RowMaker, Rows
from timeline.readers import Divisible, Part


class PartRows(NamedTuple):
    """The rows of the events of a part, and the lines on which they begin if the reader tells."""

    rows: Rows
    lines: "array[int]"


class Job(NamedTuple):
    """A file to read in parts. `listed` are the ids in its registries, which come before them."""

    file: Divisible
    listed: Listed

    def rows_of(self, part: Part) -> PartRows | None:
        """Return the rows of a part; None if it must be read with the rest of the file."""
        before = part.lines_before
        maker = RowMaker(self.listed, before)
        lines = self.file.read(part, maker.add)
        if lines is None:
            return None
        return PartRows(maker.taken(), array("I", [line + before for line in lines]))

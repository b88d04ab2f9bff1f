"""The events of a large exported table, in parts that can be read on their own."""

from array import array
from collections.abc import Iterator

from timeline.readers.parts import Add, Part, divided, read_text
from timeline.readers.tables.reader import LONGEST_ROW, exported_events
from timeline.readers.text import ByteStream


def parts(stream: ByteStream, line: int, delimiter: str) -> Iterator[Part]:
    """Yield parts from the row on a line on. None of them ends within quotes."""
    return divided(stream, line, _end_of_last_row)


def _end_of_last_row(text: bytes) -> int:
    end = text.rfind(b"\n") + 1
    quotes = text.count(b'"', 0, end)
    while end and quotes % 2:
        before = text.rfind(b"\n", 0, end - 1) + 1
        quotes -= text.count(b'"', before, end)
        end = before
    return end


def read_part(text: bytes, add: Add, delimiter: str) -> "array[int] | None":
    """Read a part, as `Divisible.read` does."""
    return read_text(
        text, add, LONGEST_ROW, lambda checked, report: exported_events(checked, report, delimiter)
    )

"""The events of a large file of JSON Lines, in parts that can be read on their own."""

from array import array
from collections.abc import Iterator

from timeline.readers.json.lines import LONGEST_LINE, events
from timeline.readers.parts import FIRST_LINE, Add, Part, divided, read_text
from timeline.readers.text import ByteStream


def parts(stream: ByteStream, line: int) -> Iterator[Part]:
    """Yield parts from a line on."""
    return divided(stream, line, lambda text: text.rfind(b"\n") + 1)


def read_part(text: bytes, add: Add) -> "array[int] | None":
    """Read a part, as `Divisible.read` does."""
    return read_text(
        text,
        add,
        LONGEST_LINE,
        lambda checked, report: events(checked.lines(), FIRST_LINE, checked, report),
    )

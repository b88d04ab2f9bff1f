"""The events of a large YAML file, in parts that can be read on their own."""

from array import array
from collections.abc import Iterator

from timeline.readers.items import Layout
from timeline.readers.lines import ByteStream
from timeline.readers.parts import FIRST_LINE, Add, Part, divided
from timeline.readers.yaml.blocks import events_in


def parts(stream: ByteStream, line: int, key: str, key_indent: int, indent: int) -> Iterator[Part]:
    """Yield parts from the event on a line on; the layout says where events begin."""
    dash = b"\n" + b" " * indent + b"-"

    def last_end(text: bytes) -> int:
        at = text.rfind(dash)
        while at >= 0 and not text[at + len(dash) : at + len(dash) + 1].isspace():
            at = text.rfind(dash, 0, at)
        return at + 1

    for part in divided(stream, line, last_end):
        # The dash of the first event may be on a line of its own, above it.
        if not part.text.startswith(dash[1:]):
            return
        yield part


def read_part(text: bytes, add: Add, key: str, key_indent: int, indent: int) -> "array[int] | None":
    """Read a part, as `Divisible.read` does."""
    return events_in(text, "", Layout(key, key_indent, indent, array("I")), FIRST_LINE, add)

"""The events of a large YAML file, in parts that can be read on their own."""

from array import array
from collections.abc import Iterator

from timeline.readers.items import Entry, Layout
from timeline.readers.parts import FIRST_LINE, Add, Part, divided
from timeline.readers.text import ByteStream
from timeline.readers.yaml.division.blocks import events_in
from timeline.readers.yaml.division.plain import PlainReader


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
    layout = Layout(key, key_indent, indent, array("I"))
    lines = array("I")
    try:
        blocks = _blocks(text.decode().replace("\r\n", "\n"), indent)
    except UnicodeDecodeError:
        return None
    for line, found in blocks:
        if isinstance(found, Entry):
            add(found)
            lines.append(line)
        elif (begun := events_in(found.encode(), "", layout, line, add)) is None:
            return None
        else:
            lines.extend(begun)
    return lines


def _blocks(text: str, indent: int) -> Iterator[tuple[int, Entry | str]]:
    """Yield the events of a part, or the text of one or more for the parser, with their lines."""
    dash, margin = f"{' ' * indent}- ", " " * (indent + 2)
    read_plain = PlainReader(len(margin)).entry
    # The dash of the first event, or of others, may be on a line of its own.
    before, *blocks = f"\n{text[:-1]}".split(f"\n{dash}")
    held = f"{before[1:]}\n" if before else ""
    held_from = FIRST_LINE
    line = held_from + held.count("\n")
    for block in blocks:
        entry = read_plain(f"{margin}{block}\n", line)
        if entry is None:
            held += f"{dash}{block}\n"
        else:
            if held:
                yield held_from, held
                held = ""
            yield line, entry
        line += block.count("\n") + 1
        if not held:
            held_from = line
    if held:
        yield held_from, held

"""Where events stand in a file of which only the changed ones were read again."""

from array import array
from collections.abc import Container

from timeline.index import Index
from timeline.index.building.update import Known, what_is_known
from timeline.readers import ByteStream, Place
from timeline.readers.yaml import Blocks, blocks_of, read_blocks


def places_now(
    index: Index, stream: ByteStream, name: str, numbers: Container[int]
) -> dict[int, Place]:
    """Return the present places of the events with these numbers in the only file of an index.

    An update moves the events below a change, but leaves their lines in the index as they were.
    Returns an empty dictionary if the places in the index are right because there was no update.
    The place is 0 for each event if the file has changed since the update.
    """
    if not index.value("SELECT length(numbers) FROM layout"):
        return {}
    known = what_is_known(index)
    if known is None:
        return {}
    blocks = blocks_of(stream, known.layout.indent)
    is_same = blocks is not None and blocks.digests == known.digests
    return {
        number: _place(stream, name, known, blocks, at) if blocks and is_same else Place(0, 0)
        for at, number in enumerate(known.numbers)
        if number in numbers
    }


def _place(stream: ByteStream, name: str, known: Known, blocks: Blocks, at: int) -> Place:
    """Return the place of the event in one block, or that of the block if it cannot be read."""
    is_last = at + 1 == len(blocks.offsets)
    stream.seek(blocks.offsets[at])
    text = stream.read((blocks.size if is_last else blocks.offsets[at + 1]) - blocks.offsets[at])
    lines = array("I", [blocks.lines[at]])
    entries = read_blocks(text, name, known.layout, lines, is_last=is_last)
    return entries[0].at if entries else Place(lines[0], 1)

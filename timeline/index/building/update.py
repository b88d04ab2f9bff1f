"""Incremental update: read again only the events that have changed since the last read."""

from array import array
from collections.abc import Iterator
from typing import NamedTuple

from timeline.errors import Problem
from timeline.index import SPACING, Index, layout_of
from timeline.index.building.builder import finish
from timeline.index.building.checking import check
from timeline.index.building.ids import make_ids_unique
from timeline.index.building.names import add_names, resolve_names
from timeline.index.building.writer import Writer
from timeline.readers import ByteStream, Entry, Layout
from timeline.readers.yaml import Blocks, blocks_of, read_blocks

MOST_CHANGED = 0.1
"""If more than this fraction of a file's events has changed, the whole file is read."""


class Known(NamedTuple):
    """What an index records about the text of its file: its layout, and the event in each block.

    `head` is the digest of the text before the first block, `digests` are those of the blocks, and
    `numbers` are the numbers of their events.
    """

    layout: Layout
    head: bytes
    digests: "array[int]"
    numbers: "array[int]"


class _Change(NamedTuple):
    """A run of blocks that was replaced by another, as ranges of indexes that exclude the `end`.

    The old range is empty if blocks were inserted, and the new one if blocks were deleted.
    """

    old_first: int
    old_end: int
    new_first: int
    new_end: int


def keep_layout(index: Index, layout: Layout, stream: ByteStream) -> None:
    """Record which block of a file contains which event, if the file can be split into blocks.

    `stream` is the file from which the index was built.
    """
    blocks = blocks_of(stream, layout.indent)
    if blocks is not None and blocks.lines == layout.lines:
        # After a complete read the numbers are consecutive, so they need not be stored.
        _store(index, Known(layout, blocks.head, blocks.digests, array("q")))


def patch(index: Index, stream: ByteStream, name: str) -> bool:
    """Update an index after the file from which it was built has changed.

    Returns False if the whole file has to be read, because too many events have changed or there
    are problems. The transaction is then left uncommitted, and the index must not be used.
    """
    known = what_is_known(index)
    blocks = known and blocks_of(stream, known.layout.indent)
    if known is None or blocks is None or blocks.head != known.head:
        return False
    changes = list(_changes(known.digests, blocks.digests))
    if sum(map(_size, changes)) > MOST_CHANGED * len(known.digests):
        return False
    numbers = known.numbers[:]
    index.connection.execute("BEGIN")
    writer = Writer(index)
    # Start at the last change, so that the indexes of earlier blocks stay valid.
    for change in reversed(changes):
        entries = _read(stream, name, known.layout, blocks, change)
        new_numbers = _numbers_for(change, numbers)
        if entries is None or new_numbers is None:
            return False
        for number in numbers[change.old_first : change.old_end]:
            writer.remove_event(number)
        writer.add_events(0, entries, new_numbers)
        numbers[change.old_first : change.old_end] = new_numbers
    writer.insert()
    if resolve_names(index):
        return False
    add_names(index)
    problems: list[Problem] = []
    check(index, [name], [problems], [])
    if problems or make_ids_unique(index):
        return False
    _store(index, Known(known.layout, blocks.head, blocks.digests, numbers))
    finish(index)
    return True


def forget_layout(index: Index) -> None:
    """Delete the stored layout, so that the whole file is read the next time it changes."""
    index.connection.execute("DELETE FROM layout")


def _store(index: Index, known: Known) -> None:
    layout = known.layout
    forget_layout(index)
    index.connection.execute(
        "INSERT INTO layout VALUES (?, ?, ?, ?, ?, ?)",
        (
            layout.key,
            layout.key_indent,
            layout.indent,
            known.head,
            known.digests,
            known.numbers,
        ),
    )


def what_is_known(index: Index) -> Known | None:
    """Return what an index records about the text of its file, None if nothing."""
    layout = layout_of(index)
    for head, digests, numbers in index.rows("SELECT head, digests, numbers FROM layout"):
        known = array("q", digests)
        if layout is None or (numbers and len(numbers) != len(digests)):
            return None
        in_order = range(SPACING, SPACING * len(known) + 1, SPACING)
        return Known(layout, head, known, array("q", numbers or in_order))
    return None


def _changes(old: "array[int]", new: "array[int]") -> Iterator[_Change]:
    """Yield the changes between two lists of digests, in order."""
    shorter = min(len(old), len(new))
    prefix = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    if prefix == len(old) == len(new):
        return
    # Read the last block again even if it is unchanged: it was not tested that an event can follow.
    first = min(prefix, max(0, len(old) - 1))
    suffix = next(
        (back for back in range(shorter - first) if old[-1 - back] != new[-1 - back]),
        shorter - first,
    )
    if len(old) != len(new):
        yield _Change(first, len(old) - suffix, first, len(new) - suffix)
        return
    start = None
    for place in range(first, len(old) - suffix + 1):
        differs = place < len(old) - suffix and old[place] != new[place]
        if differs and start is None:
            start = place
        elif not differs and start is not None:
            yield _Change(start, place, start, place)
            start = None


def _size(change: _Change) -> int:
    return max(change.old_end - change.old_first, change.new_end - change.new_first)


def _read(
    stream: ByteStream, name: str, layout: Layout, blocks: Blocks, change: _Change
) -> list[Entry] | None:
    """Return the events of the new blocks, or None if the blocks contain anything else."""
    first, end = change.new_first, change.new_end
    if first == end:
        return []
    is_last = end == len(blocks.offsets)
    stream.seek(blocks.offsets[first])
    text = stream.read((blocks.size if is_last else blocks.offsets[end]) - blocks.offsets[first])
    return read_blocks(text, name, layout, blocks.lines[first:end], is_last=is_last)


def _numbers_for(change: _Change, numbers: "array[int]") -> "array[int] | None":
    """Return numbers for the new events that keep them in order, or None if there is no room."""
    old_first, old_end, new_first, new_end = change
    count = new_end - new_first
    if count == old_end - old_first:
        return numbers[old_first:old_end]
    before = numbers[old_first - 1] if old_first else 0
    step = SPACING
    if old_end < len(numbers):
        step = (numbers[old_end] - before) // (count + 1)
    if step == 0:
        return None
    return array("q", range(before + step, before + step * count + 1, step))

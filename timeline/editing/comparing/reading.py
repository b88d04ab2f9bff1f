"""Reading many versions of one file, in which most events are the same."""

from array import array
from io import BytesIO
from typing import NamedTuple

from timeline.editing.contents import Contents, contents_of_items, items_to_compare
from timeline.model import Event
from timeline.readers import ChosenFile, Entry, Layout
from timeline.readers.yaml import Blocks, blocks_of, read_blocks


class _Known(NamedTuple):
    """What is known of the versions: all but the events, for one head, and events by digest."""

    layout: Layout
    head: bytes
    about: Contents
    events: dict[int, Event]


class VersionReader:
    """Reads versions of the file at `path`. An event whose lines are the same is read once."""

    def __init__(self, path: str) -> None:
        self._file = ChosenFile(path, path)
        self._known: _Known | None = None

    def contents(self, data: bytes) -> Contents:
        """Return the contents of a version, as `contents_to_compare` does. Raises DataError."""
        if (found := self._from_blocks(data)) is not None:
            return found
        items = items_to_compare(data, self._file)
        contents = contents_of_items(items)
        layout = next((item for item in items if isinstance(item, Layout)), None)
        blocks = layout and blocks_of(BytesIO(data), layout.indent)
        if layout and blocks and blocks.lines == layout.lines:
            events = self._known.events if self._known else {}
            events.update(zip(blocks.digests, contents.events, strict=True))
            about = contents._replace(events=())
            self._known = _Known(layout, blocks.head, about, events)
        return contents

    def _from_blocks(self, data: bytes) -> Contents | None:
        """Return the contents of a version that differs only in events, None of any other."""
        known = self._known
        blocks = known and blocks_of(BytesIO(data), known.layout.indent)
        if known is None or blocks is None or blocks.head != known.head:
            return None
        for number, digest in enumerate(blocks.digests):
            if digest not in known.events:
                entry = _read(data, blocks, number, known.layout)
                if entry is None:
                    return None
                known.events[digest] = entry.event
        return known.about._replace(events=tuple(map(known.events.__getitem__, blocks.digests)))


def _read(data: bytes, blocks: Blocks, number: int, layout: Layout) -> Entry | None:
    """Return the event of a block, None if it is not one event without problems."""
    ends = [*blocks.offsets[number + 1 : number + 2], blocks.size]
    text = data[blocks.offsets[number] : ends[0]]
    lines = array("I", [blocks.lines[number]])
    entries = read_blocks(text, "", layout, lines, is_last=len(ends) == 1)
    return entries[0] if entries else None

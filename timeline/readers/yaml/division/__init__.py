"""Files of events that are read block by block: large ones in parts, changed ones in blocks."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.yaml.division.blocks import Blocks as Blocks
    from timeline.readers.yaml.division.blocks import blocks_of as blocks_of
    from timeline.readers.yaml.division.blocks import events_in as events_in
    from timeline.readers.yaml.division.blocks import read_blocks as read_blocks
    from timeline.readers.yaml.division.parts import read_part as read_part
    from timeline.readers.yaml.division.plain import PlainReader as PlainReader
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "blocks": ("Blocks", "blocks_of", "events_in", "read_blocks"),
            "parts": ("read_part",),
            "plain": ("PlainReader",),
        },
    )

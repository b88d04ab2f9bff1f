"""The native format: a YAML file, read one event at a time.

Also what an update of an index needs: where the events of a file begin, told without parsing it,
and how to read only some of them.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.yaml.blocks import Blocks as Blocks
    from timeline.readers.yaml.blocks import blocks_of as blocks_of
    from timeline.readers.yaml.reader import read as read
    from timeline.readers.yaml.restart import Section as Section
    from timeline.readers.yaml.restart import Start as Start
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "blocks": ("Blocks", "blocks_of"),
            "reader": ("read",),
            "restart": ("Section", "Start"),
        },
    )

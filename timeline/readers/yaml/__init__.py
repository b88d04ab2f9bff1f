"""The native format: a YAML file, read one event at a time.

For the update of an index, it can also find the start of each event without parsing the file, and
read only some events. `read_value` reads the YAML in a file of another format.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.yaml.blocks import Blocks as Blocks
    from timeline.readers.yaml.blocks import blocks_of as blocks_of
    from timeline.readers.yaml.reader import read as read
    from timeline.readers.yaml.reader import read_value as read_value
    from timeline.readers.yaml.restart import Section as Section
    from timeline.readers.yaml.restart import Start as Start
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "blocks": ("Blocks", "blocks_of"),
            "reader": ("read", "read_value"),
            "restart": ("Section", "Start"),
        },
    )

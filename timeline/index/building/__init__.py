"""Build an index from the output of the readers: rows, names, ids, checks and bitmaps."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.building.moved import places_now as places_now
    from timeline.index.building.names import add_spellings as add_spellings
    from timeline.index.building.reading import read_changes as read_changes
    from timeline.index.building.reading import read_into as read_into
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "moved": ("places_now",),
            "names": ("add_spellings",),
            "reading": ("read_changes", "read_into"),
        },
    )

"""Build an index from the output of the readers: rows, names, ids, checks and bitmaps."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.building.builder import fill as fill
    from timeline.index.building.moved import places_now as places_now
    from timeline.index.building.names import add_spellings as add_spellings
    from timeline.index.building.update import forget_layout as forget_layout
    from timeline.index.building.update import keep_layout as keep_layout
    from timeline.index.building.update import patch as patch
    from timeline.index.building.writer import Writer as Writer
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "builder": ("fill",),
            "moved": ("places_now",),
            "names": ("add_spellings",),
            "update": ("forget_layout", "keep_layout", "patch"),
            "writer": ("Writer",),
        },
    )

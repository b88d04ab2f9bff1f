"""The rows that events take in an index: made from the events, and inserted many at a time."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.rows.batches import Batches as Batches
    from timeline.index.rows.days import columns_of as columns_of
    from timeline.index.rows.days import columns_of_sources as columns_of_sources
    from timeline.index.rows.inserter import Inserter as Inserter
    from timeline.index.rows.listed import Listed as Listed
    from timeline.index.rows.listed import kind_of_registry as kind_of_registry
    from timeline.index.rows.listed import note_listed as note_listed
    from timeline.index.rows.listed import unlisted as unlisted
    from timeline.index.rows.maker import RowMaker as RowMaker
    from timeline.index.rows.maker import Rows as Rows
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "batches": ("Batches",),
            "days": ("columns_of", "columns_of_sources"),
            "inserter": ("Inserter",),
            "listed": ("Listed", "kind_of_registry", "note_listed", "unlisted"),
            "maker": ("RowMaker", "Rows"),
        },
    )

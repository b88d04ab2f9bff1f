"""The rows that events take in an index: made from the events, and inserted many at a time."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.rows.days import columns_of as columns_of
    from timeline.index.rows.days import columns_of_sources as columns_of_sources
    from timeline.index.rows.inserter import Inserter as Inserter
    from timeline.index.rows.maker import Listed as Listed
    from timeline.index.rows.maker import RowMaker as RowMaker
    from timeline.index.rows.maker import Rows as Rows
    from timeline.index.rows.maker import unlisted as unlisted
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "days": ("columns_of", "columns_of_sources"),
            "inserter": ("Inserter",),
            "maker": ("Listed", "RowMaker", "Rows", "unlisted"),
        },
    )

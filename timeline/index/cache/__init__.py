"""The cache of indexes on disk: reused while up to date, otherwise rebuilt by one process."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.cache.looks import Look as Look
    from timeline.index.cache.looks import digest_of as digest_of
    from timeline.index.cache.store import folder as folder
    from timeline.index.cache.store import fresh_index as fresh_index
    from timeline.index.cache.store import index_path as index_path
    from timeline.index.cache.store import renewed_index as renewed_index
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "looks": ("Look", "digest_of"),
            "store": ("folder", "fresh_index", "index_path", "renewed_index"),
        },
    )

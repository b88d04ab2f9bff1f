"""An archive in Parquet: its path, the columns of its events, and the names in its schema."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.engines.archive.archive import Archive as Archive
    from timeline.engines.archive.archive import open_archive as open_archive
    from timeline.engines.archive.damage import AGAIN as AGAIN
    from timeline.engines.archive.layout import OF_EVERY_SOURCE as OF_EVERY_SOURCE
    from timeline.engines.archive.layout import PARTITION as PARTITION
    from timeline.engines.archive.layout import spark_schema as spark_schema
    from timeline.engines.archive.registries import add_event as add_event
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "archive": ("Archive", "open_archive"),
            "damage": ("AGAIN",),
            "layout": ("OF_EVERY_SOURCE", "PARTITION", "spark_schema"),
            "registries": ("add_event",),
        },
    )

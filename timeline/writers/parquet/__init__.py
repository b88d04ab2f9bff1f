"""Parquet: an archive of events that engines such as DuckDB and Spark can question."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.writers.parquet.file import write as write
    from timeline.writers.parquet.folder import write_archive as write_archive
else:
    __getattr__, __all__ = lazy(__name__, {"file": ("write",), "folder": ("write_archive",)})

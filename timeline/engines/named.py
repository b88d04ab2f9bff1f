"""The engines and the dialects that can be chosen, and what tells an archive."""

import os
from enum import StrEnum

METADATA_FILE = "_common_metadata"
"""The file with the schema of a partitioned archive, which readers of Parquet expect there."""


class Dialect(StrEnum):
    """A dialect of SQL."""

    DUCKDB = "duckdb"
    SPARK = "spark"
    BIGQUERY = "bigquery"
    TRINO = "trino"


class EngineName(StrEnum):
    """An engine that answers questions about an archive."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def is_archive(path: str) -> bool:
    """Return whether a path seems to be that of an archive, rather than of a file with events."""
    return (
        path.endswith(".parquet")
        or "://" in path
        or os.path.isfile(  # noqa: PTH113 - any text is asked
            os.path.join(path, METADATA_FILE)  # noqa: PTH118
        )
    )

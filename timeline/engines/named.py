"""The engines and the dialects that can be chosen."""

from enum import StrEnum


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

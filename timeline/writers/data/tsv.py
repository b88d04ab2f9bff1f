"""TSV: the rows of the CSV format, separated by tabs."""

from collections.abc import Iterator

from timeline.writers.data.csv import rows
from timeline.writers.writing import Export


def write(export: Export) -> Iterator[str]:
    """Yield the events found as values separated by tabs, with a header row."""
    return rows(export, "\t")

"""JSON Lines: the event objects of the JSON format, one per line."""

from collections.abc import Iterator

from timeline.writers.data.reported import documents
from timeline.writers.registries import lose_heading, lose_registries
from timeline.writers.writing import Export


def write(export: Export) -> Iterator[str]:
    """Yield each event found as one line of JSON (https://jsonlines.org)."""
    lose_heading(export)
    lose_registries(export)
    for document in documents(export):
        yield document.decode() + "\n"

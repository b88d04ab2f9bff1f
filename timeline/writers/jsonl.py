"""JSON Lines: the event objects of the JSON format, one per line."""

from collections.abc import Iterator

from timeline.chronology import Timeline
from timeline.search import Selection
from timeline.writers.options import MarkdownOptions


def write(_timeline: Timeline, found: Selection, _: MarkdownOptions) -> Iterator[str]:
    """Yield each event found as one line of JSON (https://jsonlines.org)."""
    for document in found.documents():
        yield document.decode() + "\n"

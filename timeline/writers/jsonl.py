"""JSON Lines: the event objects of the JSON format, one per line."""

from collections.abc import Iterator

from timeline.search import Selection


def write_jsonl(found: Selection) -> Iterator[str]:
    """Yield each event found as one line of JSON (https://jsonlines.org)."""
    for document in found.documents():
        yield document.decode() + "\n"

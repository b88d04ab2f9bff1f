"""The list of export formats."""

from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple


class Format(StrEnum):
    """A format to export to."""

    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"


class Writer(NamedTuple):
    """How a format is written.

    `endings` are the extensions of its files. `losses` lists the parts of a chronology that the
    format leaves out. `module` has a function `write`, which takes the chronology, the selection
    and the `MarkdownOptions`, and yields text.
    """

    endings: tuple[str, ...]
    losses: tuple[str, ...]
    module: str


WRITERS = {
    Format.MARKDOWN: Writer(
        (".md", ".markdown"),
        ("IDs", "places", "tags", "follows", "what the registries say about actors and tags"),
        "timeline.writers.markdown",
    ),
    Format.JSON: Writer((".json",), (), "timeline.writers.json"),
    Format.JSONL: Writer(
        (".jsonl", ".ndjson"),
        ("title", "description", "what the registries say about actors and tags"),
        "timeline.writers.jsonl",
    ),
}


def format_of(path: str) -> Format | None:
    """Return the format for the extension of a file, None if there is none."""
    ending = PurePath(path).suffix.lower()
    return next((format for format, writer in WRITERS.items() if ending in writer.endings), None)

"""The export formats, by name and by file extension."""

from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """A format to export to."""

    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"


_ENDINGS = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}


def format_of(path: str) -> Format | None:
    """Return the format for the extension of a file, None if there is none."""
    return _ENDINGS.get(PurePath(path).suffix.lower())

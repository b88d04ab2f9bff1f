"""The formats that can be written, by name and by the ending of a file."""

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
    """Return the format that a file's ending stands for, None where it stands for none."""
    return _ENDINGS.get(PurePath(path).suffix.lower())

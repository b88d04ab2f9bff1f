"""Writing a selection in any export format."""

from collections.abc import Iterator
from typing import assert_never

from timeline.chronology import Timeline
from timeline.search import Selection
from timeline.writers.formats import Format
from timeline.writers.options import MarkdownOptions


def write(
    timeline: Timeline, found: Selection, format: Format, markdown: MarkdownOptions
) -> Iterator[str]:
    """Yield the events found, with their actors, tags and sources, as text in a format."""
    match format:
        case Format.MARKDOWN:
            from timeline.writers.markdown import write_markdown

            return write_markdown(timeline, found, markdown)
        case Format.JSON:
            from timeline.writers.json import write_json

            return write_json(timeline, found)
        case Format.JSONL:
            from timeline.writers.jsonl import write_jsonl

            return write_jsonl(found)
    assert_never(format)

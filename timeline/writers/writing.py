"""Writing a selection in any export format."""

from collections.abc import Iterator
from importlib import import_module
from typing import cast

from timeline.chronology import Timeline
from timeline.search import Selection
from timeline.writers.formats import WRITERS, Format
from timeline.writers.options import MarkdownOptions


def write(
    timeline: Timeline,
    found: Selection,
    format: Format,
    markdown: MarkdownOptions = MarkdownOptions(),  # noqa: B008 - it is immutable
) -> Iterator[str]:
    """Yield the events found, with their actors, tags and sources, as text in a format."""
    writer = import_module(WRITERS[format].module)
    return cast(Iterator[str], writer.write(timeline, found, markdown))

"""Mermaid: a `timeline` diagram, for Markdown on sites that draw it."""

import re
from collections.abc import Iterator

from timeline.text import visible
from timeline.writers.registries import lose_registries
from timeline.writers.writing import Export

_PARTS = ("summary", "actors", "places", "tags", "follows", "sources")

# These separate, comment or mark up, and are written as entities.
_SPECIAL = re.compile(
    r"\ufb02|[^\w \u0080-\U0010ffff.,()/+*=!?$|~@^-]|_|-(?=-)|^(?=title|section|timeline)"
)


def write(export: Export) -> Iterator[str]:
    """Yield a timeline diagram in the syntax of Mermaid, with a section for each group."""
    lose_registries(export)
    yield "timeline\n"
    if title := visible(export.timeline.title):
        yield f"    title {_escaped(title)}\n"
    for group in export.found.groups(export.options.grouping):
        if group.label:
            yield f"    section {_escaped(visible(group.label))}\n"
        for event in group.events:
            export.losses.add_parts(event, *_PARTS)
            date = _escaped(event.date.describe())
            yield f"        {date} : {_escaped(visible(event.title))}\n"


def _escaped(text: str) -> str:
    """Return a text in which every special character is an entity."""
    return re.sub(_SPECIAL, lambda found: f"#{ord(found[0])};" if found[0] else "", text)

"""Longer texts, such as summaries, with their own line breaks."""

import re
from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style

from timeline.text import visible_lines
from timeline.views.layout.look import Look
from timeline.views.layout.wrapping import paragraph

# The marker of a list item; continuation lines align with its text.
_ITEM = r"(?:[-*+•–]|\d{1,3}[.)]) +(?=\S)"


def prose(text: str, style: Style, indent: int, look: Look) -> Iterator[Segment]:
    """Yield a text with its line breaks, indentation and empty lines, wrapped on a terminal."""
    for line in visible_lines(text):
        if not line:
            yield Segment.line()
            continue
        content = line.lstrip(" ")
        item = re.match(_ITEM, content)
        lead = f"{look.text(item[0])} " if item else ""
        words = look.words(content[item.end() :] if item else content, style)
        yield from paragraph(words, indent + len(line) - len(content), look.width, lead)

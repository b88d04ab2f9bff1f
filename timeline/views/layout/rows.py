"""Rows of cells, for bar charts, tables and registers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from timeline.analysis import Count
from timeline.index import Value
from timeline.model import Facet
from timeline.views.layout import theme
from timeline.views.layout.look import Look
from timeline.views.layout.wrapping import Word, length, lines, paragraph, segments
from timeline.width import cells

GAP = 2
"""The space before each cell of a row, in terminal cells."""


class Cell(NamedTuple):
    """The content of a row in one column, wrapped to a width and aligned left or right."""

    content: Iterable[Word]
    width: int
    right: bool = False


def row(columns: Sequence[Cell], *, at_bottom: bool = False) -> Iterator[Segment]:
    """Yield a row of cells, as high as its highest cell, without trailing spaces."""
    wrapped = [list(lines(cell.content, cell.width)) for cell in columns]
    height = max(map(len, wrapped))
    for number in range(height):
        blank = 0
        for cell, column in zip(columns, wrapped, strict=True):
            at = number - height + len(column) if at_bottom else number
            blank += GAP
            if not 0 <= at < len(column):
                blank += cell.width
                continue
            left = cell.width - length(column[at])
            yield Segment(" " * (blank + (left if cell.right else 0)))
            yield from segments(column[at])
            blank = 0 if cell.right else left
        yield Segment.line()


def omitted(text: str, look: Look) -> Iterator[Segment]:
    """Yield the line that replaces rows that are left out."""
    yield from paragraph(look.words(f"{look.glyphs.omitted} {text}", theme.QUIET), 2, look.width)


def fewer(left: int, shown: int, facet: Facet, look: Look) -> Iterator[Segment]:
    """Yield a line with the number of values that are left out, if any are."""
    if left > 0:
        them = f"{left:,} more {facet}{'s' if left > 1 else ''}"
        yield from omitted(f"{them}: --top {shown + left} shows all", look)


def parts(label: str, style: Style, look: Look) -> list[Word]:
    """Return the parts that a label may be broken into, at spaces and hyphens."""
    return [
        Word(part, style, joined=number > 0)
        for word in look.words(label, style)
        for number, part in enumerate(re.findall("[^-]*-+|[^-]+", word.text))
    ]


def widest(rows: Iterable[Count], look: Look) -> int:
    """Return the width of the widest label, in cells."""
    return max(cells(look.text(one.label)) for one in rows if not one.skipped)


def styles(facet: Facet, values: Iterable[Value], look: Look) -> dict[Value, Style]:
    """Return the styles of the values of a facet; neighbours have different colours."""
    of = {Facet.ACTOR: look.actor, Facet.TAG: look.tag}.get(facet)
    if of is None:
        return dict.fromkeys(values, theme.PLAIN)
    names = [str(value) for value in values if value is not None]
    found = dict[Value, Style](zip(names, theme.apart(map(of, names)), strict=True))
    return {None: theme.QUIET} | found

"""Cutting names to the width of a column."""

from collections import Counter
from collections.abc import Sequence

from timeline.views.layout.glyphs import Glyphs
from timeline.width import cells, fitted


def in_column(names: Sequence[str], width: int, glyphs: Glyphs) -> list[str]:
    """Return the names cut or padded to `width` cells.

    Names are cut at the end, or in the middle if they would look the same otherwise.
    """
    cut = [_cut(name, "", width, glyphs) for name in names]
    alike = Counter(cut)
    return [
        _cut(name, _end(name, (width - 1) // 2), width, glyphs) if alike[short] > 1 else short
        for name, short in zip(names, cut, strict=True)
    ]


def _cut(name: str, end: str, width: int, glyphs: Glyphs) -> str:
    if cells(name) <= width:
        return fitted(name, width)
    start = fitted(name, width - 1 - cells(end))
    return f"{start}{glyphs.ellipsis}{end}"


def _end(name: str, width: int) -> str:
    """Return the longest end of a name that fits in `width` cells."""
    while cells(name) > width:
        name = name[1:]
    return name

"""Names in a column that is narrower than some of them."""

from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from timeline.views.layout import theme


def in_column(names: Sequence[str], width: int, glyphs: theme.Glyphs) -> list[str]:
    """Return names that take so many cells each; longer ones are cut.

    They are cut at their end, but those that would look the same then in their middle.
    """
    if glyphs is theme.ASCII:
        # What the terminal cannot show is one sign there, however wide.
        names = [name.encode("ascii", "replace").decode() for name in names]
    cut = [_cut(name, "", width, glyphs) for name in names]
    alike = Counter(cut)
    return [
        _cut(name, _end(name, (width - 1) // 2), width, glyphs) if alike[short] > 1 else short
        for name, short in zip(names, cut, strict=True)
    ]


def _cut(name: str, end: str, width: int, glyphs: theme.Glyphs) -> str:
    if cell_len(name) <= width:
        return set_cell_size(name, width)
    start = set_cell_size(name, width - 1 - cell_len(end))
    return f"{start}{glyphs.ellipsis}{end}"


def _end(name: str, width: int) -> str:
    """Return the longest end of a name that takes no more than so many cells."""
    while cell_len(name) > width:
        name = name[1:]
    return name

"""What the signs in a view say, below it."""

from collections.abc import Iterable, Iterator

from rich.segment import Segment

from timeline.views.layout import theme
from timeline.views.layout.lines import UNLIMITED, beside, words


def legend(used: Iterable[str], look: theme.Theme, width: int, *more: str) -> Iterator[Segment]:
    """Yield the meanings of the glyphs that were used, each once, and more that is to be said.

    Off a terminal there is nothing to be explained.
    """
    meanings = [look.glyphs.meaning(glyph) for glyph in dict.fromkeys(used) if glyph != " "]
    meanings += more
    if meanings and width < UNLIMITED:
        yield Segment.line()
        text = f" {look.glyphs.dot} ".join(meanings)
        yield from beside([], words(text, theme.QUIET), 0, width)

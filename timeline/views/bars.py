"""The bars: how many events there are of each value of a facet."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from timeline.analysis.facets import facet_counts
from timeline.chronology import Timeline
from timeline.index.bitmaps import Value
from timeline.model import Facet
from timeline.search.selection import Selection
from timeline.views.layout import theme
from timeline.views.layout.header import header
from timeline.views.layout.lines import UNLIMITED, Word, beside, lines, segments, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_SHORTEST_LABEL = 4
_LONG_ENOUGH = 16
"""How many cells are left to bars where labels need the rest."""


class Bars:
    """The events of a selection counted by one facet: a label, a count and a bar for each value."""

    def __init__(self, timeline: Timeline, selection: Selection, facet: Facet) -> None:
        self._timeline = timeline
        self._selection = selection
        self._facet = facet

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        listed = facet_counts(self._selection, self._facet)
        if width >= UNLIMITED:
            for one in listed:
                yield Segment(f"{plain(one.label)}  {one.events}\n")
            return
        look = theme.Theme(self._timeline, ascii_only=options.ascii_only)
        yield from header(self._timeline, self._selection, look, width)
        yield Segment.line()
        most = max(one.events for one in listed)
        digits = len(f"{most:,}")
        room = width - digits - 6
        widest = max(cell_len(plain(one.label)) for one in listed if not one.skipped)
        margin = min(widest, max(_SHORTEST_LABEL, room // 2, room - _LONG_ENOUGH))
        for one in listed:
            if one.skipped:
                yield from omitted(one.label, look, width)
                continue
            style = theme.PLAIN if one.events else theme.QUIET
            first, *others = lines(parts(one.label, style), margin)
            yield Segment("  ")
            yield from _padded(first, margin)
            number = f"{one.events:,}".rjust(digits)
            yield Segment(f"  {number}", theme.DATE if one.events else theme.QUIET)
            if one.events:
                length = bar(one.events, most, max(1, room - margin), look.glyphs)
                yield Segment("  ")
                yield Segment(length, style_of(look, self._facet, one.value))
            yield Segment.line()
            for line in others:
                yield Segment("  ")
                yield from segments(line)
                yield Segment.line()


def omitted(text: str, look: theme.Theme, width: int) -> Iterator[Segment]:
    """Yield what is said in place of rows that are left out."""
    yield from beside([], words(f"{look.glyphs.omitted} {text}", theme.QUIET), 2, width)


def bar(count: int, most: int, room: int, glyphs: theme.Glyphs) -> str:
    """Return a bar for a count above zero: as long as `room` cells where it is the most."""
    parts = len(glyphs.lengths)
    whole, rest = divmod(max(1, round(count * room * parts / most)), parts)
    return glyphs.bar * whole + (glyphs.lengths[rest - 1] if rest else "")


def style_of(look: theme.Theme, facet: Facet, value: Value) -> Style:
    """Return the style of a value of a facet: the colour of an actor or tag, else that of time."""
    match facet:
        case _ if value is None:
            return theme.QUIET
        case Facet.ACTOR:
            return look.actor(str(value))
        case Facet.TAG:
            return look.tag(str(value))
        case _:
            return theme.DATE


def plain(label: str) -> str:
    """Return a label in one line, with single spaces, fit for a terminal."""
    return " ".join(word.text for word in words(label, theme.PLAIN))


def parts(label: str, style: Style) -> list[Word]:
    """Return what a label may be broken into: its words, and the parts of those with a hyphen."""
    return [
        Word(part, style, joined=number > 0)
        for word in plain(label).split(" ")
        for number, part in enumerate(re.findall("[^-]*-+|[^-]+", word))
    ]


def _padded(line: list[Word], width: int) -> Iterator[Segment]:
    yield from segments(line)
    yield Segment(" " * (width - sum(cell_len(part.text) for part in segments(line))))

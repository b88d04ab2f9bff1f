"""A bar chart: the number of events for each value of a facet."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis import Count, every_unit, facet_counts, largest
from timeline.chronology import Timeline
from timeline.model import Facet
from timeline.search import Selection
from timeline.views.layout import (
    Cell,
    Glyphs,
    Look,
    Word,
    fewer,
    header,
    omitted,
    parts,
    row,
    styles,
    theme,
    widest,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_SHORTEST_LABEL = 4
_LONG_ENOUGH = 16
"""The minimum width of the bars, in cells, when labels are long."""


class Bars:
    """The events of a selection counted by one facet: a label, a count and a bar for each value.

    With `top`, only the values with the most events are shown, at most that many. In a pipe, a tab
    separates label and count, and units of time without events have lines, too. Very long runs of
    these are left out, and added to `left_out`.
    """

    def __init__(
        self, timeline: Timeline, selection: Selection, facet: Facet, top: int | None = None
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._facet = facet
        self._top = top
        self.left_out: list[str] = []

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        found = facet_counts(self._selection, self._facet)
        listed = found if self._top is None else largest(found, self._top)
        if not look.on_terminal:
            for one in every_unit(listed, self.left_out):
                yield Segment(f"{look.text(one.label)}\t{one.events}\n")
            return
        yield from header(self._timeline, self._selection, look)
        if not listed:
            return
        yield Segment.line()
        most = max(one.events for one in listed)
        for line in count_rows(listed, self._facet, most, look):
            yield from line
        if self._top is not None:
            left = sum(one.events > 0 for one in found) - len(listed)
            yield from fewer(left, len(listed), self._facet, look)


def count_rows(
    listed: Sequence[Count], facet: Facet, most: int, look: Look
) -> Iterator[Iterator[Segment]]:
    """Yield the line of each value: its label, its number of events, and a bar.

    The longest bar stands for `most` events.
    """
    if not listed:
        return
    digits = len(f"{most:,}")
    room = look.width - digits - 6
    margin = min(widest(listed, look), max(_SHORTEST_LABEL, room // 2, room - _LONG_ENOUGH))
    longest = room - margin
    colours = styles(facet, [one.value for one in listed], look)
    for one in listed:
        if one.skipped:
            yield omitted(one.label, look)
            continue
        style = theme.PLAIN if one.events else theme.QUIET
        length = bar(one.events, most, longest, look.glyphs) if longest > 0 else ""
        yield row(
            [
                Cell(parts(one.label, style, look), margin),
                Cell([Word(f"{one.events:,}", style)], digits, right=True),
                Cell([Word(length, colours[one.value])] if length else [], longest),
            ]
        )


def bar(count: int, most: int, room: int, glyphs: Glyphs) -> str:
    """Return a bar in proportion to a count: `room` cells for `most`, empty for zero."""
    parts = len(glyphs.lengths)
    whole, rest = divmod(max(1, round(count * room * parts / most)) if count else 0, parts)
    return glyphs.bar * whole + (glyphs.lengths[rest - 1] if rest else "")

"""The longest gaps, each with a bar and the events before and after it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis import Gap
from timeline.chronology import Timeline
from timeline.views.layout import Look, beside, paragraph, segments, spaced, theme

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_WIDEST_BAR = 40
_NARROWEST_BAR = 8
_WIDEST_DATE = len("28 September to 5 October 2014")


class Gaps:
    """Gaps with their lengths, bars in proportion, and the events before and after."""

    def __init__(self, timeline: Timeline, gaps: Sequence[Gap]) -> None:
        self._timeline = timeline
        self._gaps = gaps
        self._longest = max((one.days for one in gaps), default=0)
        self._widths = (
            2 + max((len(one.length) for one in gaps), default=0),
            2 + max((len(one.time) for one in gaps), default=0),
        )

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        events = [event for one in self._gaps for event in (one.before, one.after)]
        dates = [event.date.describe() for event in events]
        indent = 4 + min(_WIDEST_DATE, look.width // 2, max(map(len, dates)))
        for number, gap in enumerate(self._gaps):
            if number:
                yield Segment.line()
            yield from self._heading(gap, look)
            for event in (gap.before, gap.after):
                title = look.words(event.title, theme.PLAIN)
                yield from beside(
                    look.words(event.date.describe(), theme.DATE),
                    [*title, *look.words(f"({event.id})", theme.QUIET)],
                    indent,
                    look.width,
                )

    def _heading(self, gap: Gap, look: Look) -> Iterator[Segment]:
        """Yield the length, the bar and the days, on one line if they fit."""
        length = look.words(gap.length, theme.TITLE)
        days = look.words(gap.time, theme.QUIET)
        label, beside_bar = self._widths
        room = look.width - label
        if not look.on_terminal or room < _NARROWEST_BAR:
            yield from paragraph(spaced([length, days]), 0, look.width)
            return
        has_days = room - beside_bar >= _NARROWEST_BAR
        room = min(_WIDEST_BAR, room - beside_bar if has_days else room)
        cells = max(1, round(room * gap.days / self._longest))
        yield from segments(length)
        yield Segment(" " * (label - len(gap.length)))
        yield Segment(look.glyphs.bar * cells, theme.DATE)
        if has_days:
            yield Segment(" " * (room - cells + 2))
            yield from segments(days)
            yield Segment.line()
        else:
            yield Segment.line()
            yield from paragraph(days, 2, look.width)

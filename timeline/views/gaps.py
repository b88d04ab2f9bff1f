"""The gaps: the longest gaps, each with a bar and with the events on either side."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis.gaps import Gap
from timeline.chronology import Timeline
from timeline.views.layout import theme
from timeline.views.layout.lines import UNLIMITED, Word, beside, segments, spaced, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_WIDEST_BAR = 40
_NARROWEST_BAR = 8
_WIDEST_DATE = len("28 September to 5 October 2014")


class Gaps:
    """Gaps with their lengths, as bars in proportion, and what stood before and after."""

    def __init__(self, timeline: Timeline, gaps: Sequence[Gap]) -> None:
        self._timeline = timeline
        self._gaps = gaps
        self._longest = max((one.days for one in gaps), default=0)
        self._widths = (
            2 + max((len(one.length) for one in gaps), default=0),
            2 + max((len(one.time) for one in gaps), default=0),
        )

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        bar = theme.Theme(self._timeline, ascii_only=options.ascii_only).glyphs.bar
        events = [event for one in self._gaps for event in (one.before, one.after)]
        dates = [event.date.describe() for event in events]
        indent = 4 + min(_WIDEST_DATE, width // 2, max(map(len, dates)))
        for number, gap in enumerate(self._gaps):
            if number:
                yield Segment.line()
            yield from self._heading(gap, bar, width)
            for event in (gap.before, gap.after):
                yield from beside(
                    words(event.date.describe(), theme.DATE),
                    [*words(event.title, theme.PLAIN), *words(f"({event.id})", theme.QUIET)],
                    indent,
                    width,
                )

    def _heading(self, gap: Gap, bar: str, width: int) -> Iterator[Segment]:
        """Yield the length, the bar and the days, as many of them in a line as fit."""
        length, days = gap.length, gap.time
        if width >= UNLIMITED:
            yield from segments(spaced([[Word(length, theme.TITLE)], [Word(days, theme.QUIET)]]))
            yield Segment.line()
            return
        label, beside_bar = self._widths
        room = width - label - beside_bar
        has_days = room >= _NARROWEST_BAR
        if not has_days:
            room = width - label
        room = min(_WIDEST_BAR, room)
        cells = max(1, round(room * gap.days / self._longest))
        yield Segment(length, theme.TITLE)
        if room >= _NARROWEST_BAR:
            yield Segment(" " * (label - len(length)))
            yield Segment(bar * cells, theme.DATE)
        if has_days:
            yield Segment(" " * (room - cells + 2))
            yield Segment(days, theme.QUIET)
            yield Segment.line()
        else:
            yield Segment.line()
            yield from beside([], words(days, theme.QUIET), 2, width)

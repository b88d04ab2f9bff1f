"""The gaps: the longest silences, each with a bar and with the events on either side."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from timeline.date_text import day_text
from timeline.library import Timeline
from timeline.silences import Silence
from timeline.views import theme
from timeline.views.layout import UNLIMITED, beside, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_WIDEST_BAR = 40
_NARROWEST_BAR = 8
_WIDEST_DATE = len("28 September to 5 October 2014")


class Gaps:
    """Silences with their lengths, as bars in proportion, and what stood before and after."""

    def __init__(self, timeline: Timeline, silences: Sequence[Silence]) -> None:
        self._timeline = timeline
        self._silences = silences

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        bar = theme.Theme(self._timeline.index, ascii_only=options.ascii_only).glyphs.bar
        events = [event for one in self._silences for event in (one.before, one.after)]
        dates = [event.date.describe() for event in events]
        indent = 4 + min(_WIDEST_DATE, max(map(len, dates)))
        for number, silence in enumerate(self._silences):
            if number:
                yield Segment.line()
            yield from self._heading(silence, bar, width)
            for event in (silence.before, silence.after):
                yield from beside(
                    words(event.date.describe(), theme.DATE),
                    [*words(event.title, theme.PLAIN), *words(f"({event.id})", theme.QUIET)],
                    indent,
                    width,
                )

    def _heading(self, silence: Silence, bar: str, width: int) -> Iterator[Segment]:
        """Yield the length, the bar and the days, which have a line of their own if narrow."""
        days = f"{day_text(silence.first)} to {day_text(silence.last)}"
        yield Segment(silence.length, theme.TITLE)
        if width < UNLIMITED:
            label = max(cell_len(one.length) for one in self._silences)
            longest = max(one.days for one in self._silences)
            widest_days = max(
                len(f"{day_text(one.first)} to {day_text(one.last)}") for one in self._silences
            )
            room = width - label - 2 - widest_days - 2
            beside_it = room >= _NARROWEST_BAR
            room = min(_WIDEST_BAR, room if beside_it else width - label - 2)
            cells = max(1, round(room * silence.days / longest))
            yield Segment(" " * (label - cell_len(silence.length) + 2))
            yield Segment(bar * cells, theme.DATE)
            yield Segment(" " * (room - cells) if beside_it else "\n")
        yield Segment("  ")
        yield Segment(days, theme.QUIET)
        yield Segment.line()

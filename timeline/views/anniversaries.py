"""The day of the year: what happened on it, year by year."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis.anniversaries import Anniversary, DayOfYear
from timeline.chronology import Timeline
from timeline.dates.elapsed import ago
from timeline.dates.event_date import Day
from timeline.dates.wording import year_text
from timeline.views.chronology import about_words
from timeline.views.layout import theme
from timeline.views.layout.lines import beside, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions


class OnThisDay:
    """Years, what happened on the day in each, and how long ago that is."""

    def __init__(
        self, timeline: Timeline, day: DayOfYear, hits: Sequence[Anniversary], today: date
    ) -> None:
        self._timeline = timeline
        self._day = day
        self._hits = hits
        self._today = Day(today.year, today.month, today.day)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        look = theme.Theme(self._timeline, ascii_only=options.ascii_only)
        years = [year_text(hit.year) for hit in self._hits]
        indent = 4 + max(map(len, years))
        yield Segment(str(self._day), theme.TITLE)
        yield Segment.line()
        for year, hit in zip(years, self._hits, strict=True):
            event = hit.event
            content = [*words(event.title, theme.TITLE), *words(self._remark(hit), theme.QUIET)]
            yield from beside(words(year, theme.DATE), content, indent, width)
            if about := about_words(self._timeline, look, event):
                yield from beside([], about, indent, width)

    def _remark(self, hit: Anniversary) -> str:
        time = ago(hit.date, self._today)
        told = f"{hit.what} {time}".strip()
        if hit.date.uncertain:
            told += ", uncertain"
        return f"({told})"

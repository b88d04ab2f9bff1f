"""What happened on a day of the year, year by year."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis import Anniversary, DayOfYear
from timeline.chronology import Timeline
from timeline.dates import Day, describe_year, time_ago
from timeline.views.events.about import About
from timeline.views.layout import Look, beside, theme

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions


class OnThisDay:
    """The events on a day of the year, under their years, with how long ago they were."""

    def __init__(
        self, timeline: Timeline, day: DayOfYear, hits: Sequence[Anniversary], today: date
    ) -> None:
        self._timeline = timeline
        self._day = day
        self._hits = hits
        self._today = Day.of(today)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        years = [describe_year(hit.year) for hit in self._hits]
        indent = 4 + max(map(len, years))
        about = About(self._timeline, look, indent if look.on_terminal else 4)
        yield Segment(str(self._day), theme.TITLE)
        yield Segment.line()
        for year, hit in zip(years, self._hits, strict=True):
            title = look.words(hit.event.title, theme.TITLE)
            remark = look.words(self._remark(hit), theme.QUIET)
            yield from beside(look.words(year, theme.DATE), [*title, *remark], indent, look.width)
            yield from about.below(hit.event)

    def _remark(self, hit: Anniversary) -> str:
        time = time_ago(hit.date, self._today)
        remark = f"{hit.what} {time}".strip()
        if hit.date.uncertain:
            remark += ", uncertain"
        return f"({remark})"

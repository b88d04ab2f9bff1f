"""The chart: a time axis with a histogram of all events above, and a lane for each theme below."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.analysis.chart.beginnings import beginnings
from timeline.analysis.chart.lanes import Lane, Lanes
from timeline.analysis.chart.name_lanes import NameLanes
from timeline.analysis.chart.peaks import peak
from timeline.analysis.chart.scope import Scope
from timeline.analysis.chart.ticks import ticks
from timeline.analysis.chart.year_lanes import YearLanes
from timeline.chronology import Timeline
from timeline.dates.event_date import Day
from timeline.dates.wording import year_text
from timeline.query.facet import By
from timeline.search.selection import Selection
from timeline.text import visible
from timeline.views.chart.drawing import Drawing
from timeline.views.layout import theme
from timeline.views.layout.columns import in_column
from timeline.views.layout.header import header
from timeline.views.layout.lines import UNLIMITED, Word, lines, segments, spaced, words
from timeline.views.layout.look import Look
from timeline.width import cells

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

TOP = 12
"""How many lanes there are at most, where nothing is said."""

TOP_YEARS = 40
"""The same for lanes of years."""

_LEAST_CELLS = 8
_WIDEST_NAME = 28


class Chart:
    """The events of a selection along an axis of time: all of them, and by lanes.

    `top` is how many lanes there are at most; where it is None as many as suit, and off a terminal
    all of them. `today` is how far what goes on has come.
    """

    def __init__(
        self, timeline: Timeline, selection: Selection, by: By, top: int | None, today: Day
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._by = by
        self._top = top
        self._today = today

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        scope = Scope(self._selection, self._today)
        lanes = YearLanes(scope) if self._by is By.YEAR else NameLanes(scope, str(self._by))
        look = Look(self._timeline, console, options)
        if not look.on_terminal:
            yield from self._lines(scope, lanes, look)
            return
        yield from header(self._timeline, self._selection, look)
        yield Segment.line()
        yield from self._drawn(scope, lanes, look)

    def _lines(self, scope: Scope, lanes: Lanes, look: Look) -> Iterator[Segment]:
        """Yield a line for each lane: name, count, first and last date."""
        for lane in lanes.lanes(UNLIMITED if self._top is None else self._top):
            count = lanes.count(lane)
            if not count:
                continue
            name, style = self._label(lane, look)
            first, last = lanes.ends(lane)
            yield Segment(name, style)
            yield Segment(f"  {count}  ")
            yield Segment(f"{visible(first.text)}  {visible(last.text)}", theme.DATE)
            yield Segment.line()

    def _label(self, lane: Lane, look: Look) -> tuple[str, Style]:
        if lane.rest:
            return f"others ({len(lane.ids):,})", theme.QUIET
        if not lane.ids:
            return f"no {self._by}", theme.QUIET
        (name,) = lane.ids
        match self._by:
            case By.TAG:
                return look.text(name), look.tag(name)
            case By.ACTOR:
                return look.text(self._timeline.actor(name).name), look.actor(name)
            case By.PLACE:
                return look.text(name), theme.DATE
            case By.YEAR:
                return year_text(int(name)), theme.HEADING

    def _drawn(self, scope: Scope, lanes: Lanes, look: Look) -> Iterator[Segment]:
        width = look.width
        top = self._top
        if top is None:
            top = TOP_YEARS if self._by is By.YEAR else TOP
        listed = lanes.lanes(top)
        if not listed:
            return
        labels = [self._label(lane, look) for lane in listed]
        digits = len(f"{scope.count:,}")
        name = min(max(3, *(cells(label) for label, _ in labels)), _WIDEST_NAME)
        name = max(3, min(name, width // 3 - digits))
        margin = name + 1 + digits
        room = max(_LEAST_CELLS, width - margin - 3)
        axis = scope.axis(room)
        highest = None
        if not isinstance(lanes, YearLanes):
            axis = axis.by_day()
            highest = peak(self._selection, axis)
        found = lanes.cells(axis, listed)
        axes = lanes.axes(axis, listed)
        begun = beginnings(scope, axes)
        across = max(axes, key=lambda one: one.last - one.first)
        peaks = [max(cells.marks) for cells in found]
        # What the rest has together is no measure, unless no other lane has a mark.
        most = max(peak for lane, peak in zip(listed, peaks, strict=True) if not lane.rest)
        draw = Drawing(across, room // across.cells, look.glyphs, margin, most or max(peaks))
        marked = ticks(draw.columns, of_any_year=self._by is By.YEAR)
        total, *names = in_column(["all", *(label for label, _ in labels)], name, look.glyphs)
        total += " " + f"{scope.count:,}".rjust(digits)
        yield from draw.histogram(begun.counts, highest, total)
        yield from draw.scale(marked)
        for label, (_, style), lane in zip(names, labels, found, strict=True):
            yield Segment(label, style)
            yield Segment(" " + f"{lane.count:,}".rjust(digits), theme.QUIET)
            yield Segment(" ")
            yield from draw.lane(lane, style, marked)
        if isinstance(lanes, YearLanes) and (left := lanes.left_out(listed)):
            told = f"{left:,} more year{'s' * (left > 1)}, in which fewer events begin, or none"
            for line in lines(words(f"{look.glyphs.omitted} {told}", theme.QUIET), width):
                yield from segments(line)
                yield Segment.line()
        yield Segment.line()
        legend = [*draw.legend(found, begun, highest)]
        if axis.by_second and scope.has_zones():
            legend.append(Word("times of day that have a zone are in UTC", theme.QUIET))
        if self._by is By.ACTOR:
            legend.append(Word("lanes are of the events that name an actor itself", theme.QUIET))
        for line in lines(spaced([word] for word in legend), width):
            yield from segments(line if line[-1].text else line[:-1])
            yield Segment.line()

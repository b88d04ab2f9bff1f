"""The chart: a histogram of all events, a time axis, and a lane for each name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.analysis.chart import (
    Axis,
    Extent,
    Lane,
    Lanes,
    Placement,
    axis_between,
    extent_of,
    has_zones,
    lanes_of_names,
    lanes_of_years,
    peak,
)
from timeline.chronology import Timeline
from timeline.dates import Day, describe_year
from timeline.model import Facet
from timeline.search import Selection
from timeline.text import listed, visible
from timeline.views.chart.lanes import Drawn, DrawnLane, Margin
from timeline.views.layout import (
    UNLIMITED,
    Look,
    Word,
    header,
    theme,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

TOP = 12
"""The default maximum number of lanes."""

TOP_YEARS = 40
"""The default maximum number of lanes for years."""

_MOST_LISTED = 4


class Chart:
    """The events of a selection along a time axis: all of them, and in lanes by a facet.

    `top` is the maximum number of lanes. If it is None, a default applies on a terminal, and in a
    pipe all lanes are printed. `today` is where ongoing events end.
    """

    def __init__(
        self, timeline: Timeline, selection: Selection, by: Facet, top: int | None, today: Day
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._by = by
        self._top = top
        self._today = today

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        extent = extent_of(self._selection, self._today)
        if not look.on_terminal:
            yield from self._lines(extent, look)
            return
        yield from header(self._timeline, self._selection, look)
        yield Segment.line()
        yield from self._drawn(extent, look)

    def _lines(self, extent: Extent, look: Look) -> Iterator[Segment]:
        """Yield a line for each lane, with tabs between name, count, first and last date."""
        date = self._selection.index.columns.date
        top = UNLIMITED if self._top is None else self._top
        for lane in self._lanes(extent, top, 1, distinct=False).lanes:
            if not lane.events:
                continue
            name, style = self._label(lane, look)
            first, last = date(lane.events.min()), date(lane.events.max())
            yield Segment(name, style)
            yield Segment(f"\t{len(lane.events)}\t")
            yield Segment(f"{visible(first.text)}\t{visible(last.text)}", theme.DATE)
            yield Segment.line()

    def _axis(self, extent: Extent, room: int) -> Axis:
        return axis_between(
            extent.first, extent.last, room, len(self._selection), by_second=extent.by_second
        )

    def _lanes(self, extent: Extent, top: int, room: int, *, distinct: bool) -> Lanes:
        if self._by is Facet.YEAR:
            return lanes_of_years(self._selection, *extent.days, top, room)
        axis = self._axis(extent, room)
        return lanes_of_names(self._selection, self._by, axis, top, distinct=distinct)

    def _label(self, lane: Lane, look: Look) -> tuple[str, Style]:
        if lane.rest:
            return f"others ({len(lane.names):,})", theme.QUIET
        if not lane.names:
            return f"no {self._by}", theme.QUIET
        (name,) = lane.names
        match self._by:
            case Facet.TAG:
                return look.text(name), look.tag(name)
            case Facet.ACTOR:
                return look.text(self._timeline.actor(name).name), look.actor(name)
            case Facet.YEAR:
                return describe_year(int(name)), theme.HEADING
            case _:
                return look.text(name), theme.PLAIN

    def _drawn(self, extent: Extent, look: Look) -> Iterator[Segment]:
        of_years, top = self._by is Facet.YEAR, self._top
        if top is None:
            top = TOP_YEARS if of_years else TOP
        # The margin depends on the names, but the names do not depend on the width.
        found = self._lanes(extent, top, 1, distinct=True)
        if not found.lanes:
            return
        labels = [self._label(lane, look) for lane in found.lanes]
        total = len(self._selection)
        margin = Margin.of((name for name, _ in labels), total, look.width)
        found = self._lanes(extent, top, margin.room(look.width), distinct=True)
        placement = Placement(self._selection, self._today)
        lanes = [
            DrawnLane(*label, placement.cells(lane), lane.rest)
            for label, lane in zip(labels, found.lanes, strict=True)
        ]
        axis = max((lane.axis for lane in found.lanes), key=lambda axis: axis.cells)
        # Lanes of names share one axis.
        begun = placement.histogram(list(dict.fromkeys(lane.axis for lane in found.lanes)))
        highest = None if of_years else peak(self._selection, extent)
        drawn = Drawn(lanes, axis, total, begun, highest, of_years)
        yield from drawn.rows(margin, self._notes(found, axis, look), look)

    def _notes(self, found: Lanes, axis: Axis, look: Look) -> Iterator[Word]:
        """Yield notes on the lanes."""
        if has_zones(self._selection, axis):
            yield Word("times with a zone are in UTC", theme.QUIET)
        if names := [look.text(self._timeline.actor(one).name) for one in found.in_nearly_all]:
            actors = listed(names, "and") if len(names) <= _MOST_LISTED else f"{len(names)} actors"
            verb = "is" if len(names) == 1 else "are"
            yield Word(f"not shown: {actors}, who {verb} in nearly every event", theme.QUIET)
        if found.left_out:
            years = f"{found.left_out:,} year{'s' * (found.left_out > 1)}"
            yield Word(f"not shown: {years} with fewer events", theme.QUIET)

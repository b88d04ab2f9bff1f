"""Drawing a chart: the histogram, the time axis, the lanes with their labels, and the legend."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from timeline.analysis.chart import Axis, Cells, Histogram, Peak, ticks
from timeline.views.chart.drawing import Drawing
from timeline.views.layout import Look, Word, in_column, lines, segments, spaced, theme
from timeline.width import cells

_LEAST_CELLS = 8
_WIDEST_NAME = 28
_WIDEST_CELL = 6


class Margin(NamedTuple):
    """The margin of a chart: the widths of its names and its numbers, in terminal cells."""

    name: int
    number: int

    @classmethod
    def of(cls, names: Iterable[str], total: int, width: int) -> "Margin":
        """Return the margin for these names and a total count, on a terminal of this width."""
        count = len(f"{total:,}")
        name = min(max(3, *map(cells, names)), _WIDEST_NAME)
        return cls(max(3, min(name, width // 3 - count)), count)

    @property
    def width(self) -> int:
        """Its width without the space after it."""
        return self.name + 1 + self.number

    def room(self, width: int) -> int:
        """Return the number of cells for the axis on a terminal of this width."""
        return max(_LEAST_CELLS, width - self.width - 3)


class DrawnLane(NamedTuple):
    """A lane with its label. `rest` is that of a `Lane`."""

    label: str
    style: Style
    cells: Cells
    rest: bool = False


class Drawn(NamedTuple):
    """What a chart draws: lanes on an axis, below the histogram of a total of events.

    `highest` is the peak of the histogram. With `of_any_year`, the axis is that of every year.
    """

    lanes: Sequence[DrawnLane]
    axis: Axis
    total: int
    begun: Histogram
    highest: Peak | None = None
    of_any_year: bool = False

    def rows(self, margin: Margin, notes: Iterable[Word], look: Look) -> Iterator[Segment]:
        """Yield the rows of the chart, and the legend with `notes`."""
        rows = [lane.cells for lane in self.lanes]
        peaks = [max(drawn.marks) for drawn in rows]
        # The lane of all other names sets the scale only if no other lane has a mark.
        most = max(peak for lane, peak in zip(self.lanes, peaks, strict=True) if not lane.rest)
        room = margin.room(look.width)
        wide = max(1, min(room // self.axis.cells, _WIDEST_CELL))
        draw = Drawing(self.axis, wide, look.glyphs, margin.width, most or max(peaks))
        marked = ticks(self.axis, wide, of_any_year=self.of_any_year)
        names = [lane.label for lane in self.lanes]
        above, *labels = in_column(["all", *names], margin.name, look.glyphs)
        styles = theme.apart((lane.style for lane in self.lanes), always=True)
        label = f"{above} {self.total:,}"
        yield from draw.histogram(self.begun.counts, self.highest, label, unit_above=True)
        yield from draw.scale(marked)
        for label, style, drawn in zip(labels, styles, rows, strict=True):
            yield Segment(label, style)
            yield Segment(" " + f"{drawn.count:,}".rjust(margin.number), theme.QUIET)
            yield Segment(" ")
            yield from draw.lane(drawn, style, marked)
        yield Segment.line()
        legend = [*draw.legend(rows, self.begun, self.highest), *notes]
        for line in lines(spaced([word] for word in legend), look.width):
            yield from segments(line if line[-1].text else line[:-1])
            yield Segment.line()

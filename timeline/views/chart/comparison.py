"""A chart with a lane for each of several chronologies, on one time axis."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis.chart import (
    Lane,
    Placement,
    axis_between,
    has_zones,
    shared_extent,
    shared_histogram,
)
from timeline.chronology import Timeline
from timeline.dates import Day
from timeline.search import Selection
from timeline.views.chart.lanes import Drawn, DrawnLane, Margin
from timeline.views.layout import Look, Word, facts, files, paragraph, spaced, theme

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions


class ComparisonChart:
    """The answers of several chronologies to one question, each in a lane of its own.

    At least one must have found an event. A lane has the title of its chronology, or the name of
    its file if it has no title or shares it. In a pipe, each lane is a line. `today` is where
    ongoing events end.
    """

    def __init__(self, answers: Sequence[tuple[Timeline, Selection]], today: Day) -> None:
        self._answers = answers
        self._selections = [selection for _, selection in answers]
        self._today = today

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._answers[0][0], console, options)
        names = [look.text(name) for name in _names([one for one, _ in self._answers])]
        if not look.on_terminal:
            for name, selection in zip(names, self._selections, strict=True):
                yield from _line(name, selection)
            return
        for name, (timeline, selection) in zip(names, self._answers, strict=True):
            line = look.words(facts(timeline, selection, look), theme.QUIET)
            title = look.words(name, theme.TITLE) if name != look.text(files(timeline)) else []
            yield from paragraph(spaced([title, line]), 0, look.width)
        yield Segment.line()
        yield from self._drawn(names, look)

    def _drawn(self, names: Sequence[str], look: Look) -> Iterator[Segment]:
        total = sum(map(len, self._selections))
        margin = Margin.of(names, total, look.width)
        extent = shared_extent(self._selections, self._today)
        axis = axis_between(
            extent.first, extent.last, margin.room(look.width), total, by_second=extent.by_second
        )
        placements = [Placement(one, self._today) for one in self._selections]
        lanes = [
            DrawnLane(name, style, placement.cells(Lane((), selection.positions, axis)))
            for name, style, placement, selection in zip(
                names, cycle(theme.PALETTE), placements, self._selections, strict=False
            )
        ]
        notes = []
        if any(has_zones(one, axis) for one in self._selections):
            notes.append(Word("times with a zone are in UTC", theme.QUIET))
        drawn = Drawn(lanes, axis, total, shared_histogram(placements, axis))
        yield from drawn.rows(margin, notes, look)


def _names(timelines: Sequence[Timeline]) -> list[str]:
    """Return a name for each chronology: its title if no other has it, otherwise its files.

    A single file is named without its folder if no other has the same name.
    """
    titles = Counter(one.title for one in timelines)
    bases = [Path(one.files[0]).name if len(one.files) == 1 else "" for one in timelines]
    return [
        one.title
        if one.title and titles[one.title] == 1
        else base
        if base and bases.count(base) == 1
        else files(one)
        for one, base in zip(timelines, bases, strict=True)
    ]


def _line(name: str, selection: Selection) -> Iterator[Segment]:
    """Yield a line in a pipe, with tabs between name, number of events, first and last date."""
    dates = [date.text for date in span] if (span := selection.span()) else ["", ""]
    yield Segment(f"{name}\t{len(selection)}\t")
    yield Segment("\t".join(dates), theme.DATE)
    yield Segment.line()

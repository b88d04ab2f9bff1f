"""Drawing the rows of a chart: histogram, axis, lanes, and the legend of signs."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.analysis.chart import Part
from timeline.text import listed
from timeline.views.layout import Glyphs, Word, sign_of, theme

if TYPE_CHECKING:
    from timeline.analysis.chart import Axis, Cells, Histogram, Peak, Tick

_ROWS = 4

_MOST_LISTED = 3

_APART = 3
"""The minimum width of a cell, in columns, that leaves a gap between two bars."""

Sign = tuple[str, Style]

_BLANK = (" ", theme.PLAIN)


class Drawing:
    """Draws the rows of one axis, after a margin; each cell takes `columns` columns.

    `most` is the count with the densest mark.
    """

    def __init__(self, axis: "Axis", columns: int, glyphs: Glyphs, margin: int, most: int) -> None:
        self._axis = axis
        self._wide = columns
        self._glyphs = glyphs
        self._margin = margin
        self._most = most
        # The signs drawn so far, which the legend explains.
        self._seen = Part(0)

    def histogram(
        self,
        counts: Sequence[int],
        highest: "Peak | None",
        label: str,
        *,
        unit_above: bool = False,
    ) -> Iterator[Segment]:
        """Yield columns in proportion to the counts, with the peak in a style of its own.

        Without a peak in calendar units, the highest columns are the peak. The count of the highest
        column is beside it, with its unit if the margin has room. With `unit_above`, they are on a
        line of their own if it has not.
        """
        most, levels = max(counts), self._glyphs.levels
        if not most:
            yield Segment(label, theme.QUIET)
            yield Segment.line()
            return
        if highest is not None:
            peak = set(highest.cells(self._axis))
        else:
            most_at_once = _highest(counts)
            peak = {cell for cell, count in enumerate(counts) if count == most_at_once}
        steps = len(levels)
        heights = [-(-count * _ROWS * steps // most) for count in counts]
        top = f"{most:,} in {self._axis.size}"
        if len(top) > self._margin:
            if unit_above:
                yield Segment(top, theme.QUIET)
                yield Segment.line()
            top = "" if unit_above else f"{most:,}"
        for row in reversed(range(_ROWS)):
            margin = top if row == _ROWS - 1 else label if not row else ""
            yield Segment(margin.rjust(self._margin) + "  ", theme.QUIET)
            signs = []
            for cell, height in enumerate(heights):
                style = theme.PEAK if cell in peak else theme.HEADING
                level = min(height - row * steps, steps)
                sign = (levels[level - 1], style) if level > 0 else _BLANK
                signs += self._bar(sign)
            yield from _row(signs)

    def scale(
        self, marked: Sequence["Tick"], stretch: range = range(0), here: range = range(0)
    ) -> Iterator[Segment]:
        """Yield the axis with its ticks, and their labels below it.

        The columns of a `stretch` of the axis are drawn thick, and those of `here` are marked.
        """
        columns = {tick.column for tick in marked}

        def sign(column: int) -> Sign:
            if column in here:
                return self._glyphs.here, theme.PEAK
            if column in stretch:
                return self._glyphs.surely, theme.HEADING
            tick = self._glyphs.tick if column in columns else self._glyphs.axis
            return tick, theme.QUIET

        yield Segment(" " * (self._margin + 2))
        yield from _row([sign(column) for column in range(self._axis.cells * self._wide)])
        labels = ""
        for tick in marked:
            labels = labels.ljust(tick.at) + tick.label
        yield Segment(" " * (self._margin + 2))
        yield Segment(labels.rstrip(), theme.DATE)
        yield Segment.line()

    def lane(self, cells: "Cells", style: Style, marked: Sequence["Tick"]) -> Iterator[Segment]:
        """Yield the cells of a lane, with marks for what extends beyond the axis."""
        grid = {tick.column for tick in marked}
        signs = [self._part(cells.parts[0], style)]
        for cell, (count, part) in enumerate(zip(cells.marks, cells.parts[1:-1], strict=True)):
            drawn = self._wide_part(part, style)
            if count:
                drawn = self._bar(self._mark(count, style))
            first = cell * self._wide
            signs += [
                (self._glyphs.grid, theme.QUIET) if sign == _BLANK and column in grid else sign
                for column, sign in enumerate(drawn, first)
            ]
        signs.append(self._part(cells.parts[-1], style))
        yield from _row(signs)

    def _bar(self, sign: Sign) -> list[Sign]:
        """Return a sign repeated over the columns of a cell; wide cells have a gap between them."""
        apart = self._wide >= _APART
        return [*[sign] * (self._wide - apart), *[_BLANK] * apart]

    def _mark(self, count: int, style: Style) -> Sign:
        return sign_of(count, self._most, self._glyphs.marks), style

    def _wide_part(self, part: int, style: Style) -> list[Sign]:
        """Return the signs of a cell in its columns; only one of them can be the start or end."""
        sign = self._part(part, style)
        inner = _BLANK if part & (Part.LATER | Part.UNKNOWN) else sign
        if part & (Part.BEGIN | Part.END):
            inner = (self._glyphs.surely, style)
        others = [inner] * (self._wide - 1)
        return [*others, sign] if part & Part.END else [sign, *others]

    def _part(self, part: int, style: Style) -> Sign:
        glyphs = self._glyphs
        for which, sign in (
            (Part.EARLIER, glyphs.earlier),
            (Part.LATER, glyphs.later),
            (Part.UNKNOWN, glyphs.uncertain),
            (Part.BLURRED, glyphs.approximate),
            (Part.BEGIN, glyphs.begin),
            (Part.END, glyphs.end),
            (Part.SURE, glyphs.surely),
            (Part.MAY, glyphs.maybe),
        ):
            if part & which:
                self._seen |= which
                return sign, style
        return _BLANK

    def legend(
        self, lanes: Sequence["Cells"], begun: "Histogram", highest: "Peak | None"
    ) -> Iterator[Word]:
        """Yield the legend of the signs that were drawn."""
        for text in self._of_peak(begun.counts, highest):
            yield Word(text, theme.PEAK)
        for text in self._of_signs(lanes):
            yield Word(text, theme.QUIET)
        if begun.unplaced:
            events = "event" if begun.unplaced == 1 else "events"
            note = f"{begun.unplaced:,} {events} not in the bars: the date is too imprecise"
            yield Word(note, theme.QUIET)

    def _of_signs(self, lanes: Sequence["Cells"]) -> Iterator[str]:
        yield from self._of_marks(lanes)
        glyphs = self._glyphs
        lasted = Part.BEGIN | Part.SURE | Part.END
        for which, text in (
            (lasted, f"{glyphs.begin}{glyphs.surely}{glyphs.end} lasted"),
            (Part.MAY, f"{glyphs.maybe * 3} at some time within"),
            (Part.BLURRED, f"{glyphs.approximate} approximate"),
            (Part.EARLIER, f"{glyphs.earlier} began earlier"),
            (Part.LATER, f"{glyphs.later} continues"),
            (Part.UNKNOWN, f"{glyphs.uncertain} start or end unknown"),
        ):
            if self._seen & which:
                yield text

    def _of_peak(self, counts: Sequence[int], highest: "Peak | None") -> Iterator[str]:
        if highest is not None:
            names = highest.names
            when = listed(names, "and") if len(names) <= _MOST_LISTED else f"{len(names):,} of them"
            yield f"most in a {highest.unit}: {highest.events:,} ({when})"
        elif most := _highest(counts):
            yield f"most at once: {most:,} in {self._axis.size}"

    def _of_marks(self, lanes: Sequence["Cells"]) -> Iterator[str]:
        if not self._most:
            return
        marks = self._glyphs.marks
        few = f"{self._mark(1, theme.PLAIN)[0]} 1 event, " if self._most > 1 else ""
        more = " or more" if any(max(cells.marks) > self._most for cells in lanes) else ""
        events = "event" if self._most == 1 and not more else "events"
        yield f"{few}{marks[-1]} {self._most:,}{more} {events} in {self._axis.size}"


def _highest(counts: Sequence[int]) -> int | None:
    """Return the highest count, None if all counts above 0 are the same."""
    most = max(counts)
    return most if most > min((count for count in counts if count), default=most) else None


def _row(signs: Sequence[Sign]) -> Iterator[Segment]:
    """Yield the signs of a row, one segment per run of a style, and the line end."""
    while signs and signs[-1] == _BLANK:
        signs = signs[:-1]
    for style, group in groupby(signs, key=lambda sign: sign[1]):
        yield Segment("".join(sign for sign, _ in group), style)
    yield Segment.line()

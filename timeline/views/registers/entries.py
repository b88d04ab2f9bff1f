"""The rows of a register: a table if there is room, otherwise a few lines for each entry."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from timeline.analysis import Bins, Occurrences
from timeline.dates import MONTHS, Day, EventDate, describe_day, describe_year
from timeline.views.layout import (
    GAP,
    Cell,
    Look,
    Word,
    beside,
    in_column,
    length,
    lines,
    paragraph,
    row,
    sign_of,
    spaced,
    theme,
)
from timeline.width import cells

_HEADS = ("Events", "Name", "First", "Last")
_WIDEST_DATE = len("28 Sep to 5 Oct 2014")
_SHORTEST_NAME = 20
_ENOUGH = 30
"""The minimum width of a column of descriptions, in cells; below it, they go under the names."""


class Entry(NamedTuple):
    """A row of a register: counts and dates, style, name and description."""

    of: Occurrences
    style: Style
    name: list[Word]
    about: list[Word]


def brief(entry: Entry, most: int, digits: int, look: Look) -> Iterator[Segment]:
    """Yield one line for an entry: count, sparkline and name; `most` is the highest bar of all."""
    bars = sparkline(entry.of.counts, most, look.glyphs.levels) if most else ""
    room = look.width - digits - len(bars) - 3 * GAP
    yield from row(
        [
            Cell([Word(f"{entry.of.count:,}", theme.PLAIN)], digits, right=True),
            Cell([Word(bars, entry.style)], len(bars)),
            Cell(_cut(entry.name, room, look), room),
        ]
    )


def _cut(name: list[Word], width: int, look: Look) -> list[Word]:
    """Return a name as one line of at most `width` cells."""
    first, *others = lines(name, width)
    if not others:
        return first
    text = " ".join(word.text for line in (first, *others) for word in line)
    (shown,) = in_column([text], width, look.glyphs)
    return [Word(shown.rstrip(), name[-1].style)]


class Entries:
    """Entries in a table, with a sparkline of the events in each of the `steps` of time, if any."""

    def __init__(self, entries: Sequence[Entry], steps: Bins | None, look: Look) -> None:
        self._entries = entries
        self._look = look
        self._most = max(max(one.of.counts, default=0) for one in entries)
        # A single bar shows no more than the count.
        self._steps = steps if steps and len(steps.days) > 1 and self._most else None
        self._digits = max(len(_HEADS[0]), *(len(f"{one.of.count:,}") for one in entries))
        dates = (_short(date) for one in entries for date in (one.of.first, one.of.last))
        self._dates = min(_WIDEST_DATE, max(len(_HEADS[2]), *map(cells, dates)))
        self._name = max(len(_HEADS[1]), *(length(one.name) for one in entries))
        room = look.width - self._digits - 2 * self._dates - 5 * GAP
        least = min(self._name, _SHORTEST_NAME)
        if self._steps and room - self._bars - GAP < least:
            self._steps = None
        self._room = room - (self._bars + GAP if self._steps else 0)
        self._is_table = self._room >= least

    @property
    def _bars(self) -> int:
        return len(self._steps.days) if self._steps else 0

    def rows(self) -> Iterator[Segment]:
        """Yield the column headings and the rows."""
        if not self._is_table:
            for entry in self._entries:
                yield from self._stacked(entry)
            return
        name = min(self._name, self._room)
        about = self._room - name - GAP
        events, called, first, last = ([Word(head, theme.QUIET)] for head in _HEADS)
        yield from row(self._cells(events, [], called, first, last, name))
        for entry in self._entries:
            columns = self._cells(
                [Word(f"{entry.of.count:,}", theme.PLAIN)],
                self._sparkline(entry),
                entry.name,
                self._look.words(_short(entry.of.first), theme.DATE),
                self._look.words(_short(entry.of.last), theme.DATE),
                name,
            )
            if about >= _ENOUGH:
                yield from row([*columns, Cell(entry.about, about)])
            else:
                yield from row(columns)
                indent = self._look.width - self._room - 2 * self._dates - 2 * GAP
                yield from paragraph(entry.about, indent, self._look.width)

    def _cells(
        self,
        events: list[Word],
        bars: list[Word],
        name: list[Word],
        first: list[Word],
        last: list[Word],
        width: int,
    ) -> list[Cell]:
        return [
            Cell(events, self._digits, right=True),
            *([Cell(bars, self._bars)] if self._steps else []),
            Cell(name, width),
            Cell(first, self._dates),
            Cell(last, self._dates),
        ]

    def _sparkline(self, entry: Entry) -> list[Word]:
        levels = self._look.glyphs.levels
        return [Word(sparkline(entry.of.counts, self._most, levels), entry.style)]

    def _stacked(self, entry: Entry) -> Iterator[Segment]:
        first, last = _short(entry.of.first), _short(entry.of.last)
        dates = first if entry.of.first == entry.of.last else f"first {first}, last {last}"
        content = spaced([entry.name, entry.about, self._look.words(f"({dates})", theme.QUIET)])
        count = [Word(f"{entry.of.count:,}".rjust(self._digits), theme.PLAIN)]
        yield from beside(count, content, self._digits + 2 * GAP, self._look.width)

    def of_bars(self) -> Iterator[str]:
        """Yield the legend for the bars."""
        if self._steps:
            steps = self._steps
            span = " to ".join(_side(steps, steps.days[side][side]) for side in (0, -1))
            each = f"{steps.number} {steps.unit}s" if steps.number > 1 else f"one {steps.unit}"
            most = f"{self._most:,} event{'s' if self._most > 1 else ''}"
            yield f"Each bar stands for {each}, from {span}; the highest is {most}."


def sparkline(counts: Sequence[int], most: int, levels: str) -> str:
    """Return one cell for each count: the highest level for `most`, a space for zero."""
    return "".join(sign_of(count, most, levels) if count else " " for count in counts)


def _short(date: EventDate) -> str:
    """Return a short form of a date: without the time of day, months in three letters."""
    names = "|".join(MONTHS)
    return re.sub(names, lambda found: found[0][:3], date.without_time().describe())


def _side(steps: Bins, number: int) -> str:
    """Return the first or last day of all steps, in the precision of the steps."""
    day = Day.from_ordinal(number)
    if steps.unit == "year":
        return describe_year(day.year)
    text = describe_day(day)
    return text.partition(" ")[2] if steps.unit == "month" else text

"""Questions side by side: a column of titles for each, on one time axis."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.chronology import Timeline
from timeline.query import Query
from timeline.search import FoundBy, Several
from timeline.views.events.rows import SHORT_DATES, EventRows
from timeline.views.layout import (
    GAP,
    Cell,
    Look,
    Word,
    files,
    legend,
    length,
    lines,
    of_dates,
    paragraph,
    row,
    theme,
    words,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_NARROWEST = 24
"""The minimum width of a column; with less room, numbers replace the columns."""

_RULE = 2
"""The minimum length of the rules around a title that columns share."""


_SHARE = 4
"""The numbers before a title have a column if that takes at most one in this many cells."""

_SHARED = "A title between rules is that of an event in all the columns that it spans."


class Beside:
    """The events of several questions in columns, by time. `asked` is what all questions share.

    The title of an event that neighbouring columns share stands between rules. On a terminal that
    is too narrow, numbers before each title say which questions find the event. In a pipe, tabs
    separate the date of an event, its id, and its title in the column of each question.
    """

    def __init__(
        self,
        timeline: Timeline,
        several: Several,
        asked: Query,
        columns: Sequence[Query],
        *,
        ids: bool = False,
    ) -> None:
        self._timeline = timeline
        self._several = several
        self._asked = asked
        self._columns = columns
        self._ids = ids

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        if not look.on_terminal:
            yield from self._tabbed(look)
            return
        width = (look.width - GAP - SHORT_DATES) // len(self._columns) - GAP
        has_columns = width >= _NARROWEST
        yield from self._header(look)
        yield from self._heads(look, width if has_columns else None)
        rows = EventRows(self._timeline, look, by_year=True)
        notes: dict[str, None] = {}
        for year in self._several.years():
            yield from rows.heading(year.label, year.number)
            for one in year.events:
                title = self._title(one, look)
                if has_columns:
                    yield from _row(one, rows.date(one.event), title, width, look)
                else:
                    numbers = _numbers(one.finds)
                    if len(numbers) > look.width // _SHARE:
                        yield from rows.titled(one.event, [*words(numbers, theme.PLAIN), *title])
                    else:
                        yield from rows.titled(one.event, title, f"{numbers}  ")
                if has_columns and sum(one.finds) > 1:
                    notes[_SHARED] = None
        yield from legend(look, [*of_dates(rows.signs, look), *notes])

    def _header(self, look: Look) -> Iterator[Segment]:
        """Yield the title, then one line with the files, the question and the number of events."""
        yield from paragraph(look.words(self._timeline.title, theme.TITLE), 0, look.width)
        shown, found = len(self._several), self._several.matching
        facts = [
            files(self._timeline),
            str(self._asked),
            f"{found:,} of {self._several.total:,} events",
        ]
        if shown < found:
            facts[-1] = f"{shown:,} of {found:,} matching events"
        line = f" {look.glyphs.dot} ".join(filter(None, facts))
        yield from paragraph(look.words(line, theme.QUIET), 0, look.width)

    def _heads(self, look: Look, width: int | None) -> Iterator[Segment]:
        """Yield the questions with their numbers of events, above columns or as a numbered list."""
        yield Segment.line()
        heads = [
            [
                *look.words(str(one), theme.HEADING),
                *look.words(f"({len(found):,})", theme.QUIET),
            ]
            for one, found in zip(self._columns, self._several.selections, strict=True)
        ]
        if width is not None:
            cells = [Cell(head, width) for head in heads]
            yield from row([Cell([], SHORT_DATES), *cells], at_bottom=True)
            return
        digits = len(str(len(heads)))
        for number, head in enumerate(heads, start=1):
            yield from paragraph(head, 0, look.width, f"  {number:>{digits}}  ")

    def _title(self, one: FoundBy, look: Look) -> list[Word]:
        style = theme.TITLE if sum(one.finds) > 1 else theme.PLAIN
        title = look.words(one.event.title, style)
        return title + look.words(f"({one.event.id})", theme.QUIET) if self._ids else title

    def _tabbed(self, look: Look) -> Iterator[Segment]:
        heads = ("date", "id", *(look.text(str(one)) for one in self._columns))
        yield Segment("\t".join(heads) + "\n")
        for year in self._several.years():
            for event, finds in year.events:
                title = look.text(event.title)
                titles = (title if found else "" for found in finds)
                fields = (look.text(event.date.text), look.text(event.id), *titles)
                yield Segment("\t".join(fields) + "\n")


def _numbers(finds: Sequence[bool]) -> str:
    """Return the numbers of the questions that find an event, with a space for each other one."""
    numbers = enumerate(finds, start=1)
    return " ".join(str(number) if found else " " * len(str(number)) for number, found in numbers)


def _row(
    one: FoundBy, date: list[Word], title: list[Word], width: int, look: Look
) -> Iterator[Segment]:
    """Yield the row of an event. A date that is too wide for its column gets a line of its own."""
    if length(date) > SHORT_DATES:
        yield from paragraph(date, GAP, look.width)
        date = []
    yield from row([Cell(date, SHORT_DATES), *_cells(one, title, width, look)])


def _cells(one: FoundBy, title: list[Word], width: int, look: Look) -> Iterator[Cell]:
    """Yield the title of an event in each column or across several."""
    for found, columns in groupby(one.finds):
        number = len(list(columns))
        across = number * (width + GAP) - GAP
        if found and number > 1:
            yield Cell(_ruled(title, across, look), across)
        else:
            yield from (Cell(title if found else [], width) for _ in range(number))


def _ruled(title: list[Word], width: int, look: Look) -> Iterator[Word]:
    """Yield a title in lines of exactly this width, with a rule before and after each line."""
    rule = look.glyphs.rule
    for line in lines(title, width - 2 * (_RULE + 1)):
        yield Word(rule * _RULE, theme.QUIET)
        yield from line
        yield Word(rule * (width - _RULE - 2 - length(line)), theme.QUIET)

"""The saved questions of a chronology: how many events each finds, its name and its words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis import SavedAnswer
from timeline.chronology import Timeline
from timeline.query import Alternative, Field
from timeline.views.layout import GAP, Cell, Look, Word, beside, length, row, spaced, theme

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_HEADS = ("Events", "Name", "Question")
_ENOUGH = 30
"""The minimum width of the column of questions, in cells; below it, they go under the names."""


class SavedQuestions:
    """Saved questions, as a table if there is room.

    In a pipe, tabs separate the fields: events, name, question, first and last date.
    """

    def __init__(self, timeline: Timeline, answers: Sequence[SavedAnswer]) -> None:
        self._timeline = timeline
        self._answers = answers

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        if not look.on_terminal:
            yield from self._plain(look)
            return
        if not self._answers:
            return
        names = [_name(one, look) for one in self._answers]
        counts = [_count(one) for one in self._answers]
        digits = max(len(_HEADS[0]), *map(len, counts))
        name = max(len(_HEADS[1]), *map(length, names))
        room = look.width - digits - name - 3 * GAP
        heads = [[Word(head, theme.QUIET)] for head in _HEADS]
        if room < _ENOUGH:
            events, *others = heads
            yield from beside(events, spaced(others), digits + 2 * GAP, look.width)
            for one, called, count in zip(self._answers, names, counts, strict=True):
                content = spaced([called, _question(one, look)])
                first = [Word(count.rjust(digits), theme.PLAIN)]
                yield from beside(first, content, digits + 2 * GAP, look.width)
            return
        yield from self._row(heads, (digits, name, room))
        for one, called, count in zip(self._answers, names, counts, strict=True):
            columns = [[Word(count, theme.PLAIN)], called, _question(one, look)]
            yield from self._row(columns, (digits, name, room))

    def _row(
        self, columns: Sequence[list[Word]], widths: tuple[int, int, int]
    ) -> Iterator[Segment]:
        first, *others = zip(columns, widths, strict=True)
        yield from row([Cell(*first, right=True), *(Cell(*one) for one in others)])

    def _plain(self, look: Look) -> Iterator[Segment]:
        for one in self._answers:
            dates = [date.text for date in one.span] if one.span else ["", ""]
            count = "" if one.events is None else str(one.events)
            fields = [count, one.name, one.question, *dates]
            yield Segment("\t".join(map(look.text, fields)))
            yield Segment.line()


def _name(one: SavedAnswer, look: Look) -> list[Word]:
    """Return the name as a term of a question."""
    return look.words(str(Alternative(Field.QUESTION, one.name)), theme.TITLE)


def _count(one: SavedAnswer) -> str:
    return "-" if one.events is None else f"{one.events:,}"


def _question(one: SavedAnswer, look: Look) -> list[Word]:
    question = look.words(one.question, theme.PLAIN)
    return [*question, *look.words(f" ({one.error})", theme.QUIET)] if one.error else question

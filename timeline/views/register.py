"""The registers: who or what occurs, how often, and when."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.analysis.bins import Bins, bins_of
from timeline.analysis.occurrences import occurrences
from timeline.chronology import Timeline
from timeline.dates.event_date import Day
from timeline.dates.wording import day_text
from timeline.model import Facet
from timeline.search.selection import Selection
from timeline.views.chronology import tag_words
from timeline.views.layout import theme
from timeline.views.layout.legend import legend
from timeline.views.layout.lines import UNLIMITED, Word, beside, spaced, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions


class Register(ABC):
    """Counts, names, and the dates of the first and the last event of each.

    On a terminal a line of bars shows how the events lie between the first and the last of all.
    """

    _facet: Facet

    def __init__(self, timeline: Timeline, selection: Selection) -> None:
        self._timeline = timeline
        self._selection = selection

    @abstractmethod
    def _style(self, identifier: str, look: theme.Theme) -> Style:
        """Return the style of one."""

    def _signs(self, identifiers: Sequence[str], look: theme.Theme) -> list[str]:
        """Return the glyphs that stand at these."""
        return []

    @abstractmethod
    def _facts(self, identifier: str, look: theme.Theme, width: int) -> list[list[Word]]:
        """Return what is said of one: how it is called, and what it is."""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        look = theme.Theme(self._timeline, ascii_only=options.ascii_only)
        steps = bins_of(self._selection) if width < UNLIMITED else None
        if steps and len(steps.days) == 1:
            # One bar shows nothing that the count does not.
            steps = None
        listed = occurrences(self._selection, self._facet, steps)
        # Into a pipe go numbers that other programs can read.
        counts = [f"{one.count:,}" if width < UNLIMITED else str(one.count) for one in listed]
        digits = max(map(len, counts), default=1) if width < UNLIMITED else 0
        indent = digits + 4
        if steps:
            indent += len(steps.days) + 2
        for count, one in zip(counts, listed, strict=True):
            dates = one.first.describe()
            if one.last != one.first:
                dates = f"first {dates}, last {one.last.describe()}"
            margin = [Word(count.rjust(digits), theme.DATE)]
            if steps:
                # The space before a word, and one that is joined.
                levels = Word(" " + sparkline(one.counts, look.glyphs.levels), theme.PLAIN)
                margin.append(levels._replace(style=self._style(one.id, look)))
            facts = [*self._facts(one.id, look, width), words(f"({dates})", theme.QUIET)]
            yield from beside(margin, spaced(facts), indent, width)
        signs = self._signs([one.id for one in listed], look)
        yield from legend(signs, look, width, *(_of_bars(steps, look) if steps else ()))


def _of_bars(steps: Bins, look: theme.Theme) -> Iterator[str]:
    """Yield what the legend says of the bars over time."""
    first, last = steps.days[0][0], steps.days[-1][1]
    span = " to ".join(day_text(Day.from_ordinal(side)) for side in (first, last))
    each = f"{steps.number} {steps.unit}s" if steps.number > 1 else f"a {steps.unit}"
    lowest, highest = look.glyphs.levels[0], look.glyphs.levels[-1]
    yield f"{lowest}{highest} {each} each, a scale for each line, {span}"


def sparkline(counts: Sequence[int], levels: str) -> str:
    """Return a bar of one cell for each count, the highest for the most, a space for none."""
    most = max(counts, default=0)
    return "".join(theme.sign_of(count, most, levels) if count else " " for count in counts)


class ActorRegister(Register):
    """Who acts: kind and name, id, role."""

    _facet = Facet.ACTOR

    def _style(self, identifier: str, look: theme.Theme) -> Style:
        return look.actor(identifier)

    def _signs(self, identifiers: Sequence[str], look: theme.Theme) -> list[str]:
        return [look.glyphs.of_kind(self._timeline.actor(one).kind) for one in identifiers]

    def _facts(self, identifier: str, look: theme.Theme, width: int) -> list[list[Word]]:
        actor = self._timeline.actor(identifier)
        return [
            [*look.kind(actor, width), *words(actor.name, theme.TITLE)],
            # Off a terminal each fact has its place.
            words(actor.id, theme.QUIET) if width >= UNLIMITED or actor.id != actor.name else [],
            words(actor.role, theme.PLAIN),
        ]


class TagRegister(Register):
    """The themes: tag and what it means."""

    _facet = Facet.TAG

    def _style(self, identifier: str, look: theme.Theme) -> Style:
        return look.tag(identifier)

    def _facts(self, identifier: str, look: theme.Theme, width: int) -> list[list[Word]]:
        return [
            tag_words(look, (identifier,)),
            words(self._timeline.tag(identifier).description, theme.PLAIN),
        ]

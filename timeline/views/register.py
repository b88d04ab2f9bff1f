"""The registers: who or what occurs, how often, and from when to when."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.library import Timeline
from timeline.selection import Occurrences
from timeline.views import theme
from timeline.views.chronology import tag_words
from timeline.views.layout import UNLIMITED, Word, beside, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions


class Register(ABC):
    """Counts, names, and the dates of the first and the last event of each."""

    def __init__(self, timeline: Timeline, listed: Sequence[Occurrences]) -> None:
        self._timeline = timeline
        self._listed = listed

    @abstractmethod
    def _facts(self, identifier: str, look: theme.Theme, width: int) -> list[list[Word]]:
        """Return what is said of one: how it is called, and what it is."""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        look = theme.Theme(self._timeline.index, ascii_only=options.ascii_only)
        counts = [f"{one.count:,}" for one in self._listed]
        digits = max(map(len, counts), default=1) if width < UNLIMITED else 0
        for count, one in zip(counts, self._listed, strict=True):
            dates = one.first.describe()
            if one.last != one.first:
                dates = f"first {dates}, last {one.last.describe()}"
            margin = [Word(count.rjust(digits), theme.DATE)]
            facts = [*self._facts(one.id, look, width), words(f"({dates})", theme.QUIET)]
            # An empty word makes the space wider that tells one fact from the next.
            gap = Word("", theme.PLAIN)
            content = [word for fact in facts if fact for word in (gap, *fact)][1:]
            yield from beside(margin, content, digits + 4, width)


class ActorRegister(Register):
    """Who acts: kind and name, id, role."""

    def _facts(self, identifier: str, look: theme.Theme, width: int) -> list[list[Word]]:
        actor = self._timeline.index.actor(identifier)
        return [
            [*look.kind(actor, width), *words(actor.name, theme.TITLE)],
            words(actor.id, theme.QUIET),
            words(actor.role, theme.PLAIN),
        ]


class TagRegister(Register):
    """The themes: tag and what it means."""

    def _facts(self, identifier: str, look: theme.Theme, width: int) -> list[list[Word]]:
        return [
            tag_words(look, (identifier,)),
            words(self._timeline.index.tag(identifier).description, theme.PLAIN),
        ]

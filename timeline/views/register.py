"""The register: who or what occurs, how often, and from when to when."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from timeline.selection import Occurrences
from timeline.views import theme
from timeline.views.layout import UNLIMITED, Word, beside, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions


class Listed(NamedTuple):
    """One line of a register: what is counted, how it is called, and what it is."""

    occurrences: Occurrences
    name: list[Word]
    id: str
    note: str


class Register:
    """Counts, names, and the dates of the first and the last event of each."""

    def __init__(self, listed: Sequence[Listed]) -> None:
        self._listed = listed

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        counts = [f"{one.occurrences.count:,}" for one in self._listed]
        digits = max(map(len, counts), default=1) if width < UNLIMITED else 0
        for count, one in zip(counts, self._listed, strict=True):
            first, last = one.occurrences.first, one.occurrences.last
            dates = first.describe()
            if last != first:
                dates = f"first {dates}, last {last.describe()}"
            margin = [Word(count.rjust(digits), theme.DATE)]
            facts = [
                one.name,
                words(one.id, theme.QUIET),
                words(one.note, theme.PLAIN),
                words(f"({dates})", theme.QUIET),
            ]
            # An empty word makes the space wider that tells one fact from the next.
            gap = Word("", theme.PLAIN)
            content = [word for fact in facts if fact for word in (gap, *fact)][1:]
            yield from beside(margin, content, digits + 4, width)

"""The card: all that one event holds, and what stands around it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from timeline.chronology import Timeline
from timeline.dates.elapsed import ago, lasted
from timeline.dates.event_date import Day, EventDate
from timeline.model import Event, Source
from timeline.text import visible
from timeline.views.chronology import tag_words
from timeline.views.layout import theme
from timeline.views.layout.legend import legend
from timeline.views.layout.lines import UNLIMITED, Word, beside, joined, listing, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_INDENT = 15


class Card:
    """One event: its date and how long ago that is, summary, actors, sources and neighbours.

    With `hyperlinks` the titles of sources lead to their addresses, which are left out then.
    """

    def __init__(
        self, timeline: Timeline, event: Event, today: Day, *, hyperlinks: bool = False
    ) -> None:
        self._timeline = timeline
        self._event = event
        self._today = today
        self._hyperlinks = hyperlinks

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        event, timeline = self._event, self._timeline
        look = theme.Theme(timeline, ascii_only=options.ascii_only)
        yield from beside([], words(event.title, theme.TITLE), 0, width)
        yield from self._row("Date", self._date(), width)
        yield from self._row("Id", words(event.id, theme.PLAIN), width)
        if event.summary:
            yield Segment.line()
            for paragraph in event.summary.split("\n\n"):
                yield from beside([], words(paragraph, theme.PLAIN), 2, width)
        yield Segment.line()
        for actor in event.actors:
            found = timeline.actor(actor)
            role = words(found.role, theme.QUIET)
            yield from self._row(
                "Actors" if actor == event.actors[0] else "",
                [
                    *look.kind(found, width),
                    *words(found.name + ("," if role else ""), theme.PLAIN),
                    *role,
                ],
                width,
            )
        yield from self._row("Places", listing(event.places, theme.PLAIN), width)
        yield from self._row("Tags", tag_words(look, event.tags), width)
        for heading, neighbours in self._around():
            for number, neighbour in enumerate(neighbours):
                yield from self._row("" if number else heading, self._neighbour(neighbour), width)
        for number, source in enumerate(event.sources, 1):
            yield from self._source(number, source, width)
        kinds = (timeline.actor(actor).kind for actor in event.actors)
        yield from legend(map(look.glyphs.of_kind, kinds), look, width)

    def _row(self, heading: str, content: list[Word], width: int) -> Iterator[Segment]:
        if content:
            yield from beside(words(heading, theme.HEADING), content, _INDENT, width)

    def _address(self, address: str, style: Style, width: int) -> Iterator[Segment]:
        """Yield an address in one piece: one that is too long is left to the terminal to wrap."""
        indent = 4 if width >= UNLIMITED else _INDENT
        if indent + cell_len(address) > width:
            indent = 0
        yield Segment(" " * indent)
        yield Segment(visible(address), style)
        yield Segment.line()

    def _date(self) -> list[Word]:
        date = self._event.date
        facts = [lasted(date, self._today)]
        # How long something has gone on says when it began.
        if not (date.ongoing and facts[0]):
            facts.append(ago(date, self._today))
        about = ", ".join(fact for fact in facts if fact)
        return [
            *words(date.describe(), theme.DATE),
            *words(f"({about})" if about else "", theme.QUIET),
        ]

    def _around(self) -> Iterator[tuple[str, list[Event]]]:
        timeline, event = self._timeline, self._event
        yield "Follows", timeline.causes(event)
        yield "Followed by", timeline.followers(event)
        before, after = timeline.neighbours(event)
        yield "Just before", [before] if before else []
        yield "Just after", [after] if after else []

    def _neighbour(self, event: Event) -> list[Word]:
        return [
            *words(event.date.describe() + ",", theme.DATE),
            *words(event.title, theme.PLAIN),
            *words(f"({event.id})", theme.QUIET),
        ]

    def _source(self, number: int, source: Source, width: int) -> Iterator[Segment]:
        link = theme.linked(source.url) if self._hyperlinks and source.url else None
        date = EventDate.parse(source.date).describe() if source.date else ""
        parts = [
            words(source.title, link or theme.PLAIN),
            words(source.publisher, theme.PLAIN),
            words(date, theme.PLAIN),
        ]
        told = [part for part in parts if part] or [words(source.url, link or theme.PLAIN)]
        content = [Word(f"{number}.", theme.QUIET), *joined(told)]
        yield from self._row("Sources" if number == 1 else "", content, width)
        is_shown = link and source.title
        if source.url and not is_shown and (source.title or source.publisher or date):
            yield from self._address(source.url, link or theme.QUIET, width)


class Cards:
    """The cards of several events, one under the other."""

    def __init__(
        self,
        timeline: Timeline,
        events: Sequence[Event],
        today: Day,
        *,
        hyperlinks: bool = False,
    ) -> None:
        self._cards = [Card(timeline, event, today, hyperlinks=hyperlinks) for event in events]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        for number, card in enumerate(self._cards):
            if number:
                yield Segment.line()
            yield from card.__rich_console__(console, options)

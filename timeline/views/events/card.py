"""A card: everything about one event, and its neighbours."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.analysis import roles_at
from timeline.chronology import Timeline
from timeline.dates import Day, EventDate, time_ago, time_lasted
from timeline.model import Event, Facet, Source
from timeline.views.layout import (
    Look,
    Word,
    beside,
    joined,
    legend,
    of_kinds,
    paragraph,
    prose,
    theme,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

EVENT = "event"
"""The kind of a target that is an event."""

_INDENT = 15


class Card:
    """One event: date, how long ago it was, summary, actors, sources and neighbours.

    With `hyperlinks`, titles of sources are links, and their addresses are not printed. With
    `targets`, the texts of actors, places, tags and events have their kinds and ids as a target.
    """

    def __init__(
        self,
        timeline: Timeline,
        event: Event,
        today: Day,
        *,
        hyperlinks: bool = False,
        targets: bool = False,
    ) -> None:
        self._timeline = timeline
        self._event = event
        self._today = today
        self._hyperlinks = hyperlinks
        self._targets = targets

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        event = self._event
        look = Look(self._timeline, console, options)
        yield from paragraph(look.words(event.title, theme.TITLE), 0, look.width)
        yield from _row("Date", self._date(look), look)
        yield from _row("ID", look.words(event.id, theme.PLAIN), look)
        if event.summary:
            yield Segment.line()
            yield from prose(event.summary, theme.PLAIN, 2, look)
        if details := list(self._details(look)):
            yield Segment.line()
            yield from details
        if event.sources and look.on_terminal:
            yield Segment.line()
        for number, source in enumerate(event.sources, 1):
            if number > 1 and look.on_terminal:
                yield Segment.line()
            yield from source_rows(number, source, look, hyperlinks=self._hyperlinks)
        kinds = {self._timeline.actor(actor).kind for actor in event.actors}
        yield from legend(look, of_kinds(kinds, look))

    def _details(self, look: Look) -> Iterator[Segment]:
        event = self._event
        kinds = {self._timeline.actor(actor).kind for actor in event.actors}
        for number, (actor, style) in enumerate(look.actors(event.actors)):
            # Without any kind, the column of signs would be empty.
            sign = look.kind(actor, style) if kinds != {None} else []
            role = look.words(roles_at(actor, event.date.span), theme.QUIET)
            name = look.words(actor.name, self._to(Facet.ACTOR, actor.id))
            about = joined([name, role]) if role else name
            yield from _row("" if number else "Actors", [*sign, *about], look)
        places = joined(look.words(one, self._to(Facet.PLACE, one)) for one in event.places)
        yield from _row("Places", places, look)
        tags = look.tags(event.tags, lambda style, tag: self._to(Facet.TAG, tag, style))
        yield from _row("Tags", tags, look)
        for heading, neighbours in self._around():
            for number, neighbour in enumerate(neighbours):
                words = _neighbour(neighbour, self._to(EVENT, neighbour.id), look)
                yield from _row("" if number else heading, words, look)

    def _to(self, kind: str, identifier: str, style: Style = theme.PLAIN) -> Style:
        return theme.targeted(style, kind, identifier) if self._targets else style

    def _date(self, look: Look) -> list[Word]:
        date = self._event.date
        facts = [time_lasted(date, self._today)]
        # How long an ongoing event has lasted already says when it began.
        if not (date.ongoing and facts[0]):
            facts.append(time_ago(date, self._today))
        about = ", ".join(fact for fact in facts if fact)
        return [
            *look.words(date.describe(), theme.DATE),
            *look.words(f"({about})" if about else "", theme.QUIET),
        ]

    def _around(self) -> Iterator[tuple[str, list[Event]]]:
        timeline, event = self._timeline, self._event
        yield "Follows", timeline.causes(event)
        yield "Followed by", timeline.followers(event)
        before, after = timeline.neighbours(event)
        yield "Just before", [before] if before else []
        yield "Just after", [after] if after else []


def source_rows(
    number: int, source: Source, look: Look, *, hyperlinks: bool = False
) -> Iterator[Segment]:
    """Yield the lines of a source; with `hyperlinks`, its title is a link."""
    link = theme.linked(source.url) if hyperlinks and source.url else None
    date = EventDate.parse(source.date).describe() if source.date else ""
    facts = [
        look.words(source.title, link or theme.PLAIN),
        look.words(source.publisher, theme.PLAIN),
        look.words(date, theme.PLAIN),
    ]
    content = joined(fact for fact in facts if fact)
    is_shown = not source.url or (link and source.title)
    if not content and source.url:
        content, is_shown = _address(source.url, link or theme.PLAIN, look), True
    below = [] if is_shown else [_address(source.url, link or theme.QUIET, look)]
    if source.archive:
        below.append(_archived(source.archive, look, hyperlinks=hyperlinks))
    lead = f"{number}. "
    yield from _row("" if number > 1 else "Sources", content or below.pop(0), look, lead)
    indent = _INDENT + len(lead) if look.on_terminal else 4
    for line in below:
        yield from paragraph(line, indent, look.width)


def _archived(address: str, look: Look, *, hyperlinks: bool) -> list[Word]:
    if hyperlinks:
        return look.words("archived copy", theme.linked(address) or theme.QUIET)
    return [*look.words("archived at", theme.QUIET), *_address(address, theme.QUIET, look)]


def _row(heading: str, content: list[Word], look: Look, lead: str = "") -> Iterator[Segment]:
    if not content:
        return
    if heading:
        margin = look.words(heading, theme.HEADING)
        yield from beside(margin, content, _INDENT, look.width, lead=lead)
    else:
        yield from paragraph(content, _INDENT if look.on_terminal else 4, look.width, lead)


def _neighbour(event: Event, style: Style, look: Look) -> list[Word]:
    return [
        *look.words(event.date.describe() + ",", theme.DATE),
        *look.words(event.title, style),
        *look.words(f"({event.id})", theme.QUIET),
    ]


def _address(address: str, style: Style, look: Look) -> list[Word]:
    """Return an address as joined words, so that it breaks between its parts."""
    parts = re.findall(r"(?:\w+://)?[^/?&=_-]*[/?&=_-]+|[^/?&=_-]+", look.text(address))
    return [Word(part, style, joined=number > 0) for number, part in enumerate(parts)]


class Cards:
    """The cards of several events, one below the other."""

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

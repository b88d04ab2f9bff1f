"""Registers: lists of actors, tags, places or publishers, with event counts and dates."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.analysis import Occurrences, bins_of, occurrences, roles_in
from timeline.chronology import Timeline
from timeline.model import Actor, Facet
from timeline.search import Selection
from timeline.text import slug
from timeline.views.layout import Look, Word, header, legend, of_kinds, paragraph, theme
from timeline.views.registers.entries import Entries, Entry

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions


class Register(ABC):
    """A list of names, each with its number of events and its first and last date.

    On a terminal it is a table with a sparkline for each name. In a pipe, tabs separate the fields,
    and dates are printed as written in the file. `limit` is the maximum number of names.
    """

    facet: Facet
    """What is listed."""

    def __init__(self, timeline: Timeline, selection: Selection, limit: int | None = None) -> None:
        self._timeline = timeline
        self._selection = selection
        self._limit = limit

    @abstractmethod
    def _fields(self, identifier: str) -> list[str]:
        """Return the fields for a pipe, the id first."""

    @abstractmethod
    def _style(self, identifier: str, look: Look) -> Style:
        """Return the style of a name."""

    @abstractmethod
    def _name(self, identifier: str, style: Style, look: Look) -> list[Word]:
        """Return the name to show."""

    @abstractmethod
    def _about(self, identifier: str, look: Look) -> list[Word]:
        """Return a short description."""

    def _signs(self, listed: list[Occurrences], look: Look) -> Iterator[str]:
        """Yield the legend for the signs before the names."""
        yield from ()

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        if not look.on_terminal:
            yield from self._plain(occurrences(self._selection, self.facet)[: self._limit], look)
            return
        bins = bins_of(self._selection)
        every = occurrences(self._selection, self.facet, bins)
        listed = every[: self._limit]
        if not listed:
            return
        yield from header(self._timeline, self._selection, look)
        yield Segment.line()
        total = f"{len(every):,} {self.facet}{'s' if len(every) > 1 else ''}"
        if len(listed) < len(every):
            total = f"{len(listed):,} of {total}"
        yield from paragraph(look.words(total, theme.HEADING), 0, look.width)
        entries = Entries(self.entries(listed, look), bins, look)
        yield from entries.rows()
        yield from legend(look, [*self._signs(listed, look), *entries.of_bars()])

    def entries(self, listed: Sequence[Occurrences], look: Look) -> list[Entry]:
        """Return the names as entries; neighbours have different colours."""
        styles = theme.apart(self._style(one.id, look) for one in listed)
        return [
            Entry(one, style, self._name(one.id, style, look), self._about(one.id, look))
            for one, style in zip(listed, styles, strict=True)
        ]

    def _plain(self, listed: list[Occurrences], look: Look) -> Iterator[Segment]:
        for one in listed:
            name, *others = self._fields(one.id)
            yield Segment(f"{one.count}\t")
            yield Segment(look.text(name), self._style(one.id, look))
            for field in (*others, one.first.text, one.last.text):
                yield Segment(f"\t{look.text(field)}")
            yield Segment.line()


class ActorRegister(Register):
    """Actors, with their kind, name and role.

    The fields in a pipe: events, id, name, kind, role, first and last date.
    """

    facet = Facet.ACTOR

    def _fields(self, identifier: str) -> list[str]:
        actor = self._timeline.actor(identifier)
        return [actor.id, actor.name, str(actor.kind or ""), self._role(actor)]

    def _style(self, identifier: str, look: Look) -> Style:
        return look.actor(identifier)

    def _name(self, identifier: str, style: Style, look: Look) -> list[Word]:
        actor = self._timeline.actor(identifier)
        return [*look.kind(actor, style), *look.words(actor.name, theme.TITLE)]

    def _about(self, identifier: str, look: Look) -> list[Word]:
        actor = self._timeline.actor(identifier)
        # Most ids can be derived from the name.
        is_plain = actor.id in (actor.name, slug(actor.name))
        identifier_words = look.words("" if is_plain else f"({actor.id})", theme.QUIET)
        return [*look.words(self._role(actor), theme.PLAIN), *identifier_words]

    def _role(self, actor: Actor) -> str:
        return self._roles.get(actor.id, actor.titles)

    @cached_property
    def _roles(self) -> dict[str, str]:
        return roles_in(self._selection)

    def _signs(self, listed: list[Occurrences], look: Look) -> Iterator[str]:
        yield from of_kinds({self._timeline.actor(one.id).kind for one in listed}, look)


class TagRegister(Register):
    """Tags, with their descriptions.

    The fields in a pipe: events, tag, description, first and last date.
    """

    facet = Facet.TAG

    def _fields(self, identifier: str) -> list[str]:
        return [identifier, self._timeline.tag(identifier).description]

    def _style(self, identifier: str, look: Look) -> Style:
        return look.tag(identifier)

    def _name(self, identifier: str, style: Style, look: Look) -> list[Word]:
        return look.marked(identifier, style)

    def _about(self, identifier: str, look: Look) -> list[Word]:
        return look.words(self._timeline.tag(identifier).description, theme.PLAIN)


class NameRegister(Register):
    """Names of which nothing else is known.

    The fields in a pipe: events, name, first and last date.
    """

    def _fields(self, identifier: str) -> list[str]:
        return [identifier]

    def _style(self, identifier: str, look: Look) -> Style:
        return theme.PLAIN

    def _name(self, identifier: str, style: Style, look: Look) -> list[Word]:
        return look.words(identifier, theme.TITLE)

    def _about(self, identifier: str, look: Look) -> list[Word]:
        return []


class PlaceRegister(NameRegister):
    """Places."""

    facet = Facet.PLACE


class SourceRegister(NameRegister):
    """Publishers of sources."""

    facet = Facet.PUBLISHER


def register_of(
    timeline: Timeline, selection: Selection, facet: Facet, limit: int | None = None
) -> Register:
    """Return the register of a kind of name."""
    kinds = (ActorRegister, TagRegister, PlaceRegister, SourceRegister)
    (kind,) = (one for one in kinds if one.facet is facet)
    return kind(timeline, selection, limit)

"""The actors and tags of an event, printed below its title."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.chronology import Timeline
from timeline.model import Event, Neighbour
from timeline.search import Selection
from timeline.text import listed
from timeline.views.layout import Look, Word, joined, length, paragraph, spaced, theme

if TYPE_CHECKING:
    from timeline.dates import Spans

_FEW = 5
"""With fewer events than this, all actors are named."""


def usual_actors(selection: Selection) -> tuple[str, ...]:
    """Return the ids of actors in nearly all events found; none if few events were found."""
    if len(selection) < _FEW:
        return ()
    from timeline.analysis import actors_in_nearly_all

    return actors_in_nearly_all(selection)


class About:
    """Prints the actors and tags of events, indented by `indent`.

    The `usual` actors are not named; an event without one of them has a remark, `(without Russia)`.
    """

    def __init__(
        self, timeline: Timeline, look: Look, indent: int, usual: Sequence[str] = ()
    ) -> None:
        self._timeline = timeline
        self._look = look
        self._indent = indent
        self._usual = usual
        self._acting = cache(self._all_acting)
        self._name = cache(self._words_of_name)

    def below(self, event: Event) -> Iterator[Segment]:
        """Yield the actors and tags of an event, the tags on lines of their own if needed."""
        look = self._look
        names = [self._name(name) for name in event.actors if name not in self._usual]
        actors = joined(names)
        if self._usual:
            actors = spaced([actors, self._without(event)])
        tags = look.tags(event.tags)
        if isinstance(event, Neighbour):
            tags = [word._replace(style=theme.QUIET) for word in tags]
        both = spaced([actors, tags])
        rows = [both] if self._indent + length(both) <= look.width else [actors, tags]
        for row in rows:
            yield from paragraph(row, self._indent, look.width)

    def _words_of_name(self, actor: str) -> list[Word]:
        return self._look.words(self._timeline.actor(actor).name, theme.QUIET)

    def _without(self, event: Event) -> list[Word]:
        missing = [
            self._timeline.actor(name).name
            for name in self._usual
            if not self._acts_in(event, name)
        ]
        if not missing:
            return []
        return self._look.words(f"(without {listed(missing)})", theme.QUIET)

    def _acts_in(self, event: Event, name: str) -> bool:
        """Return whether an actor, or one who may act for it at the date, is in an event."""
        from timeline.dates import ALWAYS, overlap

        acting = self._acting(name)
        days = [acting[one] for one in event.actors if one in acting]
        if not days or ALWAYS in days:
            return bool(days)
        return any(overlap(spans, *event.date.span) for spans in days)

    def _all_acting(self, name: str) -> "Mapping[str, Spans]":
        # Only lists in which actors are in nearly all events need it.
        from timeline.index import acting_for

        return acting_for(self._timeline.index, name)

"""The actors and tags of an event, printed below its title."""

from collections.abc import Iterator, Sequence
from functools import cache

from rich.segment import Segment

from timeline.chronology import Timeline
from timeline.model import Event, Neighbour
from timeline.search import Selection
from timeline.text import listed
from timeline.views.layout import Look, Word, joined, length, paragraph, spaced, theme

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

    The `usual` actors are not named; an event without one of them says so.
    """

    def __init__(
        self, timeline: Timeline, look: Look, indent: int, usual: Sequence[str] = ()
    ) -> None:
        self._timeline = timeline
        self._look = look
        self._indent = indent
        self._usual = usual
        self._acts_for = cache(self._all_acted_for)
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
        acting = {one for name in event.actors for one in self._acts_for(name)}
        missing = [self._timeline.actor(name).name for name in self._usual if name not in acting]
        if not missing:
            return []
        return self._look.words(f"(without {listed(missing)})", theme.QUIET)

    def _all_acted_for(self, name: str) -> frozenset[str]:
        """Return an actor and all that it acts for, directly or through others."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._timeline.actor(one).member_of
        return frozenset(found)

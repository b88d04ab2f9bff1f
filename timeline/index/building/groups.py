"""Who acts for an organisation, in groups of actors that do so on the same days."""

from collections.abc import Mapping
from typing import Self

from pyroaring import BitMap

from timeline.dates import ALWAYS, NO_END, NO_START, Spans, shared, united
from timeline.index import Value
from timeline.index.bitmaps import Bitmaps


class Groups:
    """Who acts for an organisation, and in which events.

    `actors` holds the numbers of the actors by the days on which they act for it; each is in one
    group. A group has the events of its actors on its days. It may also have events of actors that
    are in another group, with these days and more.
    """

    def __init__(self) -> None:
        self.actors: dict[Spans, BitMap] = {}
        self._events: dict[Spans, BitMap] = {}
        self._everyone = BitMap()
        # All other bitmaps may be shared with other organisations, and must not be changed.
        self._made_here: set[Spans] = set()
        self._low, self._high = NO_END, NO_START

    def events(self, days: Spans | None = None) -> BitMap:
        """Return the events of the group of some days, or of all groups."""
        return BitMap().union(*self._events.values()) if days is None else self._events[days]

    def are_within(self, days: Spans) -> bool:
        """Return whether all groups but the one of all days are within these days."""
        return len(days) == 1 and days[0][0] <= self._low and self._high <= days[0][1]

    def without_always(self) -> Self:
        """Return a copy without the group of all days."""
        other = type(self)()
        other.actors, other._events = dict(self.actors), dict(self._events)
        other._everyone = self._everyone - other.actors.pop(ALWAYS, BitMap())
        other._events.pop(ALWAYS, None)
        other._low, other._high = self._low, self._high
        return other

    def add(self, days: Spans, actors: BitMap, events: BitMap) -> list[tuple[Spans, BitMap]]:
        """Add actors, and their events on these days.

        Some may be here already on other days. Those of them that act on more days than either are
        taken out, and returned with all their days, to be added again.
        """
        more = []
        if twice := actors & self._everyone:
            for before, there in list(self.actors.items()):
                if not (both := there & twice):
                    continue
                after = united((*before, *days))
                if after != days:
                    actors = actors - both
                if after != before:
                    self._remove(before, both)
                if after not in (days, before):
                    more.append((after, both))
        if actors:
            self._join(days, actors, events)
        return more

    def _join(self, days: Spans, actors: BitMap, events: BitMap) -> None:
        self._everyone |= actors
        if days not in self.actors:
            self.actors[days], self._events[days] = actors, events
            if days != ALWAYS:
                self._low = min(self._low, days[0][0])
                self._high = max(self._high, days[-1][1])
        elif days in self._made_here:
            self.actors[days] |= actors
            self._events[days] |= events
        else:
            self.actors[days] = self.actors[days] | actors
            self._events[days] = self._events[days] | events
            self._made_here.add(days)

    def _remove(self, days: Spans, actors: BitMap) -> None:
        self._everyone -= actors
        if left := self.actors[days] - actors:
            self.actors[days] = left
        else:
            del self.actors[days], self._events[days]
            self._made_here.discard(days)


class Grouping:
    """Finds the groups of organisations, given the events that name each actor.

    With `certain`, an event is one of an actor on some days only if it surely lies on them.
    """

    def __init__(
        self, bitmaps: Bitmaps, own: Mapping[Value, BitMap], *, certain: bool = False
    ) -> None:
        self._bitmaps = bitmaps
        self._own = own
        self._certain = certain
        self._names = list(own)
        self._numbers = {name: number for number, name in enumerate(self._names)}

    def above(
        self, organisation: str, members: Mapping[str, Spans], found: Mapping[str, Groups]
    ) -> Groups:
        """Return the groups of an organisation, given those found for its members so far."""
        groups = Groups()
        for member, days in members.items():
            below = found.get(member) or self._alone(member)
            changed = list(below.actors)
            if not groups.actors and below.are_within(days):
                groups = below.without_always()
                changed = [ALWAYS] if ALWAYS in below.actors else []
            for theirs in changed:
                if then := shared(theirs, days):
                    events = below.events(theirs)
                    if then != theirs:
                        events = self._on(then, events)
                    self._add(groups, then, below.actors[theirs], events)
        if organisation in self._own:
            self._add(groups, *self._itself(organisation))
        return groups

    def _alone(self, name: str) -> Groups:
        groups = Groups()
        if name in self._own:
            groups.add(*self._itself(name))
        return groups

    def _itself(self, name: str) -> tuple[Spans, BitMap, BitMap]:
        return ALWAYS, BitMap([self._numbers[name]]), self._own[name]

    def _add(self, groups: Groups, days: Spans, actors: BitMap, events: BitMap) -> None:
        for all_days, both in groups.add(days, actors, events):
            own = BitMap().union(*(self._own[self._names[number]] for number in both))
            groups.add(all_days, both, self._on(all_days, own))

    def _on(self, days: Spans, events: BitMap) -> BitMap:
        return self._bitmaps.on(days, events, certain=self._certain)

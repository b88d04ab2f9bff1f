"""Which of the events found name which actors, tags, places or publishers."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from timeline.bitmaps import Bitmaps
from timeline.conditions import Condition
from timeline.index import Index


class Links:
    """Which of the events found name which of a kind.

    An event that names one who acts for an actor is one of that actor, too.
    """

    def __init__(self, index: Index, kind: str, condition: Condition) -> None:
        self._index = index
        self._kind = kind
        self._condition = condition
        self._bitmaps = Bitmaps(index)
        self._found = self._bitmaps.found(condition)

    def events(self, only: Collection[str] | None = None) -> Iterator[tuple[str, int]]:
        """Yield those that occur, or only some of them, each with the bitmap of its events."""
        acting = self._acting
        alone = only
        if acting:
            names = (row[0] for row in self._index.rows("SELECT id FROM actor"))
            alone = {name for name in (names if only is None else only) if name not in acting}
        for found in (self._bitmaps.each(self._kind, alone), self._of_organisations(only)):
            for name, events in found:
                if events & self._found:
                    yield name, events & self._found

    def without(self) -> int:
        """Return the bitmap of the events found that name none."""
        return self._bitmaps.without(self._kind) & self._found

    def named_for(self, name: str) -> list[str]:
        """Return those whose events are one's: itself, and of an actor all who act for it."""
        return _reached(name, self._acting)

    def _of_organisations(self, only: Collection[str] | None) -> Iterator[tuple[str, int]]:
        """Yield those for whom others act, each with the bitmap of the events of all of them."""
        acting = self._acting
        reached = {name: _reached(name, acting) for name in acting if only is None or name in only}
        known: dict[str, int] = {}
        # Those who act for one are told before it, unless they act for each other.
        for name in sorted(reached, key=lambda name: len(reached[name])):
            parts = [name, *acting[name]]
            whole = [known[part] for part in parts if part in known]
            single = [part for part in parts if part == name or part not in acting]
            if len(whole) + len(single) < len(parts):
                single = reached[name]
            events = self._bitmaps.union(self._kind, single)
            for part in whole:
                events |= part
            known[name] = events
            yield name, events

    @cached_property
    def _acting(self) -> Mapping[str, list[str]]:
        """Who acts for each organisation directly."""
        acting: dict[str, list[str]] = {}
        if self._kind == "actor":
            rows = self._index.rows("SELECT organisation, actor FROM member_of")
            for organisation, actor in rows:
                acting.setdefault(organisation, []).append(actor)
        return acting


def _reached(start: str, steps: Mapping[str, list[str]]) -> list[str]:
    """Return a name and all that it leads to, in any number of steps."""
    reached, seen = [start], {start}
    for one in reached:
        fresh = [other for other in steps.get(one, ()) if other not in seen]
        seen.update(fresh)
        reached += fresh
    return reached

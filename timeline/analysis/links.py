"""Which of the events found name which actors, tags, places or publishers."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from timeline.index.bitmaps import Bitmaps
from timeline.index.database import Index
from timeline.search.condition import Condition


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
        order = _last_first(acting if only is None else only, acting)
        known = {
            name: self._bitmaps.union(
                self._kind, [name, *(one for one in acting[name] if one not in acting)]
            )
            for name in order
        }
        changed = True
        # Who acts for one comes before it: only where some act for each other is there more to do.
        while changed:
            changed = False
            for name in order:
                events = known[name]
                for one in acting[name]:
                    events |= known.get(one, 0)
                changed |= events != known[name]
                known[name] = events
        yield from ((name, known[name]) for name in order if only is None or name in only)

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


def _last_first(starts: Iterable[str], steps: Mapping[str, list[str]]) -> list[str]:
    """Return what leads on, of all that some names lead to, each after those it leads to.

    Only of those that lead to each other one is before another.
    """
    order: list[str] = []
    seen: set[str] = set()
    waiting = [(start, False) for start in starts]
    while waiting:
        name, followed = waiting.pop()
        if followed:
            order.append(name)
        elif name in steps and name not in seen:
            seen.add(name)
            waiting += [(name, True), *((other, False) for other in steps[name])]
    return order

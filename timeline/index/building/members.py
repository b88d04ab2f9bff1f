"""The events of each actor together with those of everyone who acts for it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyroaring import BitMap

from timeline.dates import ALWAYS, Spans
from timeline.index import Index, Value, acting_for

Sets = Mapping[Value, BitMap]


def with_members(index: Index, own: Sets) -> Iterable[tuple[Value, BitMap]]:
    """Return the sets of all actors, given those of the events that name them.

    To the set of each organisation, the events of all who act for it are added; if a membership
    below it has dates, only those at whose date it may hold.
    """
    members: dict[str, list[str]] = defaultdict(list)
    dated = dict(_with_dates(index, own, certain=False))
    for organisation, actor in index.rows("SELECT DISTINCT organisation, actor FROM member_of"):
        if organisation not in dated:
            members[organisation].append(actor)
    sets = dict(own)
    order = _members_first(members)
    changed = True
    # Members come before their organisations, so one pass is enough unless `member_of` has a cycle.
    while changed:
        changed = False
        for name in order:
            before = sets.get(name, BitMap())
            events = before.union(*(sets[one] for one in members[name] if one in sets))
            changed |= len(events) != len(before)
            if events:
                sets[name] = events
    return (sets | {name: events for name, events in dated.items() if events}).items()


def certainly_with_members(index: Index, own: Sets) -> Iterable[tuple[Value, BitMap]]:
    """Yield the sets of the organisations above a membership with dates, which may be empty.

    They hold the events at whose date the memberships surely hold.
    """
    return _with_dates(index, own, certain=True)


def _with_dates(index: Index, own: Sets, *, certain: bool) -> Iterator[tuple[str, BitMap]]:
    for (name,) in list(index.rows("SELECT DISTINCT organisation FROM acting")):
        # Finding the events of some days takes longer than joining sets.
        on_days: dict[Spans, list[BitMap]] = defaultdict(list)
        for actor, spans in acting_for(index, name, certain=certain).items():
            if found := own.get(actor):
                on_days[spans].append(found)
        events = BitMap()
        for spans, sets in on_days.items():
            found = BitMap().union(*sets)
            if spans != ALWAYS:
                found = index.bitmaps.on(spans, found, certain=certain)
            events |= found
        yield name, events


def _members_first(members: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the organisations, each after any of its members that are organisations too."""
    order: list[str] = []
    seen: set[str] = set()
    waiting = [(name, False) for name in members]
    while waiting:
        name, is_done = waiting.pop()
        if is_done:
            order.append(name)
        elif name in members and name not in seen:
            seen.add(name)
            waiting += [(name, True), *((one, False) for one in members[name])]
    return order

"""The events of each actor together with those of everyone who acts for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyroaring import BitMap

from timeline.index import Index, Value, all_that_depend_on_dates, members_of_each
from timeline.index.building.groups import Grouping, Groups

Sets = Mapping[Value, BitMap]


def with_members(index: Index, own: Sets) -> Iterable[tuple[Value, BitMap]]:
    """Return the sets of all actors, given those of the events that name them.

    To the set of each organisation, the events of all who act for it are added; if a membership
    below it has dates, only those at whose date it may hold.
    """
    found = _sets(index, own, certain=False)
    return (dict(own) | {name: events for name, events in found if events}).items()


def certainly_with_members(index: Index, own: Sets) -> Iterable[tuple[Value, BitMap]]:
    """Yield the sets of the organisations above a membership with dates, which may be empty.

    They hold the events at whose date the memberships surely hold.
    """
    if names := set(all_that_depend_on_dates(index)):
        for name, events in _sets(index, own, certain=True):
            if name in names:
                yield name, events


def _sets(index: Index, own: Sets, *, certain: bool) -> Iterator[tuple[str, BitMap]]:
    """Yield the set of each organisation."""
    members = members_of_each(index, certain=certain)
    grouping = Grouping(index.bitmaps, own, certain=certain)
    order = _members_first(members)
    last = {member: name for name in order for member in members[name]}
    found: dict[str, Groups] = {}
    if not _has_cycle(order, members):
        for name in order:
            groups = found[name] = grouping.above(name, members[name], found)
            yield name, groups.events()
            # The groups of a long chain of memberships do not all fit in memory.
            for member in members[name]:
                if last[member] == name:
                    found.pop(member, None)
        return
    changed = True
    while changed:
        changed = False
        for name in order:
            groups = grouping.above(name, members[name], found)
            changed |= name not in found or groups.actors != found[name].actors
            found[name] = groups
    for name, groups in found.items():
        yield name, groups.events()


def _has_cycle(order: Sequence[str], members: Mapping[str, Iterable[str]]) -> bool:
    place = {name: number for number, name in enumerate(order)}
    return any(place.get(one, -1) >= place[name] for name in order for one in members[name])


def _members_first(members: Mapping[str, Iterable[str]]) -> list[str]:
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

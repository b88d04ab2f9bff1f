"""Who acted for whom on a day, as the lines of a tree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from timeline.dates import Span, Spans, cover, shared, united
from timeline.index import Index
from timeline.model import Membership


class Held(StrEnum):
    """How surely memberships held on the days asked about.

    `CERTAIN` is on each of them. `PARTIAL` is surely on some, though the dates may not settle on
    which, and perhaps not on all. `POSSIBLE` is all else.
    """

    CERTAIN = "certain"
    PARTIAL = "partial"
    POSSIBLE = "possible"


class Acting(NamedTuple):
    """A line of a tree: an actor, and the memberships through which it may have acted.

    `level` is the number of steps to the top of the tree, where there are no memberships. `listed`
    means that those who acted for the actor are listed already, above this line.
    """

    level: int
    actor: str
    memberships: tuple[Membership, ...] = ()
    held: Held = Held.CERTAIN
    listed: bool = False


_Members = dict[str, dict[str, list[Membership]]]


def who_acted(index: Index, days: Span, tops: Sequence[str] = ()) -> Iterator[Acting]:
    """Yield who may have acted for organisations on any of these days, below whom they acted for.

    All memberships from a line to the top may have held on the same day. Without `tops`, they are
    all that somebody may have acted for and that may not have acted for another.
    """
    members: _Members = defaultdict(lambda: defaultdict(list))
    for other, actor, since, until in index.rows(
        "SELECT organisation, actor, since, until FROM member_of m JOIN actor a ON a.id = m.actor "
        "ORDER BY a.rowid, m.file, m.line, m.column"
    ):
        members[other][actor].append(Membership(other, since=since, until=until))
    tree = _Tree(members, days)
    for top in tops or _tops(members, index, days):
        yield Acting(0, top)
        yield from tree.below(top)


def _tops(members: _Members, index: Index, days: Span) -> Iterator[str]:
    """Yield the organisations with members on these days that are not members themselves then."""
    led = {
        organisation: [actor for actor, held in each.items() if _held(held, (days,))]
        for organisation, each in members.items()
    }
    below = {actor for actors in led.values() for actor in actors}
    order = {name: number for number, name in enumerate(index.actors())}
    reached: set[str] = set()
    # Of a cycle, the first in the registry is the top.
    for name in sorted(led, key=lambda name: (name in below, order[name])):
        if led[name] and name not in reached:
            yield name
            waiting = [name]
            while waiting:
                one = waiting.pop()
                if one not in reached:
                    reached.add(one)
                    waiting += led.get(one, ())


def _held(memberships: Sequence[Membership], days: Spans) -> Spans:
    """Return on which of some days any of these memberships may have held."""
    return shared(days, united(one.tenure.possible for one in memberships))


def _how_surely(memberships: Sequence[Membership], days: Span) -> Held:
    if cover(united(one.tenure.certain for one in memberships), *days):
        return Held.CERTAIN
    return Held.PARTIAL if any(_touches(one, *days) for one in memberships) else Held.POSSIBLE


def _touches(membership: Membership, low: int, high: int) -> bool:
    """Return whether a membership surely held on some day from `low` to `high`."""
    (first, last), (begun, ends_from) = membership.tenure
    # It lasted for a day at least: it began by its end, and ended after its start.
    return min(begun, last) <= high and max(ends_from, first) >= low


class _Tree:
    """The lines below organisations. Those below an actor are yielded once for the same days."""

    def __init__(self, members: _Members, days: Span) -> None:
        self._members = members
        self._days = days
        self._listed: set[tuple[str, Spans]] = set()

    def below(self, top: str) -> Iterator[Acting]:
        stack = [self._members_of(top, (self._days,), 1)]
        while stack:
            found = next(stack[-1], None)
            if found is None:
                stack.pop()
                continue
            line, days = found
            yield line
            if not line.listed:
                stack.append(self._members_of(line.actor, days, line.level + 1))

    def _members_of(self, name: str, days: Spans, level: int) -> Iterator[tuple[Acting, Spans]]:
        self._listed.add((name, days))
        for actor, memberships in self._members.get(name, {}).items():
            then = _held(memberships, days)
            if not then:
                continue
            shown = tuple(one for one in memberships if _held([one], days))
            held = _how_surely(memberships, self._days)
            has_members = any(_held(each, then) for each in self._members.get(actor, {}).values())
            listed = has_members and (actor, then) in self._listed
            yield Acting(level, actor, shown, held, listed), then

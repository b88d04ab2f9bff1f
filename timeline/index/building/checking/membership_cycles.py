"""Cycles of memberships that may hold on one day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline.dates import NO_START, Tenure
from timeline.index import Index
from timeline.index.building.checking.cycles import cycles
from timeline.readers import Place

Edge = tuple[str, str]
"""An actor, and the one for whom it acts."""


class MembershipCycle(NamedTuple):
    """The names of a cycle, which ends as it begins, and the file and place that close it."""

    names: list[str]
    file: int
    at: Place


def membership_cycles(index: Index) -> Iterator[MembershipCycle]:
    """Yield the cycles of `member_of`, in the order of their places.

    Memberships that never hold on the same day do not form a cycle.
    """
    tenures: dict[Edge, list[Tenure]] = defaultdict(list)
    places: dict[Edge, tuple[int, Place]] = {}
    for actor, organisation, since, until, file, line, column in index.rows(
        "SELECT actor, organisation, since, until, file, line, column FROM member_of "
        "ORDER BY file, line, column"
    ):
        edge = actor, organisation
        tenures[edge].append(Tenure.between(since, until))
        places.setdefault(edge, (file, Place(line, column, max(1, len(organisation)))))
    # Most files have none.
    if not any(_cycles(tenures)):
        return
    edges = _on_cycles(_on_cycles(tenures, 0), 1)
    # If several memberships share a day, they share the first day of one of them.
    days = {NO_START, *(one.possible[0] for edge in edges for one in tenures[edge])}
    found: dict[frozenset[Edge], list[str]] = {}
    for day in sorted(days):
        on_day = [
            edge
            for edge in edges
            if any(one.possible[0] <= day <= one.possible[1] for one in tenures[edge])
        ]
        for cycle in _cycles(on_day):
            found.setdefault(frozenset(pairwise(cycle)), cycle)
    for cycle in sorted(found.values(), key=lambda cycle: places[cycle[-2], cycle[-1]]):
        yield MembershipCycle(cycle, *places[cycle[-2], cycle[-1]])


def _cycles(edges: Iterable[Edge]) -> Iterator[list[str]]:
    following: dict[str, list[str]] = defaultdict(list)
    for actor, organisation in edges:
        following[actor].append(organisation)
    return cycles(following)


def _on_cycles(edges: Iterable[Edge], end: int) -> list[Edge]:
    """Return edges without those that lead, in one direction, only to where there is no cycle."""
    beside: dict[str, list[Edge]] = defaultdict(list)
    count: dict[str, int] = defaultdict(int)
    kept = dict.fromkeys(edges)
    for edge in kept:
        beside[edge[1 - end]].append(edge)
        count[edge[end]] += 1
    waiting = [name for name in beside if not count[name]]
    while waiting:
        for edge in beside[waiting.pop()]:
            del kept[edge]
            count[edge[end]] -= 1
            if not count[edge[end]]:
                waiting.append(edge[end])
    return list(kept)

"""Pair each event with the one before it, and find the gaps between them."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import Day
from timeline.model import Event
from timeline.search import Group

if TYPE_CHECKING:
    from timeline.dates import Duration


class Preceded(NamedTuple):
    """An event, its group, and the event before it in time, if there is one.

    Groups by time share one sequence. Each group by name, and the group of continuing events, is a
    sequence of its own.
    """

    group: Group
    event: Event
    before: Event | None


def with_predecessors(groups: Iterable[Group], *, descending: bool) -> Iterator[Preceded]:
    """Yield the events of groups in order. `descending` means that the latest event comes first."""
    rows = ((group, event) for group in groups for event in group.events)
    if descending:
        pairs = ((this, that) for this, that in pairwise(chain(rows, [None])))
    else:
        pairs = ((this, that) for that, this in pairwise(chain([None], rows)))
    for this, that in pairs:
        assert this is not None
        group, event = this
        same = that is not None and _sequence(that[0]) == _sequence(group)
        yield Preceded(group, event, that[1] if that is not None and same else None)


def gap_before(step: Preceded, longest: "Duration") -> tuple[Day, Day] | None:
    """Return the last day before and the first day after the gap that precedes an event, or None.

    A gap is certainly longer than `longest`, whatever the exact dates are. For an ongoing event,
    only the start counts.
    """
    if step.before is None:
        return None
    last = step.before.date.latest or step.before.date.begins_by
    first = step.event.date.earliest
    if last is None or first is None or first <= longest.after(last):
        return None
    return last, first


def _sequence(group: Group) -> tuple[bool, str | None]:
    return group.continuing, group.of

"""Events one after the other: what came before each, and how long nothing happened between."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import Day
from timeline.model import Event
from timeline.search import Group

if TYPE_CHECKING:
    from timeline.dates import Duration


class Preceded(NamedTuple):
    """An event, the group it stands in, and the event before it in time, if there is one.

    Each group by name, and what is continuing, is a story of its own.
    """

    group: Group
    event: Event
    before: Event | None


def with_predecessors(groups: Iterable[Group], *, descending: bool) -> Iterator[Preceded]:
    """Yield the events of groups in their order, which is the latest first if it is descending."""
    rows = ((group, event) for group in groups for event in group.events)
    if descending:
        pairs = ((this, that) for this, that in pairwise(chain(rows, [None])))
    else:
        pairs = ((this, that) for that, this in pairwise(chain([None], rows)))
    for this, that in pairs:
        assert this is not None
        group, event = this
        same = that is not None and _story(that[0]) == _story(group)
        yield Preceded(group, event, that[1] if that is not None and same else None)


def gap_before(step: Preceded, longest: "Duration") -> tuple[Day, Day] | None:
    """Return the last day before and the first after a silence before an event, None for none.

    A silence is longer than `longest`, however the dates are read. What goes on counts as of its
    beginning.
    """
    if step.before is None:
        return None
    last = step.before.date.latest or step.before.date.begins_by
    first = step.event.date.earliest
    if last is None or first is None or first <= longest.after(last):
        return None
    return last, first


def _story(group: Group) -> tuple[bool, str | None]:
    return group.continuing, group.of

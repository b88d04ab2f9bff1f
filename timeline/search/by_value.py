"""Events by the values of a facet that is no time: one set for each name of a kind or each lag."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import LagRange
from timeline.index import Index
from timeline.model import Facet
from timeline.search.ranking import ranked

if TYPE_CHECKING:
    from pyroaring import BitMap


class OfValue(NamedTuple):
    """A label, the events of the value as a set of positions, and its name if it is one."""

    label: str
    events: "BitMap"
    name: str | None = None


def by_value(
    index: Index, facet: Facet, found: "BitMap", *, certain: bool = False
) -> Iterator[OfValue]:
    """Yield the values that some events have, each with those of the events that have it.

    Names come with the largest sets first, and the events without one last. Lags come with the
    shortest first, and those that are not known last.
    """
    each = index.bitmaps.each(facet, certain=certain)
    sets = {value: events & found for value, events in each}
    sets = {value: events for value, events in sets.items() if events}
    if facet is Facet.LAG:
        yield from (OfValue(lag.label, sets[lag]) for lag in LagRange if lag in sets)
        return
    without = sets.pop(None, None)
    named = {str(name): events for name, events in sets.items()}
    for entry in ranked(index, facet, {name: len(events) for name, events in named.items()}):
        yield OfValue(entry.label, named[entry.name], entry.name)
    if without:
        yield OfValue(f"No {facet}", without)

"""Who and what occurs in the events found, how often, and when."""

import msgspec

from timeline.analysis.bins import Bins
from timeline.analysis.facets import events_by_value
from timeline.dates import EventDate
from timeline.model import Facet
from timeline.search import Selection, ranked


class Occurrences(msgspec.Struct, frozen=True):
    """How often a name occurs in the events found, and the dates of its first and last event.

    `label` is what it is called. `counts` are those of the events that surely began in each bin,
    where bins were asked for.
    """

    id: str
    label: str
    count: int
    first: EventDate
    last: EventDate
    counts: tuple[int, ...] = ()


def occurrences(selection: Selection, facet: Facet, bins: Bins | None = None) -> list[Occurrences]:
    """Return the names of a kind that occur in the events found, most events first.

    An actor occurs where it, or one who acts for it, is named.
    """
    date = selection.index.columns.date
    sets = {str(name): own for name, own in events_by_value(selection, facet) if name is not None}
    cells = bins.events(selection) if bins else []
    return [
        Occurrences(
            one.name,
            one.label,
            one.events,
            date(sets[one.name].min()),
            date(sets[one.name].max()),
            tuple(sets[one.name].intersection_cardinality(cell) for cell in cells),
        )
        for one in ranked(
            selection.index, facet, {name: len(events) for name, events in sets.items()}
        )
    ]

"""The names that occur in the events found, how often, and when."""

import msgspec

from timeline.analysis.bins import Bins
from timeline.analysis.facets import events_by_value
from timeline.analysis.roles import described
from timeline.analysis.tallied import Tallied
from timeline.dates import EventDate, Span
from timeline.model import Facet
from timeline.search import Selection, ranked


class Occurrences(msgspec.Struct, frozen=True):
    """How often a name occurs in the events found, and the dates of its first and last event.

    `label` is the name to display. `counts` holds the number of events that certainly began in each
    bin, if bins were given.
    """

    id: str
    label: str
    count: int
    first: EventDate
    last: EventDate
    counts: tuple[int, ...] = ()


def occurrences(selection: Selection, facet: Facet, bins: Bins | None = None) -> list[Occurrences]:
    """Return the names of a kind that occur in the events found, those with the most events first.

    The count of an actor includes the events of all who act for it.
    """
    if isinstance(selection, Tallied):
        spans = selection.spans(facet)
        order = ranked(selection.index, facet, {name: one.events for name, one in spans.items()})
        return [Occurrences(one.name, one.label, *spans[one.name]) for one in order]
    date = selection.index.columns.date
    sets = {
        str(name): events for name, events in events_by_value(selection, facet) if name is not None
    }
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


def roles_in(selection: Selection) -> dict[str, str]:
    """Return the roles of each actor of the events found, if they have dates, in words.

    They are those that it may have had at the date of any of these events, as in `roles_at`.
    """
    dated = {
        actor.id: actor.role
        for actor in selection.index.actors().values()
        if any(role.is_dated for role in actor.role)
    }
    if not dated:
        return {}
    if isinstance(selection, Tallied):
        counts = selection.counts(Facet.ACTOR)
        totals = {name: counts[name] for name in dated if name in counts}
        count_on = selection.events_on
    else:
        bitmaps = selection.index.bitmaps
        sets = {str(name): one for name, one in events_by_value(selection, Facet.ACTOR, [*dated])}
        totals = {name: len(events) for name, events in sets.items()}

        def count_on(actor: str, days: Span, *, certain: bool) -> int:
            return len(bitmaps.on((days,), sets[actor], certain=certain))

    found = {}
    for name, total in totals.items():
        roles = [one for one in dated[name] if count_on(name, one.tenure.possible, certain=False)]
        is_sure = all(count_on(name, one.tenure.certain, certain=True) == total for one in roles)
        found[name] = described(roles, is_sure=is_sure)
    return found

"""The condition that an event has an actor, or anyone who acts for it at the date of the event."""

from collections.abc import Sequence
from json import dumps as to_json

from timeline.dates import ALWAYS
from timeline.index import ACTING, LONG, LONGEST_SHORT, Index, acting_for, depend_on_dates
from timeline.search.sql.parts import Part, Window

_THESE = "SELECT value FROM json_each(?)"


def acting(index: Index, actors: Sequence[str], window: Window, *, certain: bool) -> Part:
    """Return the condition for some actors, given by id, and for all who act for them.

    Where memberships have dates, it must be possible that all that lead to an actor hold on one of
    the days on which the event may lie. If `certain`, somebody in the event must surely act for it
    on each of these days.
    """
    if not depend_on_dates(index, actors):
        return window.named("actor", f"name IN ({ACTING.format(_THESE)})", to_json(actors))
    on_all_days, on_days = [], []
    for one in actors:
        for actor, spans in acting_for(index, one, certain=certain).items():
            if spans == ALWAYS:
                on_all_days.append(actor)
            else:
                on_days += [(actor, low, high) for low, high in spans]
    always = window.named("actor", f"name IN ({_THESE})", to_json(on_all_days))
    lies = (
        "earliest >= a.low AND v.latest <= a.high"
        if certain
        else ("earliest <= a.high AND v.latest >= a.low")
    )
    spans_of_days = (
        "WITH acting (actor, low, high) AS MATERIALIZED "
        "(SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)) "
    )
    events = (
        "SELECT o.event FROM acting a "
        "CROSS JOIN name n ON n.kind = 'actor' AND n.name = a.actor "
        "CROSS JOIN event_name o ON o.name = n.number AND o.day {} "
        f"CROSS JOIN event v ON v.number = o.event WHERE v.{lies}"
    )
    short = f"BETWEEN max(a.low, ?) - {LONGEST_SHORT} AND min(a.high, ?)"
    return Part(
        f"{always.sql} OR e.number IN ({spans_of_days}{events.format(short)} "
        f"UNION ALL {events.format(f'= {LONG}')})",
        (*always.parameters, to_json(on_days), *window),
    )

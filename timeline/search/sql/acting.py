"""The condition that an event has an actor, or anyone who acts for it at the date of the event."""

from timeline.dates import NO_END, NO_START
from timeline.index import ACTING, LONG, LONGEST_SHORT, Index
from timeline.search.sql.parts import Part, Window

_THEMSELVES = "SELECT value FROM json_each(?)"
_WITHOUT_DATES = f"{_THEMSELVES} WHERE value NOT IN (SELECT organisation FROM acting)"
_OF_ALL_DAYS = f"a.low = {NO_START} AND a.high = {NO_END}"


def acting(index: Index, actors: str, window: Window, *, certain: bool) -> Part:
    """Return the condition for some actors, a JSON array of ids, and for all who act for them.

    Where memberships have dates, it must be possible that all that lead to an actor hold on one of
    the days on which the event may lie. If `certain`, somebody in the event must surely act for it
    on each of these days.
    """
    with_dates = f"SELECT EXISTS ({_THEMSELVES} WHERE value IN (SELECT organisation FROM acting))"
    if not index.value(with_dates, actors):
        return window.named("actor", f"name IN ({ACTING.format(_THEMSELVES)})", actors)
    on_all_days = (
        f"SELECT actor FROM acting a WHERE organisation IN ({_THEMSELVES}) "
        f"AND certain = {certain:d} AND {_OF_ALL_DAYS}"
    )
    always = window.named(
        "actor",
        f"(name IN ({ACTING.format(_WITHOUT_DATES)}) OR name IN ({on_all_days}))",
        actors,
        actors,
    )
    lies = (
        "earliest >= a.low AND v.latest <= a.high"
        if certain
        else ("earliest <= a.high AND v.latest >= a.low")
    )
    on_days = (
        f"SELECT o.event FROM json_each(?) j CROSS JOIN acting a ON a.organisation = j.value "
        f"AND a.certain = {certain:d} AND NOT ({_OF_ALL_DAYS}) "
        "CROSS JOIN name n ON n.kind = 'actor' AND n.name = a.actor "
        "CROSS JOIN event_name o ON o.name = n.number AND o.day {} "
        f"CROSS JOIN event v ON v.number = o.event WHERE v.{lies}"
    )
    short = f"BETWEEN max(a.low, ?) - {LONGEST_SHORT} AND min(a.high, ?)"
    return Part(
        f"{always.sql} OR e.number IN ({on_days.format(short)} "
        f"UNION ALL {on_days.format(f'= {LONG}')})",
        (*always.parameters, actors, *window, actors),
    )

"""The actors of an event in words, with the roles that they had at its date."""

from timeline.analysis import roles_at
from timeline.chronology import Timeline
from timeline.dates import EventDate
from timeline.model import Actor, Event


def actors_in_words(timeline: Timeline, event: Event) -> str:
    """Return the names of the actors of an event, joined by commas.

    A role follows the name, in parentheses, if it is one of a registry with dates.
    """
    named = [(one.name, role_then(one, event.date)) for one in map(timeline.actor, event.actors)]
    return ", ".join(f"{name} {role}" if role else name for name, role in named)


def role_then(actor: Actor, date: EventDate) -> str:
    """Return the role that an actor had at a date, in parentheses.

    It is empty if no role of the actor has dates: such a role does not depend on the event.
    """
    if not any(one.is_dated for one in actor.role):
        return ""
    roles = roles_at(actor, date.span, around="[]")
    return f"({roles})" if roles else ""

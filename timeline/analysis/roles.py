"""The roles that an actor had at the date of an event, in words."""

from collections.abc import Sequence

from timeline.dates import EventDate, cover, overlap
from timeline.model import Actor, Role


def roles_at(actor: Actor, date: EventDate) -> str:
    """Return the roles that an actor may have had at a date, empty if there is none.

    If it is only one, which it surely had on each day of the date, that is its title. Otherwise the
    dates of each follow its title, in parentheses.
    """
    if not any(one.is_dated for one in actor.role):
        return actor.titles
    roles = [one for one in actor.role if overlap([one.tenure.possible], *date.span)]
    is_sure = all(cover([one.tenure.certain], *date.span) for one in roles)
    return described(roles, is_sure=is_sure)


def described(roles: Sequence[Role], *, is_sure: bool) -> str:
    """Return roles with their dates, without them if it is a single one that was surely held."""
    if is_sure and len(roles) == 1:
        return roles[0].title
    return "; ".join(f"{one.title} ({one.when})" if one.is_dated else one.title for one in roles)

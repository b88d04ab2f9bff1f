"""The roles that an actor had on the days of an event, in words."""

from collections.abc import Sequence

from timeline.dates import Span, cover, overlap
from timeline.model import Actor, Role


def roles_at(actor: Actor, days: Span, *, around: str = "()") -> str:
    """Return the roles that an actor may have had on any of some days, empty if there is none.

    If it is only one, which it surely had on each of these days, that is its title. Otherwise the
    dates of each follow its title, between the two signs of `around`.
    """
    if not any(one.is_dated for one in actor.role):
        return actor.titles
    roles = [one for one in actor.role if overlap([one.tenure.possible], *days)]
    is_sure = all(cover([one.tenure.certain], *days) for one in roles)
    return described(roles, is_sure=is_sure, around=around)


def described(roles: Sequence[Role], *, is_sure: bool, around: str = "()") -> str:
    """Return roles with their dates, without them if it is a single one that was surely held."""
    if is_sure and len(roles) == 1:
        return roles[0].title
    left, right = around[0], around[1]
    return "; ".join(
        f"{one.title} {left}{one.when}{right}" if one.is_dated else one.title for one in roles
    )

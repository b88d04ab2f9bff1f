"""The JSON of an actor."""

import msgspec

from timeline.model import Actor, Kind, Membership, Role


class ActorRecord(msgspec.Struct, frozen=True):
    """An actor as written to JSON. The keys are part of the public interface.

    A role or a membership without dates is only its text, and a single role is not in a list.
    """

    id: str
    name: str
    kind: Kind | None
    role: str | tuple[str | Role, ...]
    member_of: tuple[str | Membership, ...]
    aliases: tuple[str, ...]

    @classmethod
    def of(cls, actor: Actor) -> "ActorRecord":
        """Return the record of `actor`."""
        roles = tuple(one if one.is_dated else one.title for one in actor.role)
        is_text = len(roles) < 2 and not any(one.is_dated for one in actor.role)
        role = actor.titles if is_text else roles
        members = tuple(one if one.is_dated else one.id for one in actor.member_of)
        return cls(actor.id, actor.name, actor.kind, role, members, actor.aliases)

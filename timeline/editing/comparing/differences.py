"""What differs between two versions of a chronology, event by event."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from timeline.actor_record import ActorRecord
from timeline.dates import EventDate
from timeline.editing.comparing.matching import Pair, paired_actors, paired_events, paired_tags
from timeline.editing.comparing.precision import precision_change
from timeline.editing.contents import Contents
from timeline.model import Actor, Event, Membership, Role, Source, Tag

_Record = TypeVar("_Record", Event, Actor, Tag)


Listed = str | Source | Membership | Role
"""An item of a list. Memberships and roles without dates are only texts."""


class TextEdit(NamedTuple):
    """A field whose text changed; `note` says whether a date is more or less precise."""

    field: str
    before: str
    after: str
    note: str = ""


class ListEdit(NamedTuple):
    """A field with a list that changed. If nothing was added or removed, its order did."""

    field: str
    removed: tuple[Listed, ...]
    added: tuple[Listed, ...]


Edit = TextEdit | ListEdit


class Difference(NamedTuple, Generic[_Record]):
    """An event, actor or tag that differs.

    `before` is None if it was added, and `after` is None if it was removed. `edits` are the fields
    that changed, in the order of the model.
    """

    before: _Record | None
    after: _Record | None
    edits: tuple[Edit, ...] = ()

    @property
    def record(self) -> _Record:
        """The record as it is now, or as it was if it has been removed."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def kind(self) -> str:
        """`added`, `removed` or `changed`."""
        return "added" if not self.before else "removed" if not self.after else "changed"


class Comparison(NamedTuple):
    """All that differs between two versions; events are in chronological order.

    `title` is that of the newer version. `names` are the names of the actors of both, by id.
    """

    title: str
    names: Mapping[str, str]
    headings: tuple[TextEdit, ...]
    actors: tuple[Difference[Actor], ...]
    tags: tuple[Difference[Tag], ...]
    events: tuple[Difference[Event], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.headings or self.actors or self.tags or self.events)


def compare(old: Contents, new: Contents) -> Comparison:
    """Compare two versions of a chronology. The order of records in a file is no difference.

    A new id of an event, actor or tag is a difference there, and not where it is referred to.
    """
    actors = paired_actors(old.actors, new.actors)
    tags = paired_tags(old.tags, new.tags)
    events = paired_events(old.events, new.events)
    new_actors = _renamed(actors)
    renamed = {
        "actors": new_actors,
        "member_of": new_actors,
        "tags": _renamed(tags),
        "follows": _renamed(events),
    }
    titles, headings = _headings(old), _headings(new)
    return Comparison(
        headings.get("title", titles.get("title", "")),
        {actor.id: actor.name for actor in (*old.actors, *new.actors)},
        tuple(
            TextEdit(key, titles.get(key, ""), headings.get(key, ""))
            for key in ("title", "description")
            if titles.get(key, "") != headings.get(key, "")
        ),
        tuple(_differences(actors, renamed)),
        tuple(_differences(tags, renamed)),
        tuple(sorted(_differences(events, renamed), key=lambda one: one.record.date.sort_key)),
    )


def edits_between(
    before: _Record, after: _Record, renamed: Mapping[str, Mapping[str, str]]
) -> tuple[Edit, ...]:
    """Return the fields that differ; `renamed` has the new ids for those in lists, by field."""
    edits: list[Edit] = []
    for field in before.__struct_fields__:
        old, new = _field(before, field), _field(after, field)
        if isinstance(old, tuple) or isinstance(new, tuple):
            ids = renamed.get(field, {})
            old, new = (one if isinstance(one, tuple) else (one,) * bool(one) for one in (old, new))
            old = tuple(_renamed_in(ids, one) for one in old)
            if old != new:
                edits.append(ListEdit(field, _without(old, new), _without(new, old)))
        elif old != new:
            note = precision_change(old, new) if isinstance(old, EventDate) else ""
            edits.append(TextEdit(field, str(old or ""), str(new or ""), note))
    return tuple(edits)


def _field(record: Event | Actor | Tag, field: str) -> Any:
    if isinstance(record, Actor) and field in ("role", "member_of"):
        return getattr(ActorRecord.of(record), field)
    return getattr(record, field)


def _renamed_in(ids: Mapping[str, str], item: Listed) -> Listed:
    if isinstance(item, Membership):
        return msgspec.structs.replace(item, id=ids.get(item.id, item.id))
    return ids.get(item, item) if isinstance(item, str) else item


def _differences(
    pairs: Iterable[Pair[_Record]], renamed: Mapping[str, Mapping[str, str]]
) -> list[Difference[_Record]]:
    found = []
    has_renamed = any(renamed.values())
    for before, after in pairs:
        if before is after and not has_renamed:
            continue
        if before is None or after is None:
            found.append(Difference(before, after))
        elif edits := edits_between(before, after, renamed):
            found.append(Difference(before, after, edits))
    return found


def _renamed(pairs: Iterable[Pair[_Record]]) -> dict[str, str]:
    return {old.id: new.id for old, new in pairs if old and new and old.id != new.id}


def _headings(contents: Contents) -> dict[str, str]:
    return {heading.key: heading.text for heading in contents.headings}


def _without(items: Sequence[Listed], others: Sequence[Listed]) -> tuple[Listed, ...]:
    return tuple(item for item in items if item not in others)

"""Giving an actor, tag, place or event another name, wherever it is mentioned."""

from collections.abc import Iterator
from collections.abc import Sequence as Numbered
from enum import StrEnum

import msgspec

from timeline.editing.contents import Contents
from timeline.editing.document import Change, Document, in_text
from timeline.editing.yaml import (
    FieldValue,
    Item,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Splice,
    TextRange,
    field_splices,
    line_end,
    replaced_name,
)
from timeline.model import Actor, Event, Tag
from timeline.query import Field, with_name


class Named(StrEnum):
    """What can be renamed."""

    ACTOR = "actor"
    TAG = "tag"
    PLACE = "place"
    EVENT = "event"


_FIELDS = {Named.ACTOR: "actors", Named.TAG: "tags", Named.PLACE: "places", Named.EVENT: "follows"}
_ASKED_FOR = {
    Named.ACTOR: Field.ACTOR,
    Named.TAG: Field.TAG,
    Named.PLACE: Field.PLACE,
    Named.EVENT: Field.ID,
}
_REGISTRIES = {Named.ACTOR: "actors", Named.TAG: "tags"}


def renamed(
    document: Document, events: Numbered[Event], kind: Named, old: str, new: str
) -> Change | None:
    """Return the change that replaces a name in a file, None if the file does not mention it.

    `events` are those of the file in its order. A list that has both names keeps the new one, and
    so does a registry.
    """
    field = _FIELDS[kind]
    splices: list[Splice] = []
    for number, event in enumerate(events):
        names: tuple[str, ...] = getattr(event, field)
        is_named = kind is Named.EVENT and event.id == old
        if old in names or is_named:
            item = document.item(number)
            found = (
                [*_in_event(document, number, item, field, names, old, new)] if old in names else []
            )
            if is_named:
                found += _id_splices(document, number, item, event, new)
            splices += in_text(item, found)
    questions = document.structure.registry("questions")
    if questions is not None:
        splices += _in_questions(questions, _ASKED_FOR[kind], old, new)
    registry = document.structure.registry(_REGISTRIES[kind]) if kind in _REGISTRIES else None
    unnamed = False
    if registry is not None:
        splices += _in_registry(document.text, registry, old, new)
        entry = registry.entry(old)
        unnamed = entry is not None and not (
            isinstance(entry.value, Mapping) and entry.value.entry("name")
        )
    if not splices:
        return None

    def intended(before: Contents, first: int) -> Contents:
        return before._replace(
            events=tuple(
                _event_with(event, kind, old, new, is_named=known.id == old)
                for event, known in zip(before.events, events, strict=True)
            ),
            actors=_actors_with(before.actors, old, new, unnamed=unnamed)
            if kind is Named.ACTOR
            else before.actors,
            tags=_tags_with(before.tags, old, new) if kind is Named.TAG else before.tags,
            questions=_questions_with(before.questions, kind, old, new),
        )

    return Change(tuple(splices), intended)


def _replaced(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """Return names with a new one in place of an old one, once each."""
    kept = [name for name in names if name != old] if new in names else names
    return tuple(dict.fromkeys(new if name == old else name for name in kept))


def _in_event(
    document: Document,
    number: int,
    item: Item,
    field: str,
    names: tuple[str, ...],
    old: str,
    new: str,
) -> Iterator[Splice]:
    entry = item.node.entry(field)
    if new in names or entry is None:
        value: FieldValue = _replaced(names, old, new)
        yield from field_splices(item, field, names, value, document.style(number))
        return
    yield from _in_value(entry.value, old, new, in_brackets=item.node.is_flow)


def _in_value(node: Node, old: str, new: str, *, in_brackets: bool) -> Iterator[Splice]:
    """Yield the splices that replace a name that stands alone or in a list."""
    if isinstance(node, Sequence):
        for one in node.items:
            yield from _in_value(one, old, new, in_brackets=in_brackets or node.is_flow)
    elif isinstance(node, Scalar) and node.value.strip() == old:
        yield replaced_name(node, new, in_brackets=in_brackets)


def _id_splices(
    document: Document, number: int, item: Item, event: Event, new: str
) -> list[Splice]:
    was = event.id if item.node.entry("id") else ""
    return field_splices(item, "id", was, new, document.style(number))


def _in_registry(text: str, registry: Mapping, old: str, new: str) -> Iterator[Splice]:
    is_merged = registry.entry(old) is not None and registry.entry(new) is not None
    for number, entry in enumerate(registry.entries):
        if entry.key.value == old:
            if is_merged:
                yield _without_entry(text, registry, number)
                continue
            yield replaced_name(entry.key, new, in_brackets=registry.is_flow)
        if isinstance(entry.value, Mapping) and (members := entry.value.entry("member_of")):
            yield from _in_memberships(members.value, old, new, in_brackets=entry.value.is_flow)


def _in_memberships(node: Node, old: str, new: str, *, in_brackets: bool) -> Iterator[Splice]:
    """Yield the splices that replace an id in memberships, with dates or without."""
    if isinstance(node, Sequence):
        for one in node.items:
            yield from _in_memberships(one, old, new, in_brackets=in_brackets or node.is_flow)
    elif isinstance(node, Mapping):
        if found := node.entry("id"):
            yield from _in_value(found.value, old, new, in_brackets=in_brackets or node.is_flow)
    else:
        yield from _in_value(node, old, new, in_brackets=in_brackets)


def _in_questions(questions: Mapping, field: Field, old: str, new: str) -> Iterator[Splice]:
    for entry in questions.entries:
        if isinstance(entry.value, Scalar):
            asked = with_name(entry.value.value, field, old, new)
            if asked != entry.value.value:
                yield replaced_name(entry.value, asked, in_brackets=questions.is_flow)


def _questions_with(
    questions: tuple[tuple[str, str], ...], kind: Named, old: str, new: str
) -> tuple[tuple[str, str], ...]:
    field = _ASKED_FOR[kind]
    return tuple((name, with_name(text, field, old, new)) for name, text in questions)


def _without_entry(text: str, registry: Mapping, number: int) -> Splice:
    entries = registry.entries
    start, end = entries[number].key.span.start, entries[number].end
    if not registry.is_flow:
        return Splice(TextRange(text.rfind("\n", 0, start) + 1, line_end(text, end)), "")
    if number + 1 < len(entries):
        return Splice(TextRange(start, entries[number + 1].key.span.start), "")
    return Splice(TextRange(entries[number - 1].end, end), "")


def _event_with(event: Event, kind: Named, old: str, new: str, *, is_named: bool) -> Event:
    field = _FIELDS[kind]
    changed = msgspec.structs.replace(event, **{field: _replaced(getattr(event, field), old, new)})
    if kind is Named.EVENT and is_named:
        changed = msgspec.structs.replace(changed, id=new)
    return changed


def _actors_with(
    actors: tuple[Actor, ...], old: str, new: str, *, unnamed: bool
) -> tuple[Actor, ...]:
    ids = {actor.id for actor in actors}
    found = []
    for actor in actors:
        members = tuple(
            msgspec.structs.replace(one, id=new) if one.id == old else one
            for one in actor.member_of
        )
        if actor.id == old and new in ids:
            continue
        if actor.id == old:
            name = new if unnamed else actor.name
            actor = msgspec.structs.replace(actor, id=new, name=name)
        found.append(msgspec.structs.replace(actor, member_of=tuple(dict.fromkeys(members))))
    return tuple(found)


def _tags_with(tags: tuple[Tag, ...], old: str, new: str) -> tuple[Tag, ...]:
    ids = {tag.id for tag in tags}
    kept = [tag for tag in tags if not (tag.id == old and new in ids)]
    return tuple(msgspec.structs.replace(tag, id=new) if tag.id == old else tag for tag in kept)

"""JSON: one document with the events found and their actors and tags."""

from collections.abc import Iterator
from typing import Any

import msgspec

from timeline.analysis import facet_counts
from timeline.chronology import Timeline
from timeline.model import Actor, Facet, Tag
from timeline.search import Selection
from timeline.writers.options import MarkdownOptions


def write(timeline: Timeline, found: Selection, _: MarkdownOptions) -> Iterator[str]:
    """Yield one JSON document (RFC 8259), one event per line; it is valid even without events.

    `timeline help json` promises that the keys will stay; others may be added. The actors are those
    that the events name, and those they act for.
    """
    heads = {
        "title": timeline.title,
        "description": timeline.description,
        "question": str(found.query),
        "count": len(found),
        "actors": {name: _actor(timeline.actor(name)) for name in _actors(found)},
        "tags": {name: _tag(timeline.tag(name)) for name in found.names(Facet.TAG)},
    }
    yield "{\n"
    for key, value in heads.items():
        yield f'"{key}": {msgspec.json.encode(value).decode()},\n'
    yield '"events": ['
    separator = "\n"
    for document in found.documents():
        yield separator
        yield document.decode()
        separator = ",\n"
    yield "\n]\n}\n" if separator == ",\n" else "]\n}\n"


def _actors(found: Selection) -> list[str]:
    counts = facet_counts(found, Facet.ACTOR)
    return [str(one.value) for one in counts if one.value is not None]


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "kind": str(actor.kind or ""),
        "role": actor.role,
        "member_of": actor.member_of,
        "aliases": actor.aliases,
    }


def _tag(tag: Tag) -> dict[str, str]:
    return {"description": tag.description, "color": str(tag.color or "")}

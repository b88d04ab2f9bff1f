"""JSON: one document with the events found and their actors and tags."""

from collections.abc import Iterator
from typing import Any

import msgspec

from timeline.actor_record import ActorRecord
from timeline.model import Actor, Tag
from timeline.writers.data.reported import documents
from timeline.writers.questions import questions_of
from timeline.writers.registries import actors_of, tags_of
from timeline.writers.writing import Export


def write(export: Export) -> Iterator[str]:
    """Yield one JSON document (RFC 8259), one event per line; it is valid even without events.

    `timeline help json` promises that the keys will stay; others may be added. The actors are those
    that the events name, and those they act for. The saved questions are those that can be asked
    about these events.
    """
    heads = {
        "title": export.timeline.title,
        "description": export.timeline.description,
        "question": str(export.found.query),
        "count": len(export.found),
        "questions": questions_of(export),
        "actors": {actor.id: _actor(actor) for actor in actors_of(export)},
        "tags": {tag.id: _tag(tag) for tag in tags_of(export)},
    }
    yield "{\n"
    for key, value in heads.items():
        yield f'"{key}": {msgspec.json.encode(value).decode()},\n'
    yield '"events": ['
    separator = "\n"
    for document in documents(export):
        yield separator
        yield document.decode()
        separator = ",\n"
    yield "\n]\n}\n" if separator == ",\n" else "]\n}\n"


def _actor(actor: Actor) -> dict[str, Any]:
    fields = msgspec.structs.asdict(ActorRecord.of(actor))
    del fields["id"]
    return fields | {"kind": str(actor.kind or "")}


def _tag(tag: Tag) -> dict[str, str]:
    return {"description": tag.description, "color": str(tag.color or "")}

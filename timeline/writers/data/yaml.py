"""YAML: a chronology in the native format, which reads back as the same events."""

from collections.abc import Iterator

from timeline.actor_record import ActorRecord
from timeline.model import Actor, EventRecord, Tag, record_from_json
from timeline.readers.yaml import (
    date_text,
    dated_list,
    flow_list,
    inline,
    long_text,
    source_lines,
)
from timeline.writers.questions import questions_of
from timeline.writers.registries import actors_of, tags_of
from timeline.writers.writing import Export

_LONGEST_KEY = 100


def write(export: Export) -> Iterator[str]:
    """Yield a YAML file with the title, the events found, and the actors and tags they name.

    It has the saved questions that can be asked about these events.

    Each event has an id. Its sources and summary are in block style, its lists in flow style.
    """
    timeline = export.timeline
    for key in ("title", "description"):
        if text := getattr(timeline, key):
            yield f"{key}:{long_text(text, 2)}\n"
    if questions := questions_of(export):
        yield "questions:\n"
        for name, question in questions.items():
            yield f"  {_key(name)}: {inline(question)}\n"
    yield from _registry("tags", [(tag.id, list(_tag(tag))) for tag in tags_of(export)])
    yield from _registry("actors", [(actor.id, list(_actor(actor))) for actor in actors_of(export)])
    if not export.found:
        yield "events: []\n"
        return
    yield "events:\n"
    for document in export.found.documents():
        yield "".join(_event(record_from_json(document)))


def _registry(key: str, entries: list[tuple[str, list[str]]]) -> Iterator[str]:
    """Yield a registry, unless it would only repeat the ids."""
    if not any(lines for _, lines in entries):
        return
    yield f"{key}:\n"
    for identifier, lines in entries:
        yield f"  {_key(identifier)}:{'' if lines else ' {}'}\n"
        yield from lines


def _key(text: str) -> str:
    quoted = inline(text)
    # A longer key must be marked as one.
    return quoted if len(quoted) <= _LONGEST_KEY else f"? {quoted}\n  "


def _tag(tag: Tag) -> Iterator[str]:
    if tag.description:
        yield f"    description: {inline(tag.description)}\n"
    if tag.color:
        yield f"    color: {tag.color}\n"


def _actor(actor: Actor) -> Iterator[str]:
    if actor.name != actor.id:
        yield f"    name: {inline(actor.name)}\n"
    if actor.kind:
        yield f"    kind: {actor.kind}\n"
    record = ActorRecord.of(actor)
    if isinstance(record.role, str):
        if record.role:
            yield f"    role: {inline(record.role)}\n"
    else:
        yield f"    role: {dated_list(record.role)}\n"
    if record.member_of:
        yield f"    member_of: {dated_list(record.member_of)}\n"
    if actor.aliases:
        yield f"    aliases: {flow_list(actor.aliases)}\n"


def _event(event: EventRecord) -> Iterator[str]:
    yield f"  - id: {inline(event.id)}\n"
    yield f"    date: {date_text(event.date)}\n"
    yield f"    title: {inline(event.title)}\n"
    if event.summary:
        yield f"    summary:{long_text(event.summary, 6)}\n"
    for key in ("actors", "places", "tags", "follows"):
        if texts := getattr(event, key):
            yield f"    {key}: {flow_list(texts)}\n"
    if event.sources:
        yield "    sources:\n"
        yield from source_lines(event.sources, 6)

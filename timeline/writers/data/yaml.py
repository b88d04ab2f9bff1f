"""YAML: a chronology in the native format, which reads back as the same events."""

import json
import re
from collections.abc import Iterable, Iterator

from timeline.model import Actor, EventRecord, Source, Tag, record_from_json
from timeline.writers.registries import actors_of, tags_of
from timeline.writers.writing import Export

_WIDTH = 96
# Texts that need no quotes, in any YAML program: the first characters rule out signs, numbers and
# dates, and no comment or value can begin within.
_PLAIN = re.compile(r"[^\W\d_](?:[\w/.()'\u2019&+%;~=$@,-]|:(?=[\w/])| (?=[^ #]))*")
_PLAIN_IN_LIST = re.compile(r"[^\W\d_](?:[\w/.()'\u2019&+%;~=$@-]| (?=[^ #]))*")
_PLAIN_DATE = re.compile(r"[0-9][0-9XYTZ:.~?%+/-]*")
_NOT_TEXT = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
# What PyYAML and the reader refuse, even though JSON allows it.
_UNSAFE = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_LONGEST_KEY = 100


def write(export: Export) -> Iterator[str]:
    """Yield a YAML file with the title, the events found, and the actors and tags they name.

    Each event has an id. Its sources and summary are in block style, its lists in flow style.
    """
    timeline = export.timeline
    for key in ("title", "description"):
        if text := getattr(timeline, key):
            yield f"{key}:{_long(text, 2)}\n"
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
    quoted = _inline(text)
    # A longer key must be marked as one.
    return quoted if len(quoted) <= _LONGEST_KEY else f"? {quoted}\n  "


def _tag(tag: Tag) -> Iterator[str]:
    if tag.description:
        yield f"    description: {_inline(tag.description)}\n"
    if tag.color:
        yield f"    color: {tag.color}\n"


def _actor(actor: Actor) -> Iterator[str]:
    if actor.name != actor.id:
        yield f"    name: {_inline(actor.name)}\n"
    if actor.kind:
        yield f"    kind: {actor.kind}\n"
    if actor.role:
        yield f"    role: {_inline(actor.role)}\n"
    if actor.member_of:
        yield f"    member_of: {_list(actor.member_of)}\n"
    if actor.aliases:
        yield f"    aliases: {_list(actor.aliases)}\n"


def _event(event: EventRecord) -> Iterator[str]:
    yield f"  - id: {_inline(event.id)}\n"
    yield f"    date: {_date(event.date)}\n"
    yield f"    title: {_inline(event.title)}\n"
    if event.summary:
        yield f"    summary:{_long(event.summary, 6)}\n"
    for key in ("actors", "places", "tags", "follows"):
        if texts := getattr(event, key):
            yield f"    {key}: {_list(texts)}\n"
    if event.sources:
        yield "    sources:\n"
        for source in event.sources:
            yield from _source(source)


def _source(source: Source) -> Iterator[str]:
    lead = "      - "
    if source.title:
        yield f"{lead}title: {_inline(source.title)}\n"
        lead = "        "
    if source.url:
        yield f"{lead}url: {_inline(source.url)}\n"
        lead = "        "
    if source.publisher:
        yield f"{lead}publisher: {_inline(source.publisher)}\n"
        lead = "        "
    if source.date:
        yield f"{lead}date: {_date(source.date)}\n"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join([_inline(text, _PLAIN_IN_LIST) for text in texts])}]"


def _date(text: str) -> str:
    # The reader warns of a date such as 1939-41 without quotes.
    return text if _PLAIN_DATE.fullmatch(text) and text[5:7] <= "20" else _quoted(text)


def _inline(text: str, plain: re.Pattern[str] = _PLAIN) -> str:
    return text if plain.fullmatch(text) and text.lower() not in _NOT_TEXT else _quoted(text)


def _quoted(text: str) -> str:
    return _UNSAFE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"


def _long(text: str, indent: int) -> str:
    """Return a text as a block, or on the line of its key if it is short or needs quotes."""
    margin = " " * indent
    if "\n" in text:
        lines = text.split("\n")
        if all(line.isprintable() and line == line.strip() for line in lines) and lines[0]:
            return " |-" + "".join(f"\n{margin}{line}" if line else "\n" for line in lines)
    elif len(text) > _WIDTH - indent and text.isprintable() and "  " not in text:
        # As many words as there is room for, or a longer word.
        lines = re.findall(rf"(.{{1,{_WIDTH - indent}}}|\S+)(?: |$)", text)
        return " >-" + "".join(f"\n{margin}{line}" for line in lines)
    return f" {_inline(text)}"

"""The JSON document that `timeline export` writes; any other JSON is read as YAML."""

from collections.abc import Iterator
from typing import Any

from timeline.readers.items import Heading, Item, Place, Refused, Registry
from timeline.readers.json.lines import events
from timeline.readers.json.values import JsonError, JsonText, Source, Values, parsed
from timeline.readers.records import RegistryReader, saved_questions
from timeline.readers.report import Report
from timeline.readers.text import ByteStream, CheckedText, items_of_text
from timeline.readers.yaml import read as read_yaml

_LONGEST_PART = 1 << 24
_KEYS = ("title", "description", "question", "count", "questions", "actors", "tags")
_EARLIER_KEYS = tuple(key for key in _KEYS if key != "questions")
_BEFORE_EVENTS = '"events": ['
_AFTER_EVENTS = "]\n"


def read(stream: ByteStream, report: Report) -> Iterator[Item]:
    """Yield the parts of an exported document line by line, or of other JSON as YAML."""
    if not _is_exported(stream):
        return read_yaml(stream, report)
    return items_of_text(
        stream, report, _LONGEST_PART, "part", lambda text: _exported(text, report)
    )


def _exported(text: CheckedText, report: Report) -> Iterator[Item]:
    lines = text.lines()
    head = []
    for line in lines:
        if line.startswith(_BEFORE_EVENTS):
            break
        head.append(line)
    yield from _head("".join(head).rstrip().removesuffix(",") + "}", report)
    if not line.startswith(f"{_BEFORE_EVENTS}]"):
        until_end = iter(lambda: next(lines, _AFTER_EVENTS), _AFTER_EVENTS)
        yield from events(until_end, len(head) + 2, text, report)
    for line in lines:
        if line.strip() not in ("", "}"):
            report.error(Place(text.line, 1), "nothing may follow the events")
            break


def _is_exported(stream: ByteStream) -> bool:
    """Return whether the lines before the events are those of an exported document."""
    stream.seek(0)
    begins = stream.readline(16) == b"{\n"
    keys: list[str] = []
    while begins and (line := stream.readline(1 << 24)):
        if line.startswith(_BEFORE_EVENTS.encode()):
            stream.seek(0)
            return tuple(keys) in (_KEYS, _EARLIER_KEYS)
        key, _, _ = line.partition(b":")
        keys.append(key.strip(b' "').decode("utf-8", "replace"))
        begins = len(keys) <= len(_KEYS) and line.endswith(b",\n")
    stream.seek(0)
    return False


def _head(text: str, report: Report) -> Iterator[Item]:
    try:
        found: dict[str, Any] = dict(parsed(text))
    except JsonError as error:
        place = Place(text.count("\n", 0, error.at) + 1, error.at - text.rfind("\n", 0, error.at))
        report.error(place, f"this is not JSON: {error}")
        yield Refused("")
        return
    source = Source(text, 1)
    values, registries = Values(report, source), RegistryReader(report)
    for key in ("title", "description"):
        heading = values.value(found[key], (key,))
        if heading is not None and (shown := registries.text(heading, key)):
            yield Heading(key, shown)
    if (asked := found.get("questions")) is not None:
        yield from saved_questions(registries, values.value(asked, ("questions",)))
    for kind, read_entry in (("actors", registries.actor), ("tags", registries.tag)):
        entries = found[kind]
        # Without details, there was no registry.
        if type(entries) is tuple and any(any(map(_second, one)) for _, one in entries):
            yield Registry(kind)
            for identifier, entry in entries:
                key_text = JsonText(identifier, source, (kind, identifier), of_key=True)
                listed = read_entry(key_text, values.value(entry, (kind, identifier)))
                if listed is not None:
                    yield listed


def _second(pair: Any) -> Any:
    return pair[1] if type(pair) is tuple and len(pair) == 2 else pair

"""The parts of an event that an exported entry carries as JSON, in `X-TIMELINE-EVENT`."""

import json
from typing import Any

from timeline.readers.ics.lines import Property
from timeline.readers.items import Place
from timeline.readers.records import List, Located, Record, Value

_PARTS = ("actors", "places", "follows", "sources")


def use_carried(record: Record, line: Property | None) -> None:
    """Add the parts of an event that an exported entry carries to its record.

    What was changed in the entry after the export is kept. Its text loses what it has besides the
    summary.
    """
    parts = _carried_by(line) if line else {}
    summary = record.entries.get("summary")
    if isinstance(summary, Located):
        summary.value = _without_facts(summary.value, parts)
    if _joined(parts.get("places")) != _joined(record.entries.get("places")):
        parts.pop("places", None)
    shown, sources = record.entries.get("sources"), parts.get("sources")
    if isinstance(shown, List) and isinstance(sources, List):
        addresses = {_address(one) for one in sources.items}
        sources.items += [one for one in shown.items if _address(one) not in addresses]
    for key, value in parts.items():
        assert line is not None
        record.keys[key] = Located(key, line.place)
        record.entries[key] = value


def _carried_by(line: Property) -> dict[str, Value]:
    """Return the parts of an event in a property, by key; none if it cannot be read."""
    try:
        found = json.loads(line.text)
    except (ValueError, RecursionError):
        return {}
    given = found if isinstance(found, dict) else {}
    return {
        key: _value(given[key], line.place) for key in _PARTS if isinstance(given.get(key), list)
    }


def _without_facts(text: str, parts: dict[str, Value]) -> str:
    """Return the text of an entry without its date, and without its actors and sources."""
    first, _, rest = text.partition("\n\n")
    paragraphs = (rest if first.startswith("Date: ") else text).split("\n\n")
    sources = parts.get("sources")
    if isinstance(sources, List) and paragraphs[-1].count("\n") + 1 == len(sources.items):
        paragraphs.pop()
    if "actors" in parts and paragraphs and paragraphs[-1].startswith("Actors: "):
        paragraphs.pop()
    return "\n\n".join(paragraphs)


def _joined(value: Value) -> str:
    """Return the items of a list as the text of a place in an entry."""
    items = value.items if isinstance(value, List) else []
    return "; ".join(one.value for one in items if isinstance(one, Located))


def _address(value: Value) -> str | None:
    """Return the address of a source."""
    url = value.entries.get("url") if isinstance(value, Record) else value
    return url.value if url is not None else None


def _value(parsed: Any, place: Place) -> Value:
    start = Located("", place).start_mark
    if isinstance(parsed, list):
        value = List(start, bracketed=True)
        value.items = [_value(one, place) for one in parsed]
        return value
    if isinstance(parsed, dict):
        record = Record(start, bracketed=True)
        record.keys = {key: Located(key, place) for key in parsed}
        record.entries = {key: _value(one, place) for key, one in parsed.items()}
        return record
    return Located(str(parsed), place)

"""CSL-JSON: the sources of the events found, for Zotero, Pandoc and other programs."""

from collections.abc import Iterator
from typing import Any

import msgspec

from timeline.dates import EventDate, Precision, Side
from timeline.writers.bibliography.references import Reference, references
from timeline.writers.writing import Export

_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def write(export: Export) -> Iterator[str]:
    """Yield a list of items (CSL 1.0.2). A date that CSL has no form for is given in words."""
    separator = "[\n"
    for reference in references(export.found):
        yield separator + msgspec.json.encode(_item(reference)).decode()
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _item(reference: Reference) -> dict[str, Any]:
    source = reference.source
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "webpage" if source.url else "document",
        "title": source.title or source.publisher or source.address,
    }
    if source.publisher:
        item["container-title" if source.url else "publisher"] = source.publisher
    if source.url:
        item["URL"] = source.url
    if source.archive:
        item["note"] = f"Archived at {source.archive}"
    if reference.date:
        item["issued"] = _issued(reference.date)
    return item


def _issued(date: EventDate) -> dict[str, Any]:
    sides = [date.start, date.end] if date.is_interval else [date.start]
    parts = [_parts(side) for side in sides]
    whole = date.is_interval or date.precision in _PARTS
    if date.uncertain or date.has_time or not whole or not all(parts):
        return {"literal": date.describe()}
    return {"date-parts": parts} | ({"circa": True} if date.approximate else {})


def _parts(side: Side) -> list[int]:
    """Return the known numbers of one side; none if CSL cannot express it."""
    known = _PARTS.get(side.precision, 0) if side.precision else 0
    first, last = side.earliest, side.latest
    # A set has the precision of its members, but spans several of them.
    if not known or first is None or last is None or first.year < 1:
        return []
    return list(first[:known]) if first[:known] == last[:known] else []

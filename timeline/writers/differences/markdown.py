"""A corrections note: what differs between two versions of a chronology, as Markdown to print."""

from collections.abc import Iterable, Iterator

from timeline.dates import EventDate
from timeline.editing.comparing import Comparison, Difference, Edit, Listed, TextEdit
from timeline.model import Actor, Event, Membership, Role, Source, Tag
from timeline.writers.markdown import citation, escaped

_SECTIONS = {"changed": "Corrected", "added": "Added", "removed": "Removed"}
_QUOTED = ("title", "summary", "description", "name", "role")


def corrections(comparison: Comparison) -> Iterator[str]:
    """Yield the note; it is empty if nothing differs."""
    if comparison.is_empty:
        return
    title = escaped(comparison.title)
    yield f"# Corrections{f': {title}' if title else ''}\n"
    for kind, heading in _SECTIONS.items():
        found = [one for one in comparison.events if one.kind == kind]
        if found:
            yield f"\n## {heading}\n\n"
        for difference in found:
            yield f"- {_head(difference.record)}\n"
            for edit in difference.edits:
                yield f"  - {_sentence(edit, comparison)}\n"
            if kind == "added":
                for source in difference.record.sources:
                    yield f"  - Source: {citation(source)}.\n"
    yield from _others(comparison)


def _others(comparison: Comparison) -> Iterator[str]:
    """Yield what differs besides the events."""
    lines = [f"- {_sentence(edit, comparison)}\n" for edit in comparison.headings]
    for kind, registry in (("Actor", comparison.actors), ("Tag", comparison.tags)):
        for difference in registry:
            lines += _of_registry(kind, difference, comparison)
    if lines:
        yield "\n## About the chronology\n\n"
        yield from lines


def _of_registry(
    kind: str, difference: Difference[Actor] | Difference[Tag], comparison: Comparison
) -> list[str]:
    record = difference.record
    name = record.name if isinstance(record, Actor) else record.id
    lines = [f"- {kind} {difference.kind}: {escaped(name)}\n"]
    return [*lines, *(f"  - {_sentence(edit, comparison)}\n" for edit in difference.edits)]


def _head(event: Event) -> str:
    return f"**{escaped(event.date.describe())}:** {escaped(event.title)}"


def _sentence(edit: Edit, comparison: Comparison) -> str:
    field = edit.field.replace("_", " ").capitalize()
    if field == "Id":
        field = "ID"
    if isinstance(edit, TextEdit):
        before, after = (_text(edit.field, text) for text in (edit.before, edit.after))
        note = f" ({edit.note})" if edit.note else ""
        if not edit.before:
            return f"{field} added: {after}"
        return f"{field}: {after or 'none'} instead of {before}{note}"
    parts = [
        f"{kind}: {'; '.join(_items(edit.field, items, comparison))}"
        for kind, items in (("added", edit.added), ("removed", edit.removed))
        if items
    ]
    return f"{field} {', '.join(parts) or 'in another order'}"


def _text(field: str, text: str) -> str:
    if field == "date":
        return escaped(EventDate.parse(text).describe())
    return f"“{escaped(text)}”" if text and field in _QUOTED else escaped(text)


def _items(field: str, items: Iterable[Listed], comparison: Comparison) -> Iterator[str]:
    for item in items:
        if isinstance(item, Source):
            yield citation(item)
        elif isinstance(item, Membership):
            yield escaped(f"{comparison.names.get(item.id, item.id)} ({item.when})")
        elif isinstance(item, Role):
            yield escaped(f"{item.title} ({item.when})")
        elif field in ("actors", "member_of"):
            yield escaped(comparison.names.get(item, item))
        else:
            yield escaped(item)

"""The differences between two versions of a chronology as JSON."""

from collections.abc import Iterable, Iterator

import msgspec

from timeline.actor_record import ActorRecord
from timeline.editing.comparing import Comparison, Difference, Edit, Revision, TextEdit
from timeline.model import Actor, Event, EventRecord, Tag


def differences_as_json(comparison: Comparison) -> Iterator[str]:
    """Yield one object with the keys `headings`, `actors`, `tags` and `events`.

    A difference has the keys `change` (`added`, `removed` or `changed`), `before` and `after` (null
    if it is not there), and `fields` with those that changed.
    """
    yield _written(_document(comparison))


def history_as_json(revisions: Iterable[Revision]) -> Iterator[str]:
    """Yield a list of objects as those of differences, each with its `commit`."""
    yield _written(
        [
            {
                "commit": {
                    "hash": revision.commit.hash,
                    "author": revision.commit.author,
                    "date": revision.commit.date,
                    "subject": revision.commit.subject,
                },
                **_document(revision.comparison),
            }
            for revision in revisions
        ]
    )


def _written(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def _document(comparison: Comparison) -> dict[str, object]:
    return {
        "headings": _fields(comparison.headings),
        "actors": [_difference(one) for one in comparison.actors],
        "tags": [_difference(one) for one in comparison.tags],
        "events": [_difference(one) for one in comparison.events],
    }


def _difference(
    found: Difference[Event] | Difference[Actor] | Difference[Tag],
) -> dict[str, object]:
    return {
        "change": found.kind,
        "before": _record(found.before),
        "after": _record(found.after),
        "fields": _fields(found.edits),
    }


def _record(record: Event | Actor | Tag | None) -> object:
    if isinstance(record, Actor):
        return ActorRecord.of(record)
    return EventRecord.of(record) if isinstance(record, Event) else record


def _fields(edits: Iterable[Edit]) -> dict[str, object]:
    fields: dict[str, object] = {}
    for edit in edits:
        if isinstance(edit, TextEdit):
            fields[edit.field] = {"before": edit.before, "after": edit.after}
            if edit.note:
                fields[edit.field] = {"before": edit.before, "after": edit.after, "note": edit.note}
        else:
            fields[edit.field] = {"removed": edit.removed, "added": edit.added}
    return fields

"""The keys of events, by which three versions of a file are compared."""

from collections.abc import Sequence

from timeline.editing.comparing import paired_events
from timeline.readers import Entry


def keys_of(
    base: Sequence[Entry], ours: Sequence[Entry], theirs: Sequence[Entry]
) -> tuple[list[str], list[str], list[str]]:
    """Return a key for each event of three versions; the same events have one.

    An event that both added is the same if it has the same id, or the same title and date.
    """
    before = [entry.event for entry in base]
    names = {id(event): f"base {number}" for number, event in enumerate(before)}
    found = []
    for label, entries in (("ours", ours), ("theirs", theirs)):
        known = {
            id(new): names[id(old)]
            for old, new in paired_events(before, [entry.event for entry in entries])
            if old is not None and new is not None
        }
        found.append(
            [
                known.get(id(entry.event))
                or (f"id {entry.event.id}" if entry.id_given else f"{label} {number}")
                for number, entry in enumerate(entries)
            ]
        )
    own, other = found
    _join_alike(ours, own, theirs, other)
    return [names[id(event)] for event in before], own, other


def _join_alike(
    ours: Sequence[Entry], own: list[str], theirs: Sequence[Entry], other: Sequence[str]
) -> None:
    """Give the new events of ours without an id the keys of those of theirs that are the same."""
    waiting = {
        (entry.event.title, entry.event.date): key
        for key, entry in zip(other, theirs, strict=True)
        if key.startswith("theirs ")
    }
    for number, entry in enumerate(ours):
        if own[number].startswith("ours "):
            own[number] = waiting.pop((entry.event.title, entry.event.date), own[number])

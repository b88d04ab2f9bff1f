"""The keys of front matter: those of an event, other names for them, and bookkeeping."""

from timeline.readers.records import END_KEYS, EVENT_KEYS, Record
from timeline.text import fold

BOOKKEEPING = frozenset(
    (
        *("alias", "aliases", "cssclass", "cssclasses", "layout", "permalink", "publish"),
        *("created", "date created", "modified", "date modified", "updated", "lastmod"),
    )
)
"""The keys that are about the note as a file or a page, and not about the event; folded."""


def use_keys_of_an_event(record: Record) -> None:
    """Rename the keys of a record to those of an event, and remove those for bookkeeping.

    A key that is spelt with other letters, or called differently in other programs, is renamed if
    it is the only one that means this key of an event.
    """
    others = {}
    for name in [name for name in record.keys if name not in EVENT_KEYS.known]:
        folded = fold(name)
        if folded in BOOKKEEPING:
            del record.keys[name]
            record.entries.pop(name, None)
        elif folded in EVENT_KEYS.known and folded not in record.keys:
            _rename(record, name, folded)
        else:
            others[name] = folded
    for key, meant in EVENT_KEYS.settled(others.values()).items():
        # The end alone is not the date.
        if key not in record.keys and meant not in END_KEYS:
            name = next(name for name, folded in others.items() if folded == meant)
            _rename(record, name, key)


def _rename(record: Record, name: str, key: str) -> None:
    record.keys[key] = record.keys.pop(name)
    if name in record.entries:
        record.entries[key] = record.entries.pop(name)

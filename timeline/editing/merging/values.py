"""What a merged chronology must say, found from the values of records and not from their text."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from timeline.model import Actor, Event, Tag

_Record = TypeVar("_Record", Event, Actor, Tag)


def expected(
    base: Mapping[str, _Record], ours: Mapping[str, _Record], theirs: Mapping[str, _Record]
) -> dict[str, _Record | None]:
    """Return the merged records by key, None for one that both sides changed differently."""
    found: dict[str, _Record | None] = {}
    for key in dict.fromkeys([*ours, *theirs]):
        before, own, other = base.get(key), ours.get(key), theirs.get(key)
        if own is not None and other is not None:
            found[key] = _merged(before, own, other)
        elif before is None:
            found[key] = own or other
        elif (own or other) != before:
            found[key] = None
    return found


def is_as_expected(
    wanted: Mapping[str, _Record | None], records: Iterable[_Record], *, is_clean: bool
) -> bool:
    """Return whether the records are those that are wanted, in any order.

    If the text has conflicts, others may be among them.
    """
    known = Counter(_plain(record) for record in wanted.values() if record is not None)
    found = Counter(map(_plain, records))
    return known == found if is_clean else known <= found


def _merged(base: _Record | None, ours: _Record, theirs: _Record) -> _Record | None:
    values: dict[str, Any] = {}
    own: Any
    other: Any
    for field in ours.__struct_fields__:
        own, other = getattr(ours, field), getattr(theirs, field)
        before = getattr(base, field) if base is not None else None
        if own == other or (base is not None and other == before):
            values[field] = own
        elif base is not None and own == before:
            values[field] = other
        elif isinstance(own, tuple) and isinstance(other, tuple):
            held = before or ()
            # A changed source is another one, and both may be right.
            values[field] = tuple(
                item
                for item in dict.fromkeys((*own, *other))
                if (item in own and item in other) or item not in held
            )
        else:
            return None
    return msgspec.structs.replace(ours, **values)


def _plain(record: Event | Actor | Tag) -> tuple[Hashable, ...]:
    """Return the values of a record without the order of its lists."""
    values = msgspec.structs.astuple(record)
    return tuple(frozenset(one) if isinstance(one, tuple) else one for one in values)

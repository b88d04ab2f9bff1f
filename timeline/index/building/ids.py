"""Unique ids for events whose id was made from the title."""

import re

import msgspec

from timeline.index import Index
from timeline.text import slug

_BETWEEN = re.compile(r"[/.]+")


def make_ids_unique(index: Index) -> bool:
    """Make generated ids unique by appending the date, then also a number if necessary.

    Returns whether any id was changed.
    """
    repeated = list(
        index.rows(
            "SELECT e.number, e.id, e.date FROM event e "
            "WHERE NOT e.id_given AND EXISTS "
            "(SELECT 1 FROM event f WHERE f.id = e.id AND f.number != e.number "
            "AND (f.id_given OR f.number < e.number)) ORDER BY e.number"
        )
    )
    counts: dict[str, int] = {}
    for number, generated, date in repeated:
        dated = f"{generated}-{slug(_BETWEEN.sub(' to ', date))}"
        count = counts.get(dated, 0) + 1
        while index.value("SELECT 1 FROM event WHERE id = ?", _counted(dated, count)):
            count += 1
        counts[dated] = count
        (event,) = index.events([number])
        event = msgspec.structs.replace(event, id=_counted(dated, count))
        index.connection.execute("UPDATE event SET id = ? WHERE number = ?", (event.id, number))
        index.replace_event(number, event)
    return bool(repeated)


def _counted(name: str, count: int) -> str:
    return name if count == 1 else f"{name}-{count}"

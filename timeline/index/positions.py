"""Where events stand in their files."""

from array import array
from collections.abc import Iterator
from typing import NamedTuple

from timeline.index.index import Index
from timeline.index.schema import NO_NAME
from timeline.model import Event
from timeline.readers import Layout


class Position(NamedTuple):
    """The place of an event: the number of its file, and its number in that file, both from 0.

    `id_given` means that its id is written, and not made from its title.
    """

    file: int
    number: int
    id_given: bool


def position_of(index: Index, identifier: str) -> Position | None:
    """Return the position of the event with this id, None if there is none."""
    rows = index.rows(
        "SELECT file, "
        "(SELECT count(*) FROM event o WHERE o.file = e.file AND o.number < e.number), id_given "
        "FROM event e WHERE id = ?",
        identifier,
    )
    return next((Position(file, number, bool(given)) for file, number, given in rows), None)


def events_of_file(index: Index, file: int) -> Iterator[Event]:
    """Yield the events of a file, in the order of the file."""
    return index.events(numbers_in_file(index, file))


def numbers_in_file(index: Index, file: int) -> list[int]:
    """Return the numbers that the events of a file have in the index, in the order of the file."""
    rows = index.rows("SELECT number FROM event WHERE file = ? ORDER BY number", file)
    return [number for (number,) in rows]


def has_name(index: Index, kind: str, name: str) -> bool:
    """Return whether an event has exactly this name of a kind, such as `place`."""
    return bool(index.value("SELECT 1 FROM name WHERE kind = ? AND name = ?", kind, name))


def names_of(index: Index, kind: str) -> list[str]:
    """Return all names of a kind that events have, such as `place`."""
    rows = index.rows("SELECT name FROM name WHERE kind = ? AND name <> ?", kind, NO_NAME)
    return sorted(name for (name,) in rows)


def dates_in_file(index: Index, file: int) -> list[tuple[int, int, int]]:
    """Return where the events of a file come in chronological order, in the order of the file.

    The items are those of a `SortKey`; making one for each event would take as long again.
    """
    return list(
        index.rows("SELECT start, finish, time FROM event WHERE file = ? ORDER BY number", file)
    )


def layout_of(index: Index) -> Layout | None:
    """Return the layout of the only file of an index, None if it has none or is not known."""
    rows = index.rows("SELECT key, key_indent, indent FROM layout")
    return next((Layout(key, before, dash, array("I")) for key, before, dash in rows), None)

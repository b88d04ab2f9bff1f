"""Where events stand in their files."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.index.index import Index
from timeline.model import Event


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


def dates_in_file(index: Index, file: int) -> list[tuple[int, int, int]]:
    """Return where the events of a file come in chronological order, in the order of the file.

    The items are those of a `SortKey`; making one for each event would take as long again.
    """
    return list(
        index.rows("SELECT start, finish, time FROM event WHERE file = ? ORDER BY number", file)
    )

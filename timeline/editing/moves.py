"""Where the events of a file stand after changes that are not saved yet."""

from typing import NamedTuple

_Key = tuple[int, int, int]


class _Move(NamedTuple):
    """An event with this number was inserted (`by` is 1), removed (-1) or dated anew (0)."""

    number: int
    by: int
    key: _Key | None


class Moves:
    """The events of a file that were inserted, removed and dated anew, in this order."""

    def __init__(self) -> None:
        self._moves: list[_Move] = []

    def inserted(self, number: int, key: _Key) -> None:
        """Record that an event was inserted as the one with this number."""
        self._moves.append(_Move(number, 1, key))

    def removed(self, number: int) -> None:
        """Record that the event with this number was removed."""
        self._moves.append(_Move(number, -1, None))

    def dated(self, number: int, key: _Key) -> None:
        """Record that the event with this number was dated anew."""
        self._moves.append(_Move(number, 0, key))

    def number(self, saved: int) -> int:
        """Return the number of an event that had the number `saved` before, and is still there."""
        for move in self._moves:
            if saved >= move.number + (move.by < 0):
                saved += move.by
        return saved

    def dates(self, saved: list[_Key]) -> list[_Key]:
        """Return the dates of the events in order, given those before."""
        dates = [*saved]
        for number, by, key in self._moves:
            dates[number : number + (by < 1)] = [] if key is None else [key]
        return dates

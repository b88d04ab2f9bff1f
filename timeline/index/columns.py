"""The days of all events in chronological order, as arrays of numbers."""

from array import array
from collections.abc import Iterable
from functools import cached_property

from timeline.dates import EventDate
from timeline.index.database import Database
from timeline.index.schema import SPACING


class Columns:
    """Arrays with one item per event, in chronological order. An event's index is its position.

    `numbers` holds the numbers of the events. The other arrays hold ordinals of days, or
    `NO_START` and `NO_END`; `start` is in ascending order.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @cached_property
    def numbers(self) -> "array[int]":
        """The number of each event."""
        return self._column("number")

    @cached_property
    def start(self) -> "array[int]":
        """The first day of each event. For a time with a time zone, this is the day in UTC."""
        return self._column("start")

    @cached_property
    def earliest(self) -> "array[int]":
        """The first day of each event."""
        return self._column("earliest")

    @cached_property
    def latest(self) -> "array[int]":
        """The last day of each event."""
        return self._column("latest")

    @cached_property
    def begins_by(self) -> "array[int]":
        """The latest day on which each event can have begun."""
        return self._column("begins_by")

    def positions(self, numbers: Iterable[int]) -> list[int]:
        """Return the positions of the events with these numbers."""
        if self._position_of is not None:
            return [self._position_of[number] for number in numbers]
        by_rank = self._by_rank
        return [by_rank[number // SPACING - 1] for number in numbers]

    def date(self, position: int) -> EventDate:
        """Return the date of the event at a position."""
        sql = "SELECT date FROM event WHERE number = ?"
        return EventDate.parse(self._database.value(sql, self.numbers[position]))

    @cached_property
    def _by_rank(self) -> "array[int]":
        """The positions of the events in file order: first event, second event, and so on."""
        positions = array("q", bytes(8 * len(self.numbers)))
        for position, number in enumerate(self.numbers):
            positions[number // SPACING - 1] = position
        return positions

    @cached_property
    def _position_of(self) -> dict[int, int] | None:
        """The position of each event by its number, or None if the numbers have no gaps."""
        numbers = self.numbers
        last = SPACING * len(numbers)
        if all(number % SPACING == 0 and number <= last for number in numbers):
            return None
        return {number: position for position, number in enumerate(numbers)}

    def _column(self, name: str) -> "array[int]":
        values = self._database.value("SELECT numbers FROM event_column WHERE name = ?", name)
        try:
            return array("q", values)
        except (TypeError, ValueError) as error:
            raise self._database.damaged(error) from error

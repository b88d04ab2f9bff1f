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

    def positions(self, numbers: Iterable[int]) -> "array[int]":
        """Return the positions of the events with these numbers."""
        by_rank = self._by_rank
        if by_rank:
            return array("I", [by_rank[number // SPACING - 1] for number in numbers])
        return array("I", [self._by_number[number] for number in numbers])

    def position_of(self, identifier: str) -> int | None:
        """Return the position of the event with this id, None if there is none."""
        number = self._database.value("SELECT number FROM event WHERE id = ?", identifier)
        return None if number is None else self.positions([number])[0]

    def date(self, position: int) -> EventDate:
        """Return the date of the event at a position."""
        sql = "SELECT date FROM event WHERE number = ?"
        return EventDate.parse(self._database.value(sql, self.numbers[position]))

    @cached_property
    def _by_rank(self) -> "array[int]":
        """The positions of the events in file order; empty if events were inserted later."""
        return self._column("position")

    @cached_property
    def _by_number(self) -> dict[int, int]:
        """The position of each event by its number."""
        return {number: position for position, number in enumerate(self.numbers)}

    def _column(self, name: str) -> "array[int]":
        values = self._database.value("SELECT numbers FROM event_column WHERE name = ?", name)
        try:
            return array("q", self._database.intact(values))
        except (TypeError, ValueError) as error:
            raise self._database.damaged(error) from error

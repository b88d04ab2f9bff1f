"""The events found, by their rank in chronological order, so that a list can read only a part."""

from bisect import bisect_left
from typing import NamedTuple

from timeline.dates import CalendarUnit, Unit, unit_started_in
from timeline.model import Event, Facet
from timeline.search.selection import Selection


class Heading(NamedTuple):
    """The heading above an event: its label, and the number of events found under it."""

    label: str
    events: int


class EventsByRank:
    """The events of a selection, in chronological order, each read when it is asked for.

    Ranks start at 0.
    """

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._index = selection.index
        self._positions = selection.positions
        self._counts: dict[CalendarUnit | None, int] = {}

    def __len__(self) -> int:
        return len(self._positions)

    def __getitem__(self, rank: int) -> Event:
        return next(self._index.events([self._index.columns.numbers[self._positions[rank]]]))

    def rank_of(self, identifier: str) -> int | None:
        """Return the rank of the event with this id, None if it is not among those found."""
        position = self._index.columns.position_of(identifier)
        if position is None or position not in self._positions:
            return None
        return self._positions.rank(position) - 1

    def rank_near(self, identifier: str) -> int:
        """Return the rank of the event with this id, or that of the first found after it.

        If there is none, return the last rank; if there is no such event, the first.
        """
        position = self._index.columns.position_of(identifier)
        return 0 if position is None else self._rank_at(position)

    def rank_from(self, day: int) -> int:
        """Return the rank of the first event that begins on a day, an ordinal, or later.

        If there is none, return the last rank.
        """
        return self._rank_at(bisect_left(self._index.columns.start, day))

    def start(self, rank: int) -> int:
        """Return the ordinal of the first day of an event, NO_START if that is open."""
        return self._index.columns.earliest[self._positions[rank]]

    def heading(self, rank: int, event: Event) -> Heading:
        """Return the heading of an event, given its rank: its year, or that it is continuing."""
        if self._positions[rank] in self._selection.continuing:
            return Heading("Continuing", len(self._selection.continuing))
        year = unit_started_in(event.date, Unit.YEAR)
        if year not in self._counts:
            sets = self._index.bitmaps.some(Facet.YEAR, [year])
            found = self._positions - self._selection.continuing
            self._counts[year] = sum(found.intersection_cardinality(one) for _, one in sets)
        return Heading("Open start" if year is None else year.label, self._counts[year])

    def _rank_at(self, position: int) -> int:
        before = self._positions.rank(position - 1) if position else 0
        return max(0, min(before, len(self) - 1))

"""The events found, by their rank in chronological order, so that a list can read only a part."""

from bisect import bisect_left
from typing import NamedTuple

from timeline.dates import NO_START, CalendarUnit, Unit, unit_started_in
from timeline.model import Event, Facet
from timeline.search.selection import Selection


class Heading(NamedTuple):
    """The heading above an event: its label, and the number of events found under it."""

    label: str
    events: int


class EventsByRank:
    """The events of a selection, each read when it is asked for.

    They are in the order of a list: first those that continue from before the time asked about.
    Ranks start at 0.
    """

    def __init__(self, selection: Selection) -> None:
        self._index = selection.index
        self._before = selection.continuing
        self._others = selection.positions - selection.continuing
        self._counts: dict[CalendarUnit | None, int] = {}

    def __len__(self) -> int:
        return len(self._before) + len(self._others)

    def __getitem__(self, rank: int) -> Event:
        return next(self._index.events([self._index.columns.numbers[self._position(rank)]]))

    def _position(self, rank: int) -> int:
        before = len(self._before)
        return self._before[rank] if rank < before else self._others[rank - before]

    def rank_of(self, identifier: str) -> int | None:
        """Return the rank of the event with this id, None if it is not among those found."""
        position = self._index.columns.position_of(identifier)
        if position is None:
            return None
        if position in self._before:
            return self._before.rank(position) - 1
        return self._rank_at(position) if position in self._others else None

    def exists(self, identifier: str) -> bool:
        """Return whether the chronology has an event with this id, found or not."""
        return self._index.columns.position_of(identifier) is not None

    def rank_near(self, identifier: str, day: int = NO_START) -> int:
        """Return the rank of the event with this id, or that of the first found after it.

        If there is none, return the last rank. If there is no such event, return the rank of the
        first that begins on a day, an ordinal, or later.
        """
        position = self._index.columns.position_of(identifier)
        if position is None:
            return self.rank_from(day)
        found = self.rank_of(identifier)
        return self._rank_at(position) if found is None else found

    def rank_from(self, day: int) -> int:
        """Return the rank of the first event that begins on a day, an ordinal, or later.

        If there is none, return the last rank.
        """
        return self._rank_at(bisect_left(self._index.columns.start, day))

    def start(self, rank: int) -> int:
        """Return the ordinal of the first day of an event, NO_START if that is open."""
        return self._index.columns.earliest[self._position(rank)]

    def heading(self, rank: int, event: Event) -> Heading:
        """Return the heading of an event, given its rank: its year, or that it is continuing."""
        if rank < len(self._before):
            return Heading("Continuing", len(self._before))
        year = unit_started_in(event.date, Unit.YEAR)
        if year not in self._counts:
            sets = self._index.bitmaps.some(Facet.YEAR, [year])
            self._counts[year] = sum(self._others.intersection_cardinality(one) for _, one in sets)
        return Heading("Open start" if year is None else year.label, self._counts[year])

    def _rank_at(self, position: int) -> int:
        earlier = self._others.rank(position - 1) if position else 0
        return max(0, min(len(self._before) + earlier, len(self) - 1))

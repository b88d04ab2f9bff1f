"""The events that several questions find in one chronology, in one chronological order."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import CalendarUnit
from timeline.index import Value
from timeline.model import Event, Facet
from timeline.search.selection import Selection

if TYPE_CHECKING:
    from pyroaring import BitMap


class FoundBy(NamedTuple):
    """An event, and for each question whether it finds the event."""

    event: Event
    finds: tuple[bool, ...]


class Year(NamedTuple):
    """The heading of a year, the number of events under it, and those, which can be read once."""

    label: str
    number: int
    events: Iterator[FoundBy]


class Several:
    """The events that any of several selections finds; all are of the same chronology.

    Events are read one at a time. `reverse` sorts the latest event first. `limit` is the maximum
    number of events, counted from the start of the sorted list.
    """

    def __init__(
        self, selections: Sequence[Selection], *, reverse: bool = False, limit: int | None = None
    ) -> None:
        self.selections = tuple(selections)
        self._index = selections[0].index
        self._reverse = reverse
        self._limit = limit

    def __len__(self) -> int:
        return len(self._shown)

    @property
    def total(self) -> int:
        """The number of events in the chronology."""
        return self.selections[0].total

    @cached_property
    def matching(self) -> int:
        """The number of events that any question finds, without the limit."""
        return len(self._found)

    @cached_property
    def _found(self) -> "BitMap":
        first, *others = (one.positions for one in self.selections)
        return first.union(*others)

    @cached_property
    def _shown(self) -> "BitMap":
        if self._limit is None or self._limit >= len(self._found):
            return self._found
        kept = self._found[-self._limit :] if self._reverse else self._found[: self._limit]
        return kept if self._limit else self._found[:0]

    def years(self) -> Iterator[Year]:
        """Yield the events by the year in which they begin. Read those of a year before the next.

        Events that continue from before the time asked about have a group of their own, unless a
        question finds them otherwise. A date less precise than a year has a larger unit.
        """
        continuing = self._continuing
        groups = [("Continuing", continuing)] if continuing else []
        rest = self._shown - continuing
        by_year = [(value, events & rest) for value, events in self._index.bitmaps.each(Facet.YEAR)]
        groups += [(_label(value), events) for value, events in sorted(by_year, key=_order)]
        for label, events in reversed(groups) if self._reverse else groups:
            if events:
                yield Year(label, len(events), self._read(events))

    @property
    def _continuing(self) -> "BitMap":
        """The events that no question finds otherwise than as continuing."""
        begun = (one.positions - one.continuing for one in self.selections)
        return self._shown.difference(*begun)

    def _read(self, events: "BitMap") -> Iterator[FoundBy]:
        positions: Iterable[int] = reversed(events) if self._reverse else events
        numbers = self._index.columns.numbers
        for position in positions:
            finds = tuple(position in one.positions for one in self.selections)
            yield FoundBy(next(self._index.events([numbers[position]])), finds)


def _order(group: "tuple[Value, BitMap]") -> tuple[bool, int]:
    """Sort open starts first, and then by time."""
    value = group[0]
    return (True, value) if isinstance(value, int) else (False, 0)


def _label(value: Value) -> str:
    return CalendarUnit(value).label if isinstance(value, int) else "Open start"

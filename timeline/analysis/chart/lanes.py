"""The events found as lanes: those that have a tag, an actor or a place, or are of a year."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import msgspec

from timeline.analysis.chart.axis import Axis
from timeline.analysis.chart.cells import Cells
from timeline.analysis.chart.scope import Scope
from timeline.dates.event_date import EventDate


class Lane(msgspec.Struct, frozen=True):
    """Those of the events found that have something in common.

    `ids` are the tags, actors, places or years that it is for; empty where there is none. `rest`
    tells that it is for those which have no lane of their own.
    """

    ids: tuple[str, ...]
    rest: bool = False


class Lanes(ABC):
    """The lanes of what is in a scope."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._index = scope.index

    @abstractmethod
    def lanes(self, top: int) -> list[Lane]:
        """Return at most `top` lanes, those with most events, and those of all others."""

    @abstractmethod
    def count(self, lane: Lane) -> int:
        """Return how many events a lane has."""

    @abstractmethod
    def axes(self, axis: Axis, lanes: Sequence[Lane]) -> list[Axis]:
        """Return the axes of the lanes, each once."""

    @abstractmethod
    def cells(self, axis: Axis, lanes: Sequence[Lane]) -> list[Cells]:
        """Return what lies in the cells of each of the lanes."""

    @abstractmethod
    def ends(self, lane: Lane) -> tuple[EventDate, EventDate]:
        """Return the dates of the first and the last event of a lane that has any."""

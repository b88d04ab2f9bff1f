"""A selection that counts its events itself, because there are no sets of positions to count."""

from abc import abstractmethod
from typing import NamedTuple

from timeline.dates import EventDate, Span
from timeline.index import Value
from timeline.model import Facet
from timeline.search import Selection

CONTINUING = "continuing"
"""The value, in facets of time, of events that continue from before the time asked about."""


class Tally(NamedTuple):
    """The number of events of a name, and the dates of the first and the last."""

    events: int
    first: EventDate
    last: EventDate


class Tallied(Selection):
    """The events that a question finds in an engine.

    In facets of time, events that continue from before the time asked about have the value
    CONTINUING.
    """

    @abstractmethod
    def counts(self, facet: Facet) -> dict[Value, int]:
        """Return the number of events for each value of a facet; None stands for no value."""

    @abstractmethod
    def pairs(self, first: Facet, second: Facet) -> dict[tuple[Value, Value], int]:
        """Return the number of events for each pair of values of two facets."""

    @abstractmethod
    def events_on(self, actor: str, days: Span, *, certain: bool) -> int:
        """Return how many events of an actor may lie on any of some days.

        With `certain`, return how many lie wholly on them.
        """

    @abstractmethod
    def spans(self, facet: Facet) -> dict[str, Tally]:
        """Return the span of each name of a kind."""

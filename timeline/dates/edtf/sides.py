"""The sides of a date: its start and its end."""

from enum import Enum
from typing import NamedTuple

from timeline.dates.days import Day, Precision


class Edge(Enum):
    """A side without a date, in an interval or in a range of a set."""

    OPEN = ".."
    UNKNOWN = ""


class Side(NamedTuple):
    """The start or end of a date.

    text: its EDTF, as written in the date: `2014-03`, `..` if it is open, empty if it is unknown.
    edge: why it has no date; None if it has one.
    earliest, latest: the first and last day on which it can be. An interval that ends at 00:00 ends
        on the day before, at 24:00.
    precision: its precision; None if it has no date.
    approximate, uncertain: as in `EventDate`, for this side alone.
    seconds: the time of day in seconds after midnight of `earliest`, None without a time. It is in
        UTC if a zone is written, so it may be below 0 or above 86,400.
    offset: the offset of its zone, in minutes ahead of UTC; None if no zone is written.
    """

    text: str
    edge: Edge | None
    earliest: Day | None = None
    latest: Day | None = None
    precision: Precision | None = None
    approximate: bool = False
    uncertain: bool = False
    seconds: int | None = None
    offset: int | None = None

    @property
    def day(self) -> Day | None:
        """Its day, None if it is not known to the day."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def has_zone(self) -> bool:
        """Whether its time of day has a zone."""
        return self.offset is not None

"""The two sides of a date: where it starts and where it ends."""

from enum import Enum
from typing import NamedTuple

from timeline.dates.days import Day, Precision


class Edge(Enum):
    """A side of an interval, or of a range in a set, that has no date."""

    OPEN = ".."
    UNKNOWN = ""


class Side(NamedTuple):
    """Where a date starts or ends.

    text: its EDTF, as it stands in the date: `2014-03`, `..` where it is open, empty where unknown.
    edge: why it has no date; None where it has one.
    earliest, latest: the first and the last day that it can be. An interval that ends at 00:00 ends
        on the day before, at 24:00.
    precision: how finely it is written; None where it has no date.
    approximate, uncertain: as those of an `EventDate`, for this side alone.
    seconds: the time of day in seconds after midnight of `earliest`, None without a time. It is in
        UTC where a zone is written, so that it may lie below 0 or above 86,400.
    offset: how many minutes its zone is ahead of UTC, None where no zone is written.
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
        """The day that it is, None where that is not known to the day."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def has_zone(self) -> bool:
        """Whether its time of day is written with a zone."""
        return self.offset is not None

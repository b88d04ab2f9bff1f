"""When an event was: EDTF text to its earliest and latest day, its precision and its doubt."""

from collections.abc import Callable
from functools import lru_cache
from typing import NoReturn

from timeline.dates.days import Day, Precision, plain_days, plain_text

__all__ = ["Day", "EventDate", "Precision"]


class EventDate:
    """The date of an event, no more precise and no surer than it is written.

    It is read from EDTF (ISO 8601-2:2019): levels 0 and 1, and of level 2 what has clear bounds.
    Seasons 21 to 24 are northern, and winter bears the year of its December. Two dates are equal
    when their texts are.

    earliest, latest: the first and last day on which any of it can lie; None where that side is
        open or unknown. Doubt (`~`, `?`, `%`) does not widen them.
    begins_by: the latest day on which it can have begun; None where the start is open or unknown.
        For one of several dates that is the latest of all, for all of several that of the first.
    precision: of its start, or of its end where the start is open. Where digits are unknown it is
        the finest step with every digit from the left known: `1984-1X` is a year, `156X-12-25`
        a decade.
    approximate: any part is marked `~` or `%`, or only some digits of the year are significant.
    uncertain: any part is marked `?` or `%`.
    ongoing: its end is open (`2022/..`), as distinct from unknown (`2022/`).
    time_of_day: seconds after midnight of its earliest day; where a zone is written, in UTC, so
        that it may lie below 0 or above 86,400; None without a time.
    """

    # No dataclass: msgspec would take one apart where a document is to hold the text.
    __slots__ = (
        "approximate",
        "begins_by",
        "earliest",
        "latest",
        "ongoing",
        "precision",
        "text",
        "time_of_day",
        "uncertain",
    )

    text: str
    earliest: Day | None
    latest: Day | None
    begins_by: Day | None
    precision: Precision
    approximate: bool
    uncertain: bool
    ongoing: bool
    time_of_day: int | None

    def __init__(
        self,
        text: str,
        earliest: Day | None,
        latest: Day | None,
        begins_by: Day | None,
        precision: Precision,
        approximate: bool = False,
        uncertain: bool = False,
        ongoing: bool = False,
        time_of_day: int | None = None,
    ) -> None:
        keep = object.__setattr__
        keep(self, "text", text)
        keep(self, "earliest", earliest)
        keep(self, "latest", latest)
        keep(self, "begins_by", begins_by)
        keep(self, "precision", precision)
        keep(self, "approximate", approximate)
        keep(self, "uncertain", uncertain)
        keep(self, "ongoing", ongoing)
        keep(self, "time_of_day", time_of_day)

    @classmethod
    def parse(cls, text: str) -> "EventDate":
        """Read an EDTF text.

        Raises DateError, whose text says what is wrong and what to write instead.
        """
        return _parsed(text)

    def describe(self, *, in_year: int | None = None) -> str:
        """Return the date as people write it, in ASCII.

        `18 March 2014`, `c. 1580` (`~`), `March 2014 (uncertain)` (`?`), `c. 1580 (uncertain)`
        (`%`), `March 2014 (day unknown)`, `1960s`, `24 February 2022 to now`, `44 BCE`. Doubt of
        single parts stands in the brackets: `18 March 2014 (month approximate)`. `to` and a
        hyphen between days join the sides of an interval; `between ... and ...` is one date
        somewhere in there. Years before 1000 and after 9999 bear their era.

        With `in_year`, the year is left out where every part of the date lies in that year and is
        finer than a year.
        """
        return _described(self.text, in_year)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EventDate.parse({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, EventDate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a date does not change: cannot set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a date does not change: cannot delete {name!r}")

    def __reduce__(self) -> tuple[Callable[[str], "EventDate"], tuple[str]]:
        return EventDate.parse, (self.text,)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> EventDate:
    if days := plain_days(text):
        earliest, latest, precision = days
        return EventDate(text, earliest, latest, latest, precision)
    # Most dates are plain, and most runs meet no other.
    from timeline.dates.reading import read

    return read(text)


@lru_cache(maxsize=4096)
def _described(text: str, in_year: int | None) -> str:
    if text[0] in "123456789" and plain_days(text):
        return plain_text(text, in_year)
    from timeline.dates.reading import described

    return described(text, in_year)

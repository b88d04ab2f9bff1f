"""The date of an event: EDTF text, earliest and latest day, precision and doubt."""

from collections.abc import Callable
from functools import lru_cache
from re import sub
from typing import TYPE_CHECKING, NoReturn

from timeline.dates.days import (
    NO_END,
    NO_START,
    SECONDS_OF_DAY,
    Day,
    Precision,
    SortKey,
    plain_days,
    plain_text,
)

if TYPE_CHECKING:
    from timeline.dates.edtf import Side


class EventDate:
    """The date of an event, never more precise or more certain than it is written.

    It is parsed from EDTF (ISO 8601-2:2019): levels 0 and 1, and of level 2 the dates with clear
    bounds. Seasons 21 to 24 are northern, and winter belongs to the year of its December. Two dates
    are equal if their texts are.

    earliest, latest: the first and last day on which any part of it can lie; None if that side is
        open or unknown. Doubt (`~`, `?`, `%`) does not widen them.
    begins_by: the latest day on which it can have begun; None if the start is open or unknown. For
        one of several dates (`[...]`) that is the last day of the latest one; for all of several
        dates (`{...}`), the latest day on which the first of them can have begun.
    precision: that of its start, or of its end if the start is open. With unknown digits it is the
        finest precision for which every digit is known, counting from the left: `1984-1X` is a
        year, `156X-12-25` a decade.
    approximate: any part is marked `~` or `%`, or only some digits of the year are significant.
    uncertain: any part is marked `?` or `%`.
    ongoing: its end is open (`2022/..`), as distinct from unknown (`2022/`).
    time_of_day: seconds after midnight of its earliest day; in UTC if a zone is written, so it
        may be below 0 or above 86,400; None without a time.
    start, end: the sides of an interval; for any other date, both are the whole date.
    """

    # Not a dataclass: msgspec would encode its fields instead of the text.
    __slots__ = (
        "_sides",
        "approximate",
        "begins_by",
        "earliest",
        "latest",
        "ongoing",
        "precision",
        "text",
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
    _sides: "tuple[Side, ...]"

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
        sides: "tuple[Side, ...]" = (),
    ) -> None:
        # A plain date has no stored sides: `_only_side` makes its only side when it is needed.
        store = object.__setattr__
        store(self, "text", text)
        store(self, "earliest", earliest)
        store(self, "latest", latest)
        store(self, "begins_by", begins_by)
        store(self, "precision", precision)
        store(self, "approximate", approximate)
        store(self, "uncertain", uncertain)
        store(self, "ongoing", ongoing)
        store(self, "_sides", sides)

    @classmethod
    def parse(cls, text: str) -> "EventDate":
        """Parse an EDTF text.

        Raises DateError, which says what is wrong and what to write instead.
        """
        return _parsed(text)

    @property
    def start(self) -> "Side":
        """Its start."""
        return (self._sides or self._only_side())[0]

    @property
    def end(self) -> "Side":
        """Its end."""
        return (self._sides or self._only_side())[-1]

    def _only_side(self) -> "tuple[Side, ...]":
        from timeline.dates.edtf import Side

        return (Side(self.text, None, self.earliest, self.latest, self.precision),)

    @property
    def is_plain_day(self) -> bool:
        """Whether it is a day and nothing else: `2014-03-18`, from 0000 to 9999."""
        return self.precision is Precision.DAY and not self._sides

    @property
    def is_interval(self) -> bool:
        """Whether it is an interval (`2014/2016`, `2014/..`)."""
        return len(self._sides) == 2

    @property
    def time_of_day(self) -> int | None:
        """The time at which it starts, as described for the class."""
        return self._sides[0].seconds if self._sides else None

    @property
    def has_time(self) -> bool:
        """Whether it has a time of day."""
        return any("T" in side.text for side in self._sides)

    @property
    def ends_from(self) -> Day | None:
        """The earliest day on which it can have ended.

        None if it has not ended (see `ongoing`), or may have ended before any day. Of all of
        several dates (`{...}`), the last must have ended.
        """
        if not self._sides or self.ongoing:
            return None if self.ongoing else self.earliest
        from timeline.dates.edtf import ends_from

        return ends_from(self.text)

    @property
    def in_doubt(self) -> bool:
        """Whether it is approximate or uncertain."""
        return self.approximate or self.uncertain

    @property
    def span(self) -> tuple[int, int]:
        """The ordinals of its earliest and latest day; `NO_START` and `NO_END` if open."""
        first, last = self.earliest, self.latest
        return first.ordinal if first else NO_START, last.ordinal if last else NO_END

    @property
    def starts_on(self) -> Day | None:
        """The day on which it starts, ignoring doubt; None if it is not known to the day."""
        return self.earliest if self.earliest == self.begins_by else None

    @property
    def ends_on(self) -> Day | None:
        """The day on which it ends, ignoring doubt; None if it is not known to the day."""
        if self.earliest == self.latest:
            return self.latest
        return self.end.day if self.is_interval else None

    @property
    def sort_key(self) -> SortKey:
        """The place in chronological order; times with a zone are compared as instants."""
        first = NO_START if self.earliest is None else self.earliest.ordinal
        last = NO_END if self.latest is None else self.latest.ordinal
        if not self.has_time:
            return SortKey(first, last, -1)
        seconds, end = self.time_of_day, self.end
        if self.is_interval and end.latest and end.seconds is not None:
            # An end at midnight does not extend into the next day.
            last = end.latest.ordinal + (end.seconds - 1) // SECONDS_OF_DAY
        if seconds is None:
            return SortKey(first, last, -1)
        days, seconds = divmod(seconds, SECONDS_OF_DAY)
        if not self.is_interval and first == last:
            last += days
        first += days
        return SortKey(first, max(first, last), seconds)

    def without_time(self) -> "EventDate":
        """Return the date without times of day."""
        if not self.has_time:
            return self
        if not self.is_interval:
            return EventDate.parse(sub("T[0-9:Z+-]+", "", self.text))
        start, end = self.start, self.end
        first = start.text if start.seconds is None else self.earliest
        last = end.text if end.seconds is None else self.latest
        return EventDate.parse(f"{first}/{last}")

    def describe(self, *, in_year: int | None = None) -> str:
        """Return the date in words, in ASCII.

        `18 March 2014`, `c. 1580` (`~`), `March 2014 (uncertain)` (`?`), `c. 1580 (uncertain)`
        (`%`), `March 2014 (day unknown)`, `1960s`, `24 February 2022 to now`, `44 BCE`. Doubt of
        single parts is given in parentheses: `18 March 2014 (month approximate)`. `to`, or a
        hyphen between days, joins the sides of an interval; `between ... and ...` is one date in
        a range. Years before 1000 and after 9999 have their era.

        With `in_year`, the year is left out if the whole date lies in that year and is more
        precise than a year.
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


def describe_span(start: "Side", end: "Side") -> str:
    """Return the time from one side of a date to another in words: `1 March to 30 November 2020`.

    The sides may be those of two dates, and the start may be open or unknown.
    """
    from timeline.errors import DateError

    if start == end and start.edge is None:
        return _described(start.text, None)
    try:
        return EventDate.parse(f"{start.text}/{end.text}").describe()
    except DateError:
        # EDTF has no intervals between sets, and none that are open on both sides.
        from timeline.dates.edtf import Edge

        until = {Edge.OPEN: "now", Edge.UNKNOWN: "an unknown end", None: ""}[end.edge]
        until = until or _described(end.text, None)
        return f"until {until}" if start.edge else f"{_described(start.text, None)} to {until}"


@lru_cache(maxsize=4096)
def _parsed(text: str) -> EventDate:
    if days := plain_days(text):
        earliest, latest, precision = days
        return EventDate(text, earliest, latest, latest, precision)
    # Most dates are plain, and most runs need no others.
    from timeline.dates.edtf import NotEdtfError, bounds_of, taken_apart

    try:
        return EventDate(text, *bounds_of(text, taken_apart(text)))
    except NotEdtfError as refused:
        from timeline.dates.advice import refusal

        raise refusal(text, str(refused)) from None


@lru_cache(maxsize=4096)
def _described(text: str, in_year: int | None) -> str:
    if text[0] in "123456789" and plain_days(text):
        return plain_text(text, in_year)
    from timeline.dates.edtf import description, taken_apart

    return description(taken_apart(text), in_year)

"""Dates of markwhen that depend on other dates: `after !war 3 days`, `2014-03-18 / 5 days`."""

import re
from typing import NamedTuple

from timeline.dates import Day, Duration, EventDate
from timeline.errors import DateError
from timeline.readers.markwhen.lines import AMOUNTS
from timeline.text import visible

_RELATIVE = re.compile(
    r"(?P<word>by|before|after)?\s*(?:!(?P<id>\w+)(?:\.(?P<of>start|end))?|\.(?P<prior>start|end))?"
    rf"\s*(?:plus|\+)?\s*(?P<amounts>{AMOUNTS})?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(-?[0-9]+)\s*([a-z]+(?:\s*days?)?)", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("d", "day", "days"), "day"),
    **dict.fromkeys(("w", "week", "weeks"), "week"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("y", "year", "years"), "year"),
}
_WRITE_DATE = "write the date itself"


class Relative(NamedTuple):
    """A date that depends on another: before or after an event, or at a distance.

    `event` is the id of that event, empty for the event before. `side` is `start` or `end`, empty
    if it is not said. `text` is all of it as written.
    """

    text: str
    before: bool
    event: str
    side: str
    lengths: tuple[Duration, ...]

    def from_day(self, day: Day) -> Day:
        """Return the day at this distance from a day."""
        for length in self.lengths:
            number = -length.number if self.before else length.number
            day = length._replace(number=number).after(day)
        return day


def relative(text: str) -> Relative | None:
    """Return a relative date; None if the text is none.

    Raises DateError for a distance that is not in days, weeks, months or years.
    """
    found = _RELATIVE.fullmatch(text)
    if not found or not text:
        return None
    lengths = []
    for number, unit in _AMOUNT.findall(found["amounts"] or ""):
        if unit.lower() not in _UNITS:
            raise DateError(
                f"'{visible(text)}' is not in days, weeks, months or years: {_WRITE_DATE}"
            )
        lengths.append(Duration(int(number), _UNITS[unit.lower()]))
    word = (found["word"] or "").lower()
    side = (found["of"] or found["prior"] or "").lower()
    return Relative(text, word in ("by", "before"), found["id"] or "", side, tuple(lengths))


class EarlierDates:
    """The dates of the events read so far, to which later dates can refer."""

    def __init__(self) -> None:
        self._by_id: dict[str, EventDate] = {}
        self._last: EventDate | None = None

    def add(self, identifier: str, date: EventDate | None) -> None:
        """Remember the date of an event, None if it was refused."""
        self._last = date
        if identifier and date is not None:
            self._by_id.setdefault(identifier, date)

    def span(self, one: Relative) -> tuple[Day, Day]:
        """Return the first day of a date that is only relative, and the day after its last.

        After an event, it begins on the day after that event; before one, it ends on the day
        before. Raises DateError.
        """
        day = self.day(one)
        other = one.from_day(day)
        if other == day:
            raise DateError(f"'{visible(one.text)}' has no length: {_WRITE_DATE}")
        return (other, day) if other < day else (day, other)

    def day(self, one: Relative, *, at_start: bool = False) -> Day:
        """Return the day from which a relative date counts.

        Unless the date says which, it is the start of an event for `before` or with `at_start`, and
        otherwise the day after its end. Raises DateError.
        """
        if one.event and one.event not in self._by_id:
            raise DateError(
                f"'{visible(one.text)}' depends on '{visible(one.event)}', which is the id of no "
                f"event above: {_WRITE_DATE}"
            )
        date = self._by_id[one.event] if one.event else self._last
        name = f"'{visible(one.event)}'" if one.event else "the event before"
        if date is None:
            raise DateError(
                f"'{visible(one.text)}' depends on an event before, and there is none: "
                f"{_WRITE_DATE}"
            )
        at_start = one.side == "start" or (not one.side and (one.before or at_start))
        side = date.start if at_start else date.end
        if side.day is None or side.seconds is not None or side.approximate or side.uncertain:
            raise DateError(
                f"'{visible(one.text)}' depends on {name}, whose "
                f"{'start' if at_start else 'end'} is not known to the day: {_WRITE_DATE}"
            )
        # The end of a date is the moment after its last day.
        return side.day if at_start else Duration(1, "day").after(side.day)

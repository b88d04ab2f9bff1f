"""Lengths of time as people type them: `90d`, `6w`, `3m`, `2y`."""

import re
from typing import NamedTuple

from timeline.dates.days import Day
from timeline.errors import NotUnderstoodError
from timeline.text import visible

UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
"""The units of a length of time, by letter."""

_DURATION = re.compile(r"([0-9]{1,9})([dwmy])", re.ASCII | re.IGNORECASE)


class Duration(NamedTuple):
    """A length of time: a number and a unit, which is `day`, `week`, `month` or `year`."""

    number: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Parse a length of time. Raises `NotUnderstoodError`."""
        found = _DURATION.fullmatch(text.strip())
        if not found:
            raise NotUnderstoodError(
                f"'{visible(text)}' is not a length of time: write 90d, 6w, 3m or 2y"
            )
        return cls(int(found[1]), UNITS[found[2].lower()])

    def after(self, day: Day) -> Day:
        """Return the day this much later, or earlier if the number is negative.

        If that month is too short, return its last day.
        """
        if self.unit in ("day", "week"):
            return Day.from_ordinal(day.ordinal + self.number * (7 if self.unit == "week" else 1))
        return day.months_later(self.number * (12 if self.unit == "year" else 1))

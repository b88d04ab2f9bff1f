"""Lengths of time after the id of an event: `@minsk-2+6m` is later, `@minsk-2~30d` is near it.

An id may itself end like one, as in `@march-2d`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.dates.durations.duration import UNITS, Duration

OFFSET = "+-"
"""The signs of a length of time by which a period is moved."""

DISTANCE = "~"
"""The sign of a length of time before and after a period."""


class Suffixed(NamedTuple):
    """A text with a length of time after it, which is `written` with its sign.

    `duration` is negative after a minus, and None if the number has no unit.
    """

    text: str
    written: str
    duration: Duration | None


def suffixed(text: str, signs: str) -> Suffixed | None:
    """Separate a text from the length of time with one of the signs at its end, if it has one."""
    found = re.fullmatch(
        rf"(.+)(([{signs}])([0-9]{{1,9}})([dwmy]?))", text, re.DOTALL | re.IGNORECASE
    )
    if not found:
        return None
    before, written, sign, number, unit = found.groups()
    count = int(number)
    duration = Duration(-count if sign == "-" else count, UNITS[unit.lower()]) if unit else None
    return Suffixed(before.rstrip(), written, duration)


def possible_ids(text: str, *, need_units: bool = True) -> Iterator[str]:
    """Yield the ids that may begin a text: all of it, and without an offset, a distance or both.

    With `need_units`, a number without a unit belongs to the id.
    """
    whole = text.rstrip()
    for one in (whole, _without(DISTANCE, whole, need_units)):
        if one:
            yield one
            if shorter := _without(OFFSET, one, need_units):
                yield shorter


def _without(signs: str, text: str, need_units: bool) -> str | None:
    found = suffixed(text, signs)
    return None if found is None or (need_units and found.duration is None) else found.text

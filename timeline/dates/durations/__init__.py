"""Durations: as people type them, since a date, and between two dates."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.dates.durations.duration import UNITS as UNITS
    from timeline.dates.durations.duration import Duration as Duration
    from timeline.dates.durations.suffixes import DISTANCE as DISTANCE
    from timeline.dates.durations.suffixes import OFFSET as OFFSET
    from timeline.dates.durations.suffixes import possible_ids as possible_ids
    from timeline.dates.durations.suffixes import suffixed as suffixed
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "duration": ("UNITS", "Duration"),
            "suffixes": ("DISTANCE", "OFFSET", "possible_ids", "suffixed"),
        },
    )

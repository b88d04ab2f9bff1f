"""Durations: as people type them, since a date, and between two dates."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.dates.durations.duration import UNITS as UNITS
    from timeline.dates.durations.duration import Duration as Duration
else:
    __getattr__, __all__ = lazy(__name__, {"duration": ("UNITS", "Duration")})

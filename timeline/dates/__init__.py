"""Dates of uncertain precision: EDTF text, the days it can mean, and how it reads in words."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.dates.event_date import Day as Day
    from timeline.dates.event_date import EventDate as EventDate
    from timeline.dates.event_date import Precision as Precision
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "event_date": (
                "Day",
                "EventDate",
                "Precision",
            ),
        },
    )

"""iCalendar: the events of a calendar."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.ics.reader import read as read
else:
    __getattr__, __all__ = lazy(__name__, {"reader": ("read",)})

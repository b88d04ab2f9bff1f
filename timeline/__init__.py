"""Question, read, correct and publish a chronology of dated, sourced events.

    >>> import timeline
    >>> chronology = timeline.open("events.yaml")
    >>> for event in chronology.select("actor:lavrov 2022"):
    ...     print(event.date.describe(), event.title)

What is imported from here is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.chronology import Timeline as Timeline
    from timeline.chronology import open as open
    from timeline.dates.event_date import Day as Day
    from timeline.dates.event_date import EventDate as EventDate
    from timeline.dates.event_date import Precision as Precision
    from timeline.errors import DataError as DataError
    from timeline.errors import DateError as DateError
    from timeline.errors import FileError as FileError
    from timeline.errors import Problem as Problem
    from timeline.errors import QuestionError as QuestionError
    from timeline.errors import TimelineError as TimelineError
    from timeline.model import Actor as Actor
    from timeline.model import Event as Event
    from timeline.model import Source as Source
    from timeline.model import Tag as Tag
    from timeline.query.parser import Query as Query
    from timeline.search.names import NoSuchName as NoSuchName
    from timeline.search.selection import Selection as Selection

_HOMES = {
    "dates.event_date": ("Day", "EventDate", "Precision"),
    "errors": (
        "DataError",
        "DateError",
        "FileError",
        "Problem",
        "QuestionError",
        "TimelineError",
    ),
    "chronology": ("Timeline", "open"),
    "model": ("Actor", "Event", "Source", "Tag"),
    "search.names": ("NoSuchName",),
    "query.parser": ("Query",),
    "search.selection": ("Selection",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'timeline' has no attribute '{name}'")
    return getattr(import_module(f"timeline.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted(_HOME_OF)

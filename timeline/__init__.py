"""Question, read, correct and publish a chronology of dated, sourced events.

    >>> import timeline
    >>> chronology = timeline.open("events.yaml")
    >>> for event in chronology.select("actor:lavrov 2022"):
    ...     print(event.date.describe(), event.title)

Each name is imported from its module when it is first used.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.chronology import Timeline as Timeline
    from timeline.dates import Day as Day
    from timeline.dates import EventDate as EventDate
    from timeline.dates import Precision as Precision
    from timeline.editing import EditableTimeline as EditableTimeline
    from timeline.editing import EditError as EditError
    from timeline.editing import FollowedError as FollowedError
    from timeline.editing import open as open
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
    from timeline.query import Query as Query
    from timeline.search import NoSuchName as NoSuchName
    from timeline.search import Selection as Selection
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "chronology": ("Timeline",),
            "dates": ("Day", "EventDate", "Precision"),
            "editing": ("EditError", "EditableTimeline", "FollowedError", "open"),
            "errors": (
                "DataError",
                "DateError",
                "FileError",
                "Problem",
                "QuestionError",
                "TimelineError",
            ),
            "model": ("Actor", "Event", "Source", "Tag"),
            "query": ("Query",),
            "search": ("NoSuchName", "Selection"),
        },
    )

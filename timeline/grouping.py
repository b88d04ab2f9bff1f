"""Under which headings events are put, or in which lanes: by time, by who acts, by theme."""

from enum import StrEnum


class Grouping(StrEnum):
    """What events are grouped by."""

    YEAR = "year"
    MONTH = "month"
    DECADE = "decade"
    ACTOR = "actor"
    TAG = "tag"
    NONE = "none"


class By(StrEnum):
    """What has a lane of its own."""

    TAG = "tag"
    ACTOR = "actor"
    PLACE = "place"
    YEAR = "year"

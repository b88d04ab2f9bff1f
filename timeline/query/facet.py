"""By what events are put under headings, put in lanes, and counted."""

from enum import StrEnum


class Grouping(StrEnum):
    """What events are grouped by."""

    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
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


class Facet(StrEnum):
    """What events are counted by."""

    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
    DECADE = "decade"
    WEEKDAY = "weekday"
    ACTOR = "actor"
    TAG = "tag"
    PLACE = "place"
    PUBLISHER = "publisher"

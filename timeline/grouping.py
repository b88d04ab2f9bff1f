"""Under which headings events are put: by the year they began, by who acts, by theme."""

from enum import StrEnum


class Grouping(StrEnum):
    """What events are grouped by."""

    YEAR = "year"
    MONTH = "month"
    DECADE = "decade"
    ACTOR = "actor"
    TAG = "tag"
    NONE = "none"

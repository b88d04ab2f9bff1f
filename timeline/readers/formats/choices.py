"""The choices of the options for reading files of other programs."""

from enum import StrEnum


class Dates(StrEnum):
    """How the dates of a table are written.

    `HUMAN` dates are converted if they have only one reading. `DMY` and `MDY` also say which number
    of `3/4/2014` is the month.
    """

    EDTF = "edtf"
    HUMAN = "human"
    DMY = "dmy"
    MDY = "mdy"


class InputFormat(StrEnum):
    """A format that can be read."""

    YAML = "yaml"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    ICS = "ics"
    GEDCOM = "gedcom"
    TIMELINEJS = "timelinejs"
    MARKWHEN = "markwhen"
    MARKDOWN = "markdown"

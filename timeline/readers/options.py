"""Options for reading files of other programs."""

from enum import StrEnum
from typing import NamedTuple


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
    TIMELINEJS = "timelinejs"


class ReadingOptions(NamedTuple):
    """How to read files.

    `format` is their format, None to tell it from each file. `columns` are pairs of a key of an
    event and the heading of the column in a table that holds it.
    """

    format: InputFormat | None = None
    columns: tuple[tuple[str, str], ...] = ()
    dates: Dates = Dates.EDTF


AS_USUAL = ReadingOptions()
"""Every file in its own format, with dates in EDTF."""

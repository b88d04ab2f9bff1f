"""Options of the export formats."""

from enum import StrEnum

import msgspec

from timeline.dates import Day
from timeline.model import Facet


class Style(StrEnum):
    """Whether events are items of a list or rows of a table."""

    LIST = "list"
    TABLE = "table"


class Citing(StrEnum):
    """How the sources of an event are cited."""

    FOOTNOTES = "footnotes"
    LINKS = "links"
    NONE = "none"


class Part(StrEnum):
    """A part of an event that a format for reading shows only if asked for."""

    TAGS = "tags"
    PLACES = "places"
    FOLLOWS = "follows"
    ANCHORS = "anchors"


class ExportOptions(msgspec.Struct, frozen=True):
    """Options that some formats follow.

    `heading_level` is that of the first heading, None for the usual one of the format. `show` are
    the parts of events to include. `taken` are the footnote labels that the document already uses.
    `today` is where ongoing events end in a chart. If `partitioned`, an archive is a folder with a
    folder for each year. With `reported`, each event has the date of its first source and the lag.
    """

    grouping: Facet | None = Facet.YEAR
    style: Style = Style.LIST
    sources: Citing = Citing.FOOTNOTES
    heading_level: int | None = None
    front_matter: bool = False
    show: frozenset[Part] = frozenset()
    taken: frozenset[str] = frozenset()
    today: Day = Day(1970, 1, 1)
    partitioned: bool = False
    reported: bool = False

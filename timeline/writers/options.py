"""Options of the export formats."""

from enum import StrEnum

import msgspec

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


class ExportOptions(msgspec.Struct, frozen=True):
    """Options for Markdown. `taken` are the footnote labels that the document already uses."""

    grouping: Facet | None = Facet.YEAR
    style: Style = Style.LIST
    sources: Citing = Citing.FOOTNOTES
    heading_level: int = 1
    front_matter: bool = False
    taken: frozenset[str] = frozenset()

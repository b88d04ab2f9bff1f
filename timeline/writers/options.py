"""How a format is to be written, where there is a choice."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.model import Facet


class Style(StrEnum):
    """Whether events are items of a list or rows of a table."""

    LIST = "list"
    TABLE = "table"


class Citing(StrEnum):
    """Where the sources of an event stand."""

    FOOTNOTES = "footnotes"
    LINKS = "links"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MarkdownOptions:
    """How Markdown is written. `taken` are footnote labels that the document has already."""

    grouping: Facet | None = Facet.YEAR
    style: Style = Style.LIST
    sources: Citing = Citing.FOOTNOTES
    heading_level: int = 1
    front_matter: bool = False
    taken: frozenset[str] = frozenset()

"""The kinds of events and attributes in GEDCOM, in words."""

from functools import lru_cache
from typing import NamedTuple

from timeline.readers.gedcom.lines import Line
from timeline.text import fold, slug

_LONGEST_IN_TITLE = 100


class Kind(NamedTuple):
    """A kind of event: what titles call it, and its tag."""

    title: str
    tag: str


OF_PEOPLE = {
    "ADOP": "Adoption",
    "BAPL": "LDS baptism",
    "BAPM": "Baptism",
    "BARM": "Bar mitzvah",
    "BASM": "Bas mitzvah",
    "BIRT": "Birth",
    "BLES": "Blessing",
    "BURI": "Burial",
    "CAST": "Caste",
    "CENS": "Census",
    "CHR": "Christening",
    "CHRA": "Adult christening",
    "CONF": "Confirmation",
    "CONL": "LDS confirmation",
    "CREM": "Cremation",
    "DEAT": "Death",
    "DSCR": "Description",
    "EDUC": "Education",
    "EMIG": "Emigration",
    "ENDL": "LDS endowment",
    "FCOM": "First communion",
    "GRAD": "Graduation",
    "IDNO": "Identity number",
    "IMMI": "Immigration",
    "INIL": "LDS initiatory",
    "NATI": "Nationality",
    "NATU": "Naturalization",
    "NCHI": "Number of children",
    "NMR": "Number of marriages",
    "OCCU": "Occupation",
    "ORDN": "Ordination",
    "PROB": "Probate",
    "PROP": "Possessions",
    "RELI": "Religion",
    "RESI": "Residence",
    "RETI": "Retirement",
    "SLGC": "LDS sealing to parents",
    "SSN": "Social security number",
    "TITL": "Title",
    "WILL": "Will",
}
OF_FAMILIES = {
    "ANUL": "Annulment",
    "CENS": "Census",
    "DIV": "Divorce",
    "DIVF": "Filing for divorce",
    "ENGA": "Engagement",
    "MARB": "Marriage banns",
    "MARC": "Marriage contract",
    "MARL": "Marriage licence",
    "MARR": "Marriage",
    "MARS": "Marriage settlement",
    "NCHI": "Number of children",
    "RESI": "Residence",
    "SLGS": "LDS sealing",
}
OF_ANY_KIND = ("EVEN", "FACT")
"""The tags of events that a line `TYPE` names."""


def value_in_title(line: Line) -> str:
    """Return the value of an event or attribute if it fits into a title, otherwise an empty text.

    `Y` only says that an event happened.
    """
    value = line.text
    fits = len(value) <= _LONGEST_IN_TITLE and "\n" not in value and value.upper() != "Y"
    return value if fits else ""


def kind_of(line: Line, kinds: dict[str, str]) -> Kind | None:
    """Return the kind of an event or attribute; None for any other line.

    `kinds` are the names of those that the record can have.
    """
    if line.tag in OF_ANY_KIND:
        words = " ".join(line.text_of("TYPE").split())
        called = words or value_in_title(line) or "Event"
        return Kind(called, slug(words) if fold(words) else "event")
    return _named(title) if (title := kinds.get(line.tag)) else None


@lru_cache
def _named(title: str) -> Kind:
    return Kind(title, slug(title))

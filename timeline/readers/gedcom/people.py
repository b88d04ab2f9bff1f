"""The people of a GEDCOM file as actors."""

from typing import NamedTuple

from timeline.readers.gedcom.lines import Line
from timeline.text import fold, slug

NAME_PARTS = {"NICK", "ROMN", "FONE", "TRAN", "GIVN", "SURN", "NPFX", "NSFX", "SPFX"}
"""The lines below a name that are read, or repeat a part of it."""
_OTHER_NAMES = ("NICK", "ROMN", "FONE", "TRAN")


class Person(NamedTuple):
    """A person: the id in the chronology, and the name."""

    id: str
    name: str


class Registrar:
    """Gives the people of a file their ids, which are made from their names.

    People with the same name are numbered in the order of the file.
    """

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._given: set[str] = set()

    def person(self, record: Line) -> Person:
        """Return the person of an `INDI` record."""
        names = names_of(record)
        name = names[0] if names else f"unnamed person {record.xref}"
        made = slug(name if fold(name) else f"person {record.xref}")
        count = self._counts.get(made, 0) + 1
        identifier = made if count == 1 else f"{made}-{count}"
        while identifier in self._given:
            count += 1
            identifier = f"{made}-{count}"
        self._counts[made] = count
        self._given.add(identifier)
        return Person(identifier, name)


def names_of(record: Line) -> list[str]:
    """Return the names of a person, without duplicates; the first is the usual one."""
    names = []
    for line in record.parts:
        if line.tag == "NAME":
            parts = (line.text_of("GIVN"), line.text_of("SURN"))
            names.append(_plain(line.text) or " ".join(filter(None, parts)))
            names += [_plain(part.text) for part in line.parts if part.tag in _OTHER_NAMES]
        elif line.tag == "ALIA" and not line.pointer:
            names.append(_plain(line.text))
    return list(dict.fromkeys(filter(None, names)))


def _plain(name: str) -> str:
    """Return a name without the slashes around the surname."""
    return " ".join(name.replace("/", " ").split())

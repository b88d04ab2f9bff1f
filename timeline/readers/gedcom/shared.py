"""What a GEDCOM file says once and refers to: people, notes and sources.

A record may be referred to before it comes, so that the file is read twice.
"""

from typing import NamedTuple

from timeline.readers.gedcom.lines import LONGEST_RECORD, Line, records
from timeline.readers.gedcom.people import Person, Registrar
from timeline.readers.report import Report, TooManyProblems
from timeline.readers.text import CONTROLS, ByteStream, CheckedText, NotText, Oversized

ADDRESSES = ("WWW", "_LINK", "_URL")
"""The tags of web addresses."""
SOURCE_TAGS = {"TITL", "ABBR", "AUTH", "PUBL", *ADDRESSES}
"""The lines of a source that are read."""
_REPEATED = 1_000_000
_REPEATED_PER_LINE = 200


class Reference(NamedTuple):
    """The parts of a source that are known; the others are empty."""

    title: str
    publisher: str
    address: str

    @classmethod
    def of(cls, line: Line) -> "Reference":
        """Return the source that the lines below a line describe."""
        title = line.text_of("TITL") or line.text_of("ABBR")
        names = [text for text in (line.text_of("AUTH"), title) if text]
        return cls(": ".join(names), line.text_of("PUBL"), line.text_of(*ADDRESSES))


class Shared:
    """The people, notes and sources of a file, by the ids of their records.

    `lines` are the numbers of the lines on which records with an id begin.
    """

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.notes: dict[str, str] = {}
        self.sources: dict[str, Reference] = {}
        self.lines: dict[str, int] = {}
        self._allowed = _REPEATED
        self._registrar = Registrar()

    @classmethod
    def read(cls, stream: ByteStream) -> "Shared":
        """Return what a file shares. Problems are reported when the file is read again."""
        shared, report = cls(), Report("", [])
        text = CheckedText(stream, report, LONGEST_RECORD, CONTROLS)
        try:
            for record in records(text, report):
                shared._add(record)
                shared._allowed = _REPEATED + _REPEATED_PER_LINE * record.number
        except (TooManyProblems, NotText, Oversized):
            pass
        return shared

    def spend(self, text: str) -> bool:
        """Return whether a shared text may be used once more.

        All uses together are limited to 200 characters for each line, and a million.
        """
        self._allowed -= len(text)
        return self._allowed >= 0

    def _add(self, record: Line) -> None:
        if not record.xref or record.xref in self.lines:
            return
        self.lines[record.xref] = record.number
        match record.tag:
            case "INDI":
                self.people[record.xref] = self._registrar.person(record)
            case "NOTE" | "SNOTE":
                self.notes[record.xref] = record.text
            case "SOUR":
                self.sources[record.xref] = Reference.of(record)

"""Reading a family tree: each dated event of a person or a family is an event."""

from collections.abc import Iterator

from timeline.readers.gedcom.citations import Citations
from timeline.readers.gedcom.events import NOTES, Records
from timeline.readers.gedcom.kinds import OF_ANY_KIND, OF_FAMILIES, OF_PEOPLE, kind_of
from timeline.readers.gedcom.lines import LONGEST_RECORD, Line, records
from timeline.readers.gedcom.losses import Losses
from timeline.readers.gedcom.people import NAME_PARTS, Person, names_of
from timeline.readers.gedcom.shared import SOURCE_TAGS, Shared
from timeline.readers.items import Heading, Item, Registry
from timeline.readers.records import EventReader, List, Located, Record, RegistryReader
from timeline.readers.report import Report
from timeline.readers.text import ByteStream, CheckedText, as_utf8, is_known, items_of_text
from timeline.text import visible

# The records of families say the same from their side.
_READ_OF_PEOPLE = {"NAME", "ALIA", "FAMC", "FAMS", *OF_PEOPLE, *OF_ANY_KIND}
_READ_OF_FAMILIES = {"HUSB", "WIFE", *OF_FAMILIES, *OF_ANY_KIND}
_BOOKKEEPING = ("SUBM", "SUBN", "TRLR")


def read(stream: ByteStream, report: Report) -> Iterator[Item]:
    """Yield the people and the dated events of a GEDCOM file (5.5, 5.5.1 or 7).

    Its problems are reported. What has no counterpart in a chronology is named in a warning, once
    for each kind.
    """
    text = as_utf8(stream)
    shared = Shared.read(text)

    def items(checked: CheckedText) -> Iterator[Item]:
        return _TreeReader(report, shared).items(records(checked, report))

    return items_of_text(text, report, LONGEST_RECORD, "record", items)


class _TreeReader:
    """Reads the records of a family tree."""

    def __init__(self, report: Report, shared: Shared) -> None:
        self._report = report
        self._shared = shared
        self._losses = Losses(report)
        self._citations = Citations(self._losses, shared)
        self._records = Records(self._losses, self._citations)
        self._events = EventReader(report)
        self._registry = RegistryReader(report)

    def items(self, lines: Iterator[Line]) -> Iterator[Item]:
        yield Registry("actors")
        for record in lines:
            self._check_id(record)
            match record.tag:
                case "HEAD":
                    yield from self._head(record)
                case "INDI":
                    yield from self._person(record)
                case "FAM":
                    yield from self._family(record)
                case "SOUR":
                    self._losses.ignored(record, SOURCE_TAGS)
                case "NOTE" | "SNOTE":
                    self._losses.ignored(record, ())
                case tag if tag not in _BOOKKEEPING:
                    self._losses.ignored_record(record)

    def _check_id(self, record: Line) -> None:
        first = self._shared.lines.get(record.xref, record.number)
        if first != record.number:
            self._report.error(
                record.place,
                f"the id @{visible(record.xref[:60])}@ is used twice: line {first} has it too",
            )

    def _head(self, head: Line) -> Iterator[Item]:
        character_set = head.first("CHAR")
        if character_set is not None and not is_known(character_set.text):
            self._losses.character_set(character_set)
        notes = [self._citations.note(line) for line in head.parts if line.tag in NOTES]
        if description := "\n\n".join(filter(None, notes)):
            yield Heading("description", description)

    def _person(self, record: Line) -> Iterator[Item]:
        person = self._shared.people.get(record.xref)
        if person is None:
            self._report.error(record.place, "a person needs an id: write '0 @I1@ INDI'")
            return
        roles = [line.text for line in record.parts if _is_role(line)]
        yield from self._actor(record, person, roles)
        self._losses.ignored(record, _READ_OF_PEOPLE)
        for line in record.parts:
            if line.tag == "NAME":
                self._losses.ignored(line, NAME_PARTS)
            elif _is_role(line):
                self._losses.ignored(line, ())
            else:
                yield from self._event(line, OF_PEOPLE, [person])

    def _actor(self, record: Line, person: Person, roles: list[str]) -> Iterator[Item]:
        at = next((line.place for line in record.parts if line.tag == "NAME"), record.place)
        texts = {"name": person.name, "kind": "person", "role": "; ".join(filter(None, roles))}
        entry = Record(Located("", at).start_mark, bracketed=False)
        for key, text in texts.items():
            entry.keys[key] = Located(key, at)
            entry.entries[key] = Located(text, at)
        aliases = List(entry.start_mark, bracketed=False)
        aliases.items = [Located(name, at) for name in names_of(record)[1:]]
        entry.entries["aliases"] = aliases
        actor = self._registry.actor(Located(person.id, at), entry)
        if actor is not None:
            yield actor

    def _family(self, record: Line) -> Iterator[Item]:
        self._losses.ignored(record, _READ_OF_FAMILIES)
        people = []
        for line in record.parts:
            if line.tag in ("HUSB", "WIFE"):
                if person := self._shared.people.get(line.pointer):
                    people.append(person)
                else:
                    self._losses.missing(line)
        for line in record.parts:
            yield from self._event(line, OF_FAMILIES, people)

    def _event(self, line: Line, kinds: dict[str, str], people: list[Person]) -> Iterator[Item]:
        kind = kind_of(line, kinds)
        if kind is not None and (record := self._records.record(line, kind, people)):
            yield self._events.event(record)


def _is_role(line: Line) -> bool:
    """Return whether a line says what a person does, without a date: that is not an event."""
    return line.tag == "OCCU" and line.first("DATE") is None

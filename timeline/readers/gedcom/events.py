"""Making the records of events from the lines of a GEDCOM file."""

from collections.abc import Sequence

from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.readers.gedcom.citations import Citations
from timeline.readers.gedcom.dates import Dated, date_of
from timeline.readers.gedcom.kinds import OF_ANY_KIND, Kind, value_in_title
from timeline.readers.gedcom.lines import Line
from timeline.readers.gedcom.losses import Losses
from timeline.readers.gedcom.people import Person
from timeline.readers.items import Place
from timeline.readers.records import List, Located, Record, Value
from timeline.readers.tables import converted
from timeline.text import listed, visible

_DETAILS = {
    "AGE": "Age",
    "HUSB": "Age of the husband",
    "WIFE": "Age of the wife",
    "CAUS": "Cause",
    "RELI": "Religion",
    "AGNC": "Agency",
    "ADDR": "Address",
    "TEMP": "Temple",
}
NOTES = ("NOTE", "SNOTE")
"""The tags of notes: their texts, or references to their records."""
_READ = {"TYPE", "DATE", "PLAC", "SOUR", *_DETAILS, *NOTES}
_ADDRESS = ("ADR1", "ADR2", "ADR3", "CITY", "STAE", "POST", "CTRY")


class Records:
    """Makes the records of events."""

    def __init__(self, losses: Losses, citations: Citations) -> None:
        self._losses = losses
        self._citations = citations

    def record(self, line: Line, kind: Kind, people: Sequence[Person]) -> Record | None:
        """Return the record of an event or attribute; None if it has no date, which is reported."""
        record = Record(Located("", line.place).start_mark, bracketed=False)
        dated = self._date(line, record)
        if dated is None:
            return None
        for one in people:
            self._citations.spend(line, one.name)
        self._add(record, "title", _title(line, kind, people), line.place)
        summary = self._summary(line, dated.phrase)
        if summary:
            self._add(record, "summary", summary, line.place)
        places = [_place(part.text) for part in line.parts if part.tag == "PLAC"]
        self._add_list(record, "places", places, line.place)
        self._add_list(record, "actors", [one.id for one in people], line.place)
        self._add_list(record, "tags", [kind.tag], line.place)
        sources = [self._citations.source(part) for part in line.parts if part.tag == "SOUR"]
        if sources:
            items = List(Located("", line.place).start_mark, bracketed=False)
            items.items = list[Value](sources)
            self._enter(record, "sources", items, line.place)
        self._tell_of_rest(line)
        return record

    def _date(self, line: Line, record: Record) -> Dated | None:
        date = line.first("DATE")
        phrase = date.text_of("PHRASE") if date else ""
        if date is None or not (date.text or phrase):
            self._losses.no_date(line)
            return None
        report = self._losses.report
        try:
            dated = date_of(date.text)
        except DateError as error:
            try:
                edtf = EventDate.parse(converted(date.text, report.options.dates)).text
            except DateError:
                report.error(date.place, str(error))
                return None
            dated = Dated(edtf, "")
        dated = Dated(dated.edtf, phrase or dated.phrase)
        if not dated.edtf:
            self._losses.only_words(date, dated.phrase)
            return None
        report.is_chronology = True
        self._add(record, "date", dated.edtf, date.place)
        return dated

    def _summary(self, line: Line, phrase: str) -> str:
        described = line.text_of("TYPE")
        details = [f"Type: {described}"] if described and line.tag not in OF_ANY_KIND else []
        if phrase:
            details.append(f"Date: {phrase}")
        for part in line.parts:
            if part.tag in _DETAILS and (detail := _detail(part)):
                details.append(f"{_DETAILS[part.tag]}: {detail}")
        notes = [self._citations.note(part) for part in line.parts if part.tag in NOTES]
        is_in_title = value_in_title(line) or line.text.upper() == "Y"
        paragraphs = ["" if is_in_title else line.text, "\n".join(details), *notes]
        return "\n\n".join(filter(None, paragraphs))

    def _tell_of_rest(self, line: Line) -> None:
        self._losses.ignored(line, _READ)
        for part in line.parts:
            if part.tag == "DATE":
                self._losses.ignored(part, {"PHRASE"})
            elif part.tag in ("HUSB", "WIFE"):
                self._losses.ignored(part, {"AGE"})
            elif part.tag == "ADDR":
                self._losses.ignored(part, set(_ADDRESS))
            elif part.tag in _READ and part.tag not in ("SOUR", *NOTES):
                self._losses.ignored(part, set())

    def _add(self, record: Record, key: str, text: str, place: Place) -> None:
        self._enter(record, key, Located(text, place), place)

    def _add_list(self, record: Record, key: str, texts: Sequence[str], place: Place) -> None:
        items = List(Located("", place).start_mark, bracketed=False)
        items.items = [Located(text, place) for text in texts if text]
        self._enter(record, key, items, place)

    def _enter(self, record: Record, key: str, value: Value, place: Place) -> None:
        record.keys[key] = Located(key, place)
        record.entries[key] = value


def _title(line: Line, kind: Kind, people: Sequence[Person]) -> str:
    names = listed([person.name for person in people], "and") if people else "unknown people"
    value = value_in_title(line)
    end = f": {value}" if value and value != kind.title else ""
    if line.tag in OF_ANY_KIND:
        # What the file calls an event need not go with `of`.
        return f"{kind.title}{end} ({names})"
    return f"{kind.title} of {names}{end}"


def _place(text: str) -> str:
    """Return a place without the commas around parts that are left empty."""
    return ", ".join(filter(None, map(str.strip, text.split(","))))


def _detail(part: Line) -> str:
    if part.tag in ("HUSB", "WIFE"):
        return part.text_of("AGE")
    if part.tag == "ADDR":
        lines = part.text.split("\n") if part.text else [part.text_of(tag) for tag in _ADDRESS]
        return ", ".join(filter(None, map(str.strip, lines)))
    return visible(part.text)

"""The notes and sources of events in GEDCOM."""

import re

from timeline.errors import DateError
from timeline.readers.gedcom.dates import date_of
from timeline.readers.gedcom.lines import Line
from timeline.readers.gedcom.losses import Losses
from timeline.readers.gedcom.shared import ADDRESSES, SOURCE_TAGS, Reference, Shared
from timeline.readers.records import Located, Record
from timeline.readers.report import TooManyProblems

_READ = {"PAGE", "DATA", *SOURCE_TAGS}
_ADDRESS = re.compile(r"https?://[^/\s]\S*", re.IGNORECASE)


class Citations:
    """Reads notes and sources, which may be records of their own."""

    def __init__(self, losses: Losses, shared: Shared) -> None:
        self._losses = losses
        self._shared = shared

    def note(self, line: Line) -> str:
        """Return the text of a note."""
        self._losses.ignored(line, set())
        if not line.pointer:
            return line.text
        note = self._shared.notes.get(line.pointer)
        if note is None:
            self._losses.missing(line)
            return ""
        self.spend(line, note)
        return note

    def source(self, line: Line) -> Record | None:
        """Return the record of a source that is cited; None if there is none, which is reported."""
        self._losses.ignored(line, _READ)
        given = Reference.of(line)
        if line.pointer:
            source = self._shared.sources.get(line.pointer)
            if source is None:
                self._losses.missing(line)
                return None
            self.spend(line, "".join(source))
        else:
            source = Reference(line.text, "", "")
        titles = [source.title, given.title]
        data = line.first("DATA")
        of_data = data.text_of(*ADDRESSES) if data else ""
        address = given.address or of_data or source.address
        page = line.text_of("PAGE")
        if not address and _is_address(page):
            address = page
        else:
            titles.append(page)
        if address and not _is_address(address):
            titles.append(address)
            address = ""
        publisher = given.publisher or source.publisher
        record = Record(Located("", line.place).start_mark, bracketed=False)
        texts = {
            "title": ", ".join(filter(None, titles)),
            "url": address,
            "publisher": publisher,
            "date": self._date(data) if data else "",
        }
        for key, text in texts.items():
            if text:
                record.keys[key] = Located(key, line.place)
                record.entries[key] = Located(text, line.place)
        return record

    def _date(self, data: Line) -> str:
        self._losses.ignored(data, {"DATE", *ADDRESSES})
        date = data.first("DATE")
        if date is None or not date.text:
            return ""
        try:
            edtf = date_of(date.text).edtf
        except DateError as error:
            self._losses.report.error(date.place, str(error))
            return ""
        if not edtf:
            self._losses.source_date(date)
        return edtf

    def spend(self, line: Line, text: str) -> None:
        """Count a use of a shared text. If there are too many, report it and raise TooManyProblems.

        What is repeated is limited, so that a short file cannot fill the memory.
        """
        if not self._shared.spend(text):
            self._losses.report.error(
                line.place,
                "the names, notes and sources of this file expand to too much text: "
                "refer to them less often",
            )
            raise TooManyProblems


def _is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None

"""What a chronology cannot hold of a GEDCOM file, named once for each kind."""

from collections.abc import Collection

from timeline.errors import Severity
from timeline.readers.gedcom.lines import Line
from timeline.readers.report import Report
from timeline.text import visible

# These are about the entry in the file, and not about the event.
_BOOKKEEPING = {
    *("CHAN", "CREA", "REFN", "RIN", "RFN", "AFN", "UID", "_UID", "EXID", "RESN", "SUBM", "LANG"),
    *("ANCI", "DESI", "SDATE", "_SDATE", "_PRIM"),
}
_SINGLE = {"TYPE", "DATE", "PAGE", "DATA", "TITL", "AUTH", "PUBL", "ABBR", "AGE", "CAUS"}


class Losses:
    """Reports what is left out."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def ignored(self, line: Line, read: Collection[str]) -> None:
        """Warn of the lines below a line whose tags are not in `read`, or that may not repeat."""
        seen = set()
        for part in line.parts:
            if part.tag not in read and part.tag not in _BOOKKEEPING:
                self._ignored(part, f"{visible(part.tag)} of {visible(line.tag)}")
            elif part.tag in seen:
                self._ignored(part, f"a second {visible(part.tag)} of {visible(line.tag)}")
            elif part.tag in _SINGLE:
                seen.add(part.tag)

    def ignored_record(self, record: Line) -> None:
        """Warn of a record that is not read."""
        self._ignored(record, f"record {visible(record.tag)}")

    def character_set(self, line: Line) -> None:
        """Warn of a character set that has no single meaning."""
        name = visible(line.text)
        self.report.warning(
            line.place,
            f"the character set {name} is not one of GEDCOM: the file is read as UTF-8",
        )

    def no_date(self, line: Line) -> None:
        """Warn of an event without a date."""
        self.report.tally(
            Severity.WARNING,
            "no date",
            line.place,
            f"{visible(line.tag)} has no date, and is left out",
            lambda count: f"{count:,} events and attributes have no date, and are left out",
        )

    def only_words(self, date: Line, phrase: str) -> None:
        """Warn of a date in words."""
        shown = f"date '({visible(phrase)})'"
        self.report.tally(
            Severity.WARNING,
            "words",
            date.place,
            f"{shown} is only in words: the event is left out",
            lambda count: f"{count:,} dates are only in words, as {shown}: the events are left out",
        )

    def source_date(self, date: Line) -> None:
        """Warn of the date of a source that is in words."""
        self._ignored(date, "a date of a source that is only in words")

    def missing(self, line: Line) -> None:
        """Warn of a reference to a record that is not in the file."""
        self.report.tally(
            Severity.WARNING,
            "missing",
            line.place,
            f"there is no record {visible(line.value[:60])}: {visible(line.tag)} is ignored",
            lambda count: f"{count:,} lines refer to records that are not in the file",
        )

    def _ignored(self, line: Line, what: str) -> None:
        self.report.tally(
            Severity.WARNING,
            what,
            line.place,
            f"{what} is ignored",
            lambda count: f"{what} is ignored, {count:,} times",
        )

"""Reading a note: its front matter is an event, and its body the summary."""

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath

from timeline.readers.formats import MARKDOWN
from timeline.readers.items import Entry, Item, Place, Refused
from timeline.readers.notes.body import add_summary, add_title, is_blank
from timeline.readers.notes.keys import use_keys_of_an_event
from timeline.readers.notes.names import LISTS, named
from timeline.readers.notes.parts import LONGEST_PART, OPENING, Parts, parts_of
from timeline.readers.records import EventReader, Record, place_of
from timeline.readers.report import Report
from timeline.readers.text import ByteStream, CheckedText, NotText, items_of_text
from timeline.readers.yaml import read_value
from timeline.text import control_in, fold, visible

_EXAMPLE = "'date: 2014-03-18'"
_DATE = re.compile(rb"^[\"']?date[\"']?[ \t]*:[ \t]*[^\s#]", re.MULTILINE | re.IGNORECASE)
_TOML_DATE = re.compile(r"^date[ \t]*=", re.MULTILINE)
_PLACEHOLDER = re.compile(
    rb"^(date[ \t]*:[ \t]*[\"']?)(\{\{[^\r\n]*\}\}|<%[^\r\n]*%>)", re.MULTILINE | re.IGNORECASE
)


def read(stream: ByteStream, report: Report) -> Iterator[Item]:
    """Yield the event of a Markdown note with YAML front matter, and report its problems.

    In a folder, a note without a date in its front matter is skipped without a warning.
    """

    def items(text: CheckedText) -> Iterator[Item]:
        yield _NoteReader(stream, report, text).event()

    return items_of_text(stream, report, LONGEST_PART, "note", items)


class _NoteReader:
    """Reads one note; `text` is that of the whole file."""

    def __init__(self, stream: ByteStream, report: Report, text: CheckedText) -> None:
        self._stream = stream
        self._report = report
        self._text = text

    def event(self) -> Entry | Refused:
        self._report.skipped = ""
        parts = parts_of(self._stream)
        if parts is None:
            self._no_front_matter()
            return Refused("")
        record = self._front_matter(parts)
        if record is None:
            return Refused("events")
        self._text.begin(parts.offset, parts.line, "")
        lines = list(self._text.lines())
        add_title(record, lines, parts.line, self._name())
        add_summary(record, lines, parts.line)
        return EventReader(self._report).event(record)

    def _front_matter(self, parts: Parts) -> Record | None:
        """Return the record of front matter, None after reporting why it is not that of an event.

        This also decides whether the note is skipped in a folder.
        """
        report, front = self._report, parts.front
        if found := _PLACEHOLDER.search(front):
            line = front.count(b"\n", 0, found.start()) + 1
            shown = visible(found[2].decode("utf-8", "replace"))
            report.error(
                Place(line, len(found[1]) + 1, len(shown)),
                f"this is a template: write a date in place of {shown}",
            )
            return None
        report.is_chronology = _DATE.search(front) is not None
        if not parts.closed:
            report.error(
                OPENING, "the front matter is not closed: write '---' on a line of its own below it"
            )
            return None
        record = read_value(BytesIO(front), report)
        if not isinstance(record, Record):
            if record is not None:
                report.error(
                    OPENING, f"the front matter has no keys: write lines such as {_EXAMPLE}"
                )
            return None
        if record.whole:
            dates = [record.entries.get(name) for name in record.keys if fold(name) == "date"]
            report.is_chronology = not all(map(is_blank, dates))
            report.skipped = "its date is empty" if dates else ""
        use_keys_of_an_event(record)
        if "date" not in record.keys and {"earliest", "latest"} <= record.keys.keys():
            report.error(
                place_of(record.keys["earliest"]),
                "this is an exported page, which has no single date and cannot be read: "
                "export the chronology as yaml or json",
            )
            return None
        for key in record.entries.keys() & LISTS:
            record.entries[key] = named(record.entries[key], key)
        return record

    def _no_front_matter(self) -> None:
        """Report that the file does not begin with front matter. Raises NotText."""
        report = self._report
        self._text.begin(0, 1, "")
        try:
            start = self._text.read(0)
        except NotText as error:
            report.skipped = str(error)
            raise
        if start.startswith("+++"):
            advice = "write it as YAML, between two lines '---'"
            if _TOML_DATE.search(start):
                report.skipped = f"its front matter is TOML: {advice}"
            report.error(OPENING, f"front matter in TOML cannot be read: {advice}")
        else:
            report.error(
                Place(1, 1),
                f"the note has no front matter: begin it with lines '---', {_EXAMPLE} and '---'",
            )

    def _name(self) -> str:
        """Return the name of the file without its ending; empty if it is no title."""
        path = PurePath(self._report.name)
        if path.suffix.lower() not in MARKDOWN.endings:
            return ""
        # A link has the name of its file, because both have the same cached index.
        name = PurePath(os.path.realpath(path)).stem
        return "" if control_in(name) else name

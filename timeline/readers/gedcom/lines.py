"""The lines of a GEDCOM file as records."""

import re
from collections.abc import Iterator

from timeline.readers.items import Place
from timeline.readers.report import Report
from timeline.readers.text import CheckedText

LONGEST_RECORD = 1 << 21
"""The maximum number of characters in a record."""

_LINE = re.compile(r"\s*([0-9]{1,2})\s+(?:@([^@\s][^@]*)@\s+)?([A-Za-z0-9_]{1,31})(?:[ \t](.*))?")
_POINTER = re.compile(r"@([^@#\s][^@]*)@")
_CONTINUED = {"CONT": "\n", "CONC": ""}


class Line:
    """A line with the lines below it: `tag` in capitals, and the value as written.

    `xref` is the id by which others refer to it, empty if it has none. `number` is that of the line
    in the file.
    """

    __slots__ = ("_column", "_end", "below", "number", "tag", "value", "xref")

    def __init__(self, number: int, found: re.Match[str]) -> None:
        _, xref, tag, value = found.groups()
        self.number = number
        self.xref: str = xref or ""
        self.tag: str = tag.upper()
        self.value: str = value or ""
        self._column = found.start(4) if value else 0
        self._end = found.end()
        self.below: list[Line] = []

    @property
    def place(self) -> Place:
        """The place of the value, or of the whole line if there is no value."""
        return Place(self.number, self._column + 1, self._end - self._column)

    @property
    def text(self) -> str:
        """The value with the lines that continue it (`CONT`, `CONC`)."""
        parts = [self.value]
        for line in self.below:
            if line.tag in _CONTINUED:
                parts += _CONTINUED[line.tag], line.value
        return "".join(parts).replace("@@", "@").strip()

    @property
    def pointer(self) -> str:
        """The id of the record that the value refers to, empty if it is text."""
        found = _POINTER.fullmatch(self.value.strip())
        return found[1] if found else ""

    @property
    def parts(self) -> Iterator["Line"]:
        """The lines below it that do not continue its value."""
        return (line for line in self.below if line.tag not in _CONTINUED)

    def first(self, tag: str) -> "Line | None":
        """Return the first line below it with a tag."""
        return next((line for line in self.below if line.tag == tag), None)

    def text_of(self, *tags: str) -> str:
        """Return the text of the first line below it with one of these tags, empty if none."""
        return next((line.text for line in self.below if line.tag in tags), "")


def records(text: CheckedText, report: Report) -> Iterator[Line]:
    """Yield the records of a file, from `HEAD` to `TRLR`; report lines that are not GEDCOM."""
    open_lines: list[Line] = []
    number = 0
    for number, written in enumerate(text.lines(), 1):
        content = written.rstrip("\n")
        found = _LINE.fullmatch(content)
        if not found:
            if content.strip():
                report.error(
                    Place(number, 1, len(content)),
                    "this line does not begin with a level and a tag, as in '2 DATE 18 MAR 2014': "
                    "if it continues a text, write CONT before it",
                )
            continue
        level, line = int(found[1]), Line(number, found)
        if level > len(open_lines):
            below = f"level {len(open_lines) - 1}" if open_lines else "nothing"
            report.error(
                Place(number, 1, len(content)),
                f"level {level} cannot come below {below}: write {len(open_lines)}",
            )
            level = len(open_lines)
        if level:
            del open_lines[level:]
            open_lines[-1].below.append(line)
        else:
            if open_lines:
                yield open_lines[0]
            elif line.tag != "HEAD":
                report.error(line.place, "a GEDCOM file begins with '0 HEAD'")
            open_lines.clear()
            text.start_part()
        open_lines.append(line)
    if open_lines:
        yield open_lines[0]
    if not open_lines or open_lines[0].tag != "TRLR":
        report.error(
            Place(number, 1),
            "the file does not end with '0 TRLR', so it may be cut: export it again",
        )

"""JSON Lines: one event per line."""

from collections.abc import Iterator
from itertools import islice

from timeline.readers.items import Entry, Item, Place, Refused
from timeline.readers.json.exported import entry_of
from timeline.readers.json.values import JsonError, Source, Values, parsed
from timeline.readers.parts import Divisible, ReadParts
from timeline.readers.records import COMPUTED, EventReader
from timeline.readers.report import Report
from timeline.readers.text import ByteStream, CheckedText, items_of_text

LONGEST_LINE = 1 << 22

_DIVISIBLE = Divisible("timeline.readers.json.parts")


def read(stream: ByteStream, report: Report, read_parts: ReadParts | None = None) -> Iterator[Item]:
    """Yield the events of a file of JSON Lines (https://jsonlines.org), and report its problems.

    With `read_parts`, events below the first may be read in parts, which yields no items for them.
    """

    def items(text: CheckedText) -> Iterator[Item]:
        lines, line = text.lines(), 1
        if read_parts is not None:
            yield from events(islice(lines, 1), line, text, report)
            line += 1
            if report.is_chronology and (found := read_parts(_DIVISIBLE, line)):
                _, line = found.rest
                text.begin(*found.rest, "")
                lines = text.lines()
        yield from events(lines, line, text, report)

    return items_of_text(stream, report, LONGEST_LINE, "line", items)


def events(
    lines: Iterator[str], first: int, text: CheckedText, report: Report
) -> Iterator[Entry | Refused]:
    """Yield the events of lines, the first of which is line `first` of the file.

    A comma after an object is ignored, as between the items of a list.
    """
    reader = EventReader(report)
    for number, line in enumerate(lines, first):
        text.start_part()
        content = line.rstrip().removesuffix(",")
        if not content:
            continue
        source = Source(content, number)
        if entry := entry_of(source):
            report.is_chronology = True
            yield entry
            continue
        try:
            found = parsed(content)
        except JsonError as error:
            report.error(Place(number, error.at + 1), f"this is not JSON: {error}")
            yield Refused("events")
            continue
        if type(found) is not tuple:
            report.error(Place(number, 1), 'each line must be an object: {"date": ...}')
            yield Refused("events")
            continue
        record = Values(report, source).record(
            [pair for pair in found if pair[0] not in COMPUTED], ()
        )
        report.is_chronology |= "date" in record.keys
        yield reader.event(record)

"""Reading a mapping in YAML that is part of a file in another format."""

from collections.abc import Callable
from typing import Any

from yaml import Mark, YAMLError

from timeline.readers.records import Record
from timeline.readers.report import Report
from timeline.readers.yaml.syntax import (
    Unreadable,
    ValueReader,
    explain,
    make_parser,
    place_of_event,
)


def mapping_in(text: str, first_line: int, report: Report) -> Record | None:
    """Return the mapping in a text that begins on line `first_line` of a file, counted from 1.

    Return None if there is none, or after reporting that it cannot be read.
    """
    values = ValueReader(report)
    values.begin(_events(text, first_line - 1), 0)
    try:
        for _ in range(2):
            values.get_event()
        start = values.get_event()
        value = values.value(start)
    except YAMLError as error:
        lines = text.split("\n")

        def line_at(number: int) -> str:
            return lines[number - 1] if number <= len(lines) else ""

        place, message = explain(error, line_at, values.latest, values.innermost)
        report.error(place._replace(line=place.line + first_line - 1), message)
        return None
    except Unreadable:
        return None
    if isinstance(value, Record):
        return value
    if value is not None and value.value != "":
        report.error(place_of_event(start), "write 'key: value' on each line")
    return None


def _events(text: str, lines_before: int) -> Callable[[], Any]:
    """Return a function that returns the next parser event, at its place in the file."""
    parser = make_parser(text)

    def moved(mark: Any) -> Mark:
        line = mark.line + lines_before
        return Mark("", mark.index, line, mark.column, None, 0)

    def get_event() -> Any:
        event = parser.get_event()
        event.start_mark, event.end_mark = moved(event.start_mark), moved(event.end_mark)
        return event

    return get_event

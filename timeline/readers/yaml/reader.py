"""The native format: a YAML file of events, read one event at a time."""

from collections.abc import Iterator
from typing import Any

from yaml import YAMLError
from yaml.events import (
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeline.readers.items import Item, Place, Refused
from timeline.readers.parts import ReadParts
from timeline.readers.records import Record, Value
from timeline.readers.report import Report, TooManyProblems
from timeline.readers.text import ByteStream, NotText, Oversized, lines_from
from timeline.readers.yaml.restart import Section, Start, hidden_part, next_start
from timeline.readers.yaml.sections import Resume, SectionReader
from timeline.readers.yaml.syntax import (
    DEEPEST,
    Unreadable,
    explain,
    make_parser,
    place_of_event,
    too_deep,
)
from timeline.readers.yaml.top import NOTHING, TopReader

MOST_FRESH_STARTS = 100
"""The number of syntax errors after which the rest of a file is not read."""


def read(
    stream: ByteStream,
    report: Report,
    start: Start | None = None,
    read_parts: ReadParts | None = None,
) -> Iterator[Item]:
    """Yield the items of a YAML file in order, and report its problems.

    `stream` is read from `start` or from its beginning, and must be seekable. The layout of the
    file comes last, if it is known. After a syntax error, reading continues at the next event,
    actor, tag or top-level key, so that one run shows every error of the file. With `read_parts`,
    events below the first may be read in parts, which yields no items for them.
    """
    return _Reading(stream, report, read_parts).items(start or Start())


def read_value(stream: ByteStream, report: Report) -> Value:
    """Return the value of a text that is one YAML document, and report its problems.

    After a syntax error, that is the outermost record before the error, which is not whole. Return
    None if nothing can be used. Raises NotText, Oversized and TooManyProblems.
    """
    return _Reading(stream, report).value()


class _Reading:
    def __init__(
        self, stream: ByteStream, report: Report, read_parts: ReadParts | None = None
    ) -> None:
        self._stream = stream
        self._report = report
        self._sections = SectionReader(stream, report, read_parts)
        self._top = TopReader(self._sections)

    def items(self, start: Start) -> Iterator[Item]:
        sections = self._sections
        try:
            errors = 0
            while errors < MOST_FRESH_STARTS:
                try:
                    yield from self._document(start)
                    if sections.layout is not None and not sections.values.anchors:
                        yield sections.layout
                    return
                except Resume as resume:
                    start = resume.start
                except YAMLError as error:
                    errors += 1
                    sections.values.anchors.all_read = False
                    place = self._syntax_error(error, start)
                    section = sections.section
                    following = next_start(self._stream, start, place.line, section)
                    if self._top.is_event:
                        following = None
                    if (part := hidden_part(section, following)) is not None:
                        yield Refused(part)
                    if following is None:
                        return
                    start = following
            self._report.error(
                Place(start.line, 1), "too many errors: the rest of the file was not read"
            )
        except (Unreadable, TooManyProblems):
            pass
        except NotText as error:
            self._report.error(Place(0, 0), str(error))
        except Oversized:
            begun = sections.begun
            self._report.error(
                Place(0, 0) if begun is None else place_of_event(begun),
                "more than a million characters in one part of the file: "
                "close its quotes and brackets, or shorten it",
            )
        yield Refused("")

    def value(self) -> Value:
        sections, values = self._sections, self._sections.values
        value: Value = None
        try:
            try:
                if (top := self._begin(Start())) is not None:
                    sections.begin_part(top)
                    value = values.value(top)
                    self._finish()
                    sections.finish_part(value)
            except YAMLError as error:
                self._syntax_error(error, Start())
                value = value if isinstance(value, Record) else values.unfinished
                if value is not None:
                    value.whole = False
        except Unreadable:
            return None
        return value

    def _begin(self, start: Start) -> Any:
        """Begin to parse at a start, and return the first event of the value there, if any."""
        sections = self._sections
        sections.text.begin(start.offset, start.line, start.before)
        parser = make_parser(sections.text)
        sections.values.begin(parser.get_event, start.offset)
        parser.get_event()
        if type(parser.get_event()) is StreamEndEvent:
            self._report.error(Place(0, 0), NOTHING)
            return None
        return parser.get_event()

    def _finish(self) -> None:
        """Read the end of the document, and report another after it."""
        get_event = self._sections.values.get_event
        get_event()
        after = get_event()
        if type(after) is DocumentStartEvent:
            line, column, _ = place_of_event(after)
            self._report.error(
                Place(line, column, len("---")),
                "a second YAML document starts here: put it in a file of its own",
            )

    def _document(self, start: Start) -> Iterator[Item]:
        sections = self._sections
        top = self._begin(start)
        if top is None:
            return
        if type(top) is SequenceStartEvent:
            sections.section = Section("", top_column=None)
            yield from sections.events(top)
        elif type(top) is MappingStartEvent:
            yield from self._top.items(top, start.section)
        else:
            if type(top) is ScalarEvent and not top.value:
                self._report.error(Place(0, 0), NOTHING)
                return
            self._report.error(
                place_of_event(top),
                "this is plain text: write a list of events, "
                "each with '- date: 2014-03-18' and a title",
            )
        self._finish()

    def _syntax_error(self, error: YAMLError, start: Start) -> Place:
        def line_at(number: int) -> str:
            for line in lines_from(self._stream, start.offset, start.line):
                if line.number >= number:
                    return line.text if line.number == number else ""
            return ""

        values = self._sections.values
        # Before the first event, the list of events may count as a level of its own.
        outside = self._sections.begun is None
        if place := too_deep(error, line_at, values.open_values, DEEPEST + outside):
            raise values.too_deep(place)
        place, message = explain(error, line_at, values.latest, values.innermost)
        self._report.error(place, message)
        return place

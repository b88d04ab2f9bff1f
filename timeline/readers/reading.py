"""Reading a file in its format, and collecting its problems."""

from collections.abc import Iterator
from importlib import import_module

from timeline.errors import Problem
from timeline.readers.files import ChosenFile
from timeline.readers.formats import YAML, format_named, format_of, kind_of_file
from timeline.readers.items import Item, Place, Refused
from timeline.readers.parts import ReadParts
from timeline.readers.report import Report
from timeline.readers.text import ByteStream

_LOOKED_AT = 1 << 14
"""The number of bytes that are read to determine the format of a file."""


def read(
    stream: ByteStream,
    file: ChosenFile,
    problems: list[Problem],
    read_parts: ReadParts | None = None,
) -> Iterator[Item]:
    """Yield the items of a file in order, and add its problems to `problems`.

    With `read_parts`, events of some formats may be read in parts, which yields no items for them.

    The problems have no excerpts yet (see `with_excerpts`). A file that was found in a folder and
    is not a chronology gives one warning at most, and nothing else.
    """
    report = Report(file.name, problems, file.options)
    stream.seek(0)
    start = stream.read(_LOOKED_AT)
    named = file.options.format
    format = format_named(named) if named else format_of(file.path, start)
    if format is YAML and not named and (kind := kind_of_file(start)):
        message = f"this looks like {kind.name}"
        if file.folder:
            report.warning(Place(0, 0), f"skipped: {message}")
            return
        report.error(Place(0, 0), f"{message}, which timeline cannot read: {kind.advice}")
        yield Refused("")
        return
    settings = {} if read_parts is None or not format.divisible else {"read_parts": read_parts}
    items = import_module(format.module).read(stream, report, **settings)
    if file.folder:
        held = []
        for item in items:
            held.append(item)
            if report.is_chronology:
                break
        if not report.is_chronology:
            problems.clear()
            if report.skipped:
                warning = f"skipped: {report.skipped}"
                Report(file.name, problems).warning(Place(0, 0), warning)
            return
        yield from held
    yield from items
    report.finish()

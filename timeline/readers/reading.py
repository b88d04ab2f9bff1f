"""Reading a file in the format that it has, with all that is wrong with it."""

from collections.abc import Iterator
from importlib import import_module

from timeline.errors import Problem
from timeline.readers.files import ChosenFile
from timeline.readers.foreign import kind_of_file
from timeline.readers.formats import format_of
from timeline.readers.items import Item, Place, Refused
from timeline.readers.lines import ByteStream
from timeline.readers.report import Report

_LOOKED_AT = 1 << 14
"""How many bytes are read to see what a file is."""


def read(stream: ByteStream, file: ChosenFile, problems: list[Problem]) -> Iterator[Item]:
    """Yield what a file holds, in its order; add what is wrong with it to `problems`.

    The excerpts of the problems are left out (see `with_excerpts`). A file that was found in a
    folder and is no chronology gives one warning and nothing else.
    """
    report = Report(file.name, problems)
    stream.seek(0)
    start = stream.read(_LOOKED_AT)
    if kind := kind_of_file(start):
        message = f"this looks like {kind.name}"
        if file.in_folder:
            report.warning(Place(0, 0), f"skipped: {message}")
            return
        report.error(Place(0, 0), f"{message}, which timeline cannot read: {kind.advice}")
        yield Refused("")
        return
    items = import_module(format_of(file.path, start).module).read(stream, report)
    if file.in_folder:
        held = []
        for item in items:
            held.append(item)
            if report.is_chronology:
                break
        if not report.is_chronology:
            problems.clear()
            report = Report(file.name, problems)
            report.warning(Place(0, 0), "skipped: it has no event with a date and a title")
            return
        yield from held
    yield from items
    report.finish()

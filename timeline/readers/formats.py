"""The formats that can be read: the only place that lists them."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.errors import Problem
    from timeline.readers.files import ChosenFile
    from timeline.readers.items import Item
    from timeline.readers.lines import ByteStream


class Format(NamedTuple):
    """A format that can be read.

    `endings` are those of its files; `looks_like` tells it from the first bytes of one, where the
    ending tells nothing. `module` has the function `read`, which takes a seekable stream of bytes
    and a `Report`, and yields items.
    """

    name: str
    endings: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    module: str


FORMATS = (
    # The last: any text may be meant to be YAML, and JSON is.
    Format("YAML", (".yaml", ".yml"), lambda start: True, "timeline.readers.yaml"),
)
ENDINGS = tuple(ending for one in FORMATS for ending in one.endings)
"""The endings of all files that can be read."""

_LOOKED_AT = 1 << 14


def format_of(path: str, start: bytes) -> Format:
    """Return the format of a file, by its ending or else by its first bytes."""
    ending = PurePath(path).suffix.lower()
    for one in FORMATS:
        if ending in one.endings:
            return one
    return next(one for one in FORMATS if one.looks_like(start))


def read(stream: "ByteStream", file: "ChosenFile", problems: "list[Problem]") -> "Iterator[Item]":
    """Yield what a file holds, in its order; add what is wrong with it to `problems`.

    The excerpts of the problems are left out (see `with_excerpts`). A file that was found in a
    folder and is no chronology gives one warning and nothing else.
    """
    from timeline.readers.foreign import kind_of_file
    from timeline.readers.items import Place, Refused
    from timeline.readers.report import Report

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

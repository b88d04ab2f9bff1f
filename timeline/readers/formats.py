"""The formats that can be read: the only place that lists them."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from timeline.errors import Problem
    from timeline.readers.items import Item


class Format(NamedTuple):
    """A format that can be read.

    `endings` are those of its files. `module` has the function that reads it, `read`, which takes
    a seekable stream of bytes and a `Report`, and yields items.
    """

    name: str
    endings: tuple[str, ...]
    module: str


_YAML = Format("YAML", (".yaml", ".yml"), "timeline.readers.yaml")
FORMATS = (_YAML,)
ENDINGS = tuple(ending for one in FORMATS for ending in one.endings)
"""The endings of all files that can be read."""


def format_of(name: str) -> Format:
    """Return the format of a file by the ending of its name, YAML where that tells nothing."""
    ending = PurePath(name).suffix.lower()
    return next((one for one in FORMATS if ending in one.endings), _YAML)


def read(stream: BinaryIO, name: str, problems: "list[Problem]") -> "Iterator[Item]":
    """Yield what a file holds, in its order; add what is wrong with it to `problems`.

    `name` is the file's name in problems, whose excerpts are left out (see `with_excerpts`).
    """
    from timeline.readers.report import Report

    reader = import_module(format_of(name).module)
    yield from reader.read(stream, Report(name, problems))

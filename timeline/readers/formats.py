"""The formats that can be read: the only place that lists them."""

from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple


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


def format_of(path: str, start: bytes) -> Format:
    """Return the format of a file, by its ending or else by its first bytes."""
    ending = PurePath(path).suffix.lower()
    for one in FORMATS:
        if ending in one.endings:
            return one
    return next(one for one in FORMATS if one.looks_like(start))
